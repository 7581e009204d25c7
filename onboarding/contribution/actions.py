"""The verbs of contribution: register, sign."""

import datetime
from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from onboarding.contribution.models import Indicator, Measurement
from onboarding.contribution.permissions import may_register, may_sign
from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.core.caching import purge
from recruitment.core.moving import moving
from recruitment.policy.queries import value as parameter

Period = tuple[datetime.date, datetime.date]


@transaction.atomic
def register(
    indicator: Indicator, *, period: Period, value: Decimal, number: int, baseline: Decimal | None = None, by: User
) -> Measurement:
    """Write a figure down; too few people behind it, and it is not published (domain 8.1)."""
    if not may_register(by):
        raise PermissionDenied
    measurement = Measurement(
        indicator=indicator,
        period_from=period[0],
        period_until=period[1],
        baseline=baseline,
        value=value,
        number=number,
        is_suppressed=number < parameter("fairness.min_cell"),
        registered_by=by,
    )
    measurement.full_clean()
    measurement.save()
    record("onboarding.measurement.register", measurement, by=by, data={"indicator": indicator.code, "value": str(value), "number": number})
    return measurement


def sign(measurement: Measurement, *, by: User) -> Measurement:
    """A second person stands for the figure; it is public from now on."""
    if not may_sign(measurement, by):
        raise PermissionDenied
    with moving(measurement) as measurement:
        measurement.signed_by, measurement.signed_at = by, timezone.now()
        record("onboarding.measurement.sign", measurement, by=by)
        transaction.on_commit(purge, robust=True)
    return measurement
