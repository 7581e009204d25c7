"""The verbs of mentoring: pair, log, end."""

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from onboarding.appointments.models import Appointment
from onboarding.appointments.states import IN_FORCE
from onboarding.mentoring.models import Pairing, Session
from onboarding.mentoring.permissions import may_end, may_log, may_pair
from recruitment.accounts.models import User
from recruitment.accounts.roles import Role
from recruitment.audit.actions import record
from recruitment.core.moving import moving
from recruitment.core.refusals import Refused
from recruitment.notifications.actions import notify
from recruitment.notifications.kinds import Kind

MOST_MENTEES = 2


@transaction.atomic
def pair(appointment: Appointment, *, mentor: User, goals: str = "", by: User) -> Pairing:
    """Give an officer a mentor who has room for them."""
    if not may_pair(appointment, by):
        raise PermissionDenied
    User.objects.select_for_update(no_key=True).get(pk=mentor.pk)  # two pairings at once must not both see room
    if not mentor.has_role(Role.MENTOR) or mentor.pk == appointment.officer_id:
        raise Refused(_("Choose somebody who is a mentor and not the officer themselves."), subject=appointment)
    if appointment.state not in IN_FORCE:
        raise Refused(_("A mentor is paired once the contract is in force."), subject=appointment)
    if Pairing.objects.live().filter(mentor=mentor).count() >= MOST_MENTEES:
        raise Refused(_("This mentor already has two mentees. Choose another one."), subject=appointment)
    if Pairing.objects.live().filter(appointment=appointment).exists():
        raise Refused(_("This officer already has a mentor. End that pairing first."), subject=appointment)
    pairing = Pairing.objects.create(mentor=mentor, appointment=appointment, goals=goals)
    record("onboarding.pairing.pair", pairing, by=by)
    notify(appointment.officer, Kind.MENTOR_PAIRED, about=pairing)
    notify(mentor, Kind.MENTEE_PAIRED, about=pairing)
    return pairing


def log(pairing: Pairing, *, form_key, by: User, **told) -> Session:
    """Log a session; the same form sent twice is one session."""
    if not may_log(pairing, by):
        raise PermissionDenied
    try:
        with transaction.atomic():
            session = Session.objects.create(pairing=pairing, form_key=form_key, **told)
            record("onboarding.pairing.log", pairing, by=by, data={"held_on": session.held_on.isoformat(), "minutes": session.minutes})
            notify(pairing.appointment.officer, Kind.SESSION_LOGGED, about=pairing, held_on=session.held_on, next_on=session.next_on)
    except IntegrityError:
        return Session.objects.get(form_key=form_key, pairing=pairing)
    return session


def end(pairing: Pairing, *, by: User) -> Pairing:
    """End a pairing; nobody asks for reasons."""
    if not may_end(pairing, by):
        raise PermissionDenied
    with moving(pairing) as pairing:
        if pairing.until is None:
            pairing.until = timezone.localdate()
            record("onboarding.pairing.end", pairing, by=by)
    return pairing
