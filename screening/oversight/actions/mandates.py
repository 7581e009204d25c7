"""The verbs of a mandate: grant, end."""

import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from recruitment.accounts.models import User
from recruitment.accounts.roles import Role
from recruitment.audit.actions import record
from recruitment.core.moving import moving
from recruitment.core.refusals import Refused
from recruitment.notifications.actions import notify
from recruitment.notifications.kinds import Kind
from screening.oversight.models import Body, Mandate
from screening.oversight.permissions import may_end, may_grant
from screening.oversight.states import WATCHING, MandateState


@transaction.atomic
def grant(body: Body, *, person: User, until: datetime.datetime, reason: str, lifts_stops: bool = False, by: User) -> Mandate:
    """Let somebody whom a body sends look at the selection, for a time."""
    if not may_grant(by):
        raise PermissionDenied
    _refuse_unfit(body, person, until, by)
    mandate = Mandate.objects.create(body=body, person=person, until=until, reason=reason, lifts_stops=lifts_stops, granted_by=by)
    told = {"person": person.pk, "body": body.pk, "until": until.isoformat(), "lifts_stops": lifts_stops, "reason": reason}
    record("oversight.mandate.grant", mandate, by=by, data=told)
    notify(person, Kind.MANDATE_GRANTED, about=body, until_on=timezone.localdate(until), lifts_stops=lifts_stops)
    return mandate


def _refuse_unfit(body: Body, person: User, until: datetime.datetime, by: User) -> None:
    if not body.is_active or body.kind not in WATCHING:
        raise Refused(_("Only a body that observes or audits, and is active, sends somebody to the oversight desk."), subject=body)
    if not person.has_role(Role.OVERSIGHT_OBSERVER):
        raise Refused(_("Give this person the role of oversight observer first; it asks for a second factor."), subject=body)
    if person.pk == by.pk:
        raise Refused(_("Nobody grants a mandate to themselves."), subject=body)
    if until <= timezone.now():
        raise Refused(_("A mandate ends after it begins."), subject=body)
    if Mandate.objects.of(person).in_force().filter(body=body).exists():
        raise Refused(_("This person has a mandate of this body already. End it first."), subject=body)


def end(mandate: Mandate, *, reason: str, by: User) -> Mandate:
    """Close the desk to somebody before the mandate's time is over."""
    if not may_end(mandate, by):
        raise PermissionDenied
    with moving(mandate) as mandate:
        if mandate.standing == MandateState.OVER:
            raise Refused(_("This mandate is over already."), subject=mandate)
        mandate.ended_by, mandate.ended_at = by, timezone.now()
        record("oversight.mandate.end", mandate, by=by, data={"reason": reason})
    return mandate
