"""Who is let in: members, and in an emergency an administrator for a few hours; and how deep the review of a post goes."""

import datetime

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from recruitment.accounts.models import User
from recruitment.accounts.roles import Role
from recruitment.core.moving import moving
from recruitment.core.refusals import Refused
from recruitment.notifications.actions import notify
from recruitment.notifications.kinds import Kind
from screening.security.actions.tracing import trace
from screening.security.models import EmergencyAccess, Membership, Review, RiskAssessment
from screening.security.permissions import may_admit, may_ask_access, may_confirm, may_grant_access, may_sign_with
from screening.security.states import ReviewState

EMERGENCY = datetime.timedelta(hours=4)
NOT_SIGNED = gettext_lazy("Confirm your identity with your second factor first, then sign.")


def admit(person: User, *, reason: str, until: datetime.datetime | None = None, by: User) -> Membership:
    """Let a security review officer into the compartment."""
    if not (may_admit(by) or by.is_robot) or by == person:
        raise PermissionDenied
    if not person.has_role(Role.SECURITY_REVIEWER):
        raise Refused(_("Only a security review officer can be admitted. Ask for the role first."), subject=person)
    with transaction.atomic(using="compartment"):
        membership, _new = Membership.objects.get_or_create(
            user_id=person.pk, until=until, defaults={"user_label": str(person), "granted_by": str(by), "reason": reason}
        )
        trace("admit", None, by=by)
    return membership


def expel(membership: Membership, *, by: User) -> None:
    """End a membership at once."""
    if not may_admit(by):
        raise PermissionDenied
    with moving(membership) as membership:
        membership.until = timezone.now()
        trace("expel", None, by=by)


# --- Emergencies -----------------------------------------------------------------------------------------------------


def ask_access(*, reason: str, by: User) -> EmergencyAccess:
    """An administrator says why they must look inside."""
    if not may_ask_access(by):
        raise PermissionDenied
    with transaction.atomic(using="compartment"):
        access = EmergencyAccess.objects.create(user_id=by.pk, user_label=str(by), reason=reason)
        trace("ask access", None, by=by)
    return access


def grant_access(access: EmergencyAccess, *, factor: str, by: User) -> EmergencyAccess:
    """A second administrator opens the door for a few hours; every member is told."""
    if not may_sign_with(by, factor):
        raise Refused(NOT_SIGNED, subject=access)
    with moving(access) as access:
        if not may_grant_access(access, by):
            raise PermissionDenied
        access.granted_by, access.granted_label, access.granted_at = by.pk, str(by), timezone.now()
        access.expires_at = access.granted_at + EMERGENCY
        trace("grant access", None, by=by)
    with transaction.atomic():
        for member in User.objects.filter(pk__in=Membership.insiders()):
            notify(member, Kind.EMERGENCY_GRANTED, about=by, person=access.user_label, until_at=access.expires_at)
    return access


# --- Tiers -----------------------------------------------------------------------------------------------------------


def assess(position_reference: str, *, tier: str, grounds: str, by: User) -> RiskAssessment:
    """Say how deep the reviews for a post go, and why; a second member answers for it too."""
    if not Membership.is_held_by(by):
        raise PermissionDenied
    told = {"tier": tier, "grounds": grounds, "proposed_by": by.pk, "proposed_label": str(by)}
    try:
        with transaction.atomic(using="compartment"):
            assessment = RiskAssessment.objects.create(position_reference=position_reference, **told)
            trace("assess", None, by=by)
    except IntegrityError:
        raise Refused(_("An assessment of this post already waits for a second person.")) from None
    return assessment


def confirm(assessment: RiskAssessment, *, factor: str, by: User) -> RiskAssessment:
    """The second person; reviews that are open take the tier at once."""
    if not may_sign_with(by, factor):
        raise Refused(NOT_SIGNED, subject=assessment)
    with moving(assessment) as assessment:
        if not may_confirm(assessment, by):
            raise PermissionDenied
        assessment.confirmed_by, assessment.confirmed_label, assessment.confirmed_at = by.pk, str(by), timezone.now()
        trace("confirm tier", None, by=by)
        opened = Review.objects.filter(state=ReviewState.OPENED, position_reference=assessment.position_reference)
        opened.update(tier=assessment.tier)
    return assessment
