"""How the checks of a file are drawn up, and brought up to date when the candidate hands in a new version."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.core.refusals import Refused
from screening.applications.models import Application
from screening.applications.states import State
from screening.qualification.conditions import is_behind
from screening.qualification.inventory import checks_of
from screening.qualification.models import Check
from screening.qualification.permissions import may_prepare

KEPT = ["order", "sentences", "stated_at", "compared_at", "retired_at"]


@transaction.atomic
def prepare(application: Application, *, by: User) -> list[Check]:
    """Write down what is to be checked: new checks appear, what is no longer stated is set aside, and every decision stays readable."""
    if not may_prepare(application, by):
        raise PermissionDenied
    application = Application.objects.select_for_update(of=("self",), no_key=True).get(pk=application.pk)
    if application.state != State.SUBMITTED:
        raise Refused(_("The file is not in the qualification check at this moment."), subject=application)
    known = {(check.kind, check.key, check.rule_id): check for check in application.checks.all()}
    if known and not is_behind(known.values(), application):
        return list(Check.objects.of(application))
    new, now = [], timezone.now()
    fresh = {(check.kind, check.key, check.rule_id): check for check in checks_of(application)}
    for place, check in fresh.items():
        if place in known:
            _restate(known[place], check, now)
        else:
            new.append(check)
    gone = [check for place, check in known.items() if place not in fresh and check.retired_at is None]
    _set_aside(gone, now)
    for check in known.values():
        check.compared_at = now
    Check.objects.bulk_create(new)
    Check.objects.bulk_update(known.values(), KEPT)
    record("screening.application.prepare_checks", application, by=by, data={"checks": len(new), "set_aside": len(gone)})
    return list(Check.objects.of(application))


def _restate(known: Check, fresh: Check, now) -> None:
    """The same thing is stated; if it is stated otherwise, what was decided about it is old."""
    if known.sentences != fresh.sentences or known.retired_at is not None:
        known.stated_at = now
    known.order, known.sentences, known.retired_at = fresh.order, fresh.sentences, None


def _set_aside(gone: list[Check], now) -> None:
    for check in gone:
        check.retired_at = now
