"""What follows from the checks, decided by somebody who did not make them."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from recruitment.accounts.models import User
from recruitment.core.refusals import Refused
from screening.applications import actions as applications
from screening.applications.models import Application
from screening.applications.states import Gate, GateResult, RejectionReason, State
from screening.qualification.actions.checking import tell_promises
from screening.qualification.conditions import has_stale, is_behind, is_decided, is_met_throughout, standing, verifiers
from screening.qualification.models import Check
from screening.qualification.permissions import may_decide


def qualify(application: Application, *, by: User) -> Application:
    """Every check is met: a second officer records the gate and lets the file pass."""
    if not may_decide(application, by):
        raise PermissionDenied
    with transaction.atomic():
        # Locked so that no check changes between this look and the step.
        checks = standing(Check.objects.filter(application=application).select_for_update(of=("self",), no_key=True))
        if not is_met_throughout(checks):
            raise Refused(_("Every check must be met before the file can pass."), subject=application)
        must_be_of_this_version(application, checks)
        if by.pk in verifiers(checks):
            raise Refused(_("You decided checks of this file. A second officer decides whether it passes."), subject=application)
        application = applications.record_gate(application, Gate.QUALIFICATION, GateResult.PASSED, on=timezone.localdate(), by=by)
        application = applications.qualify(application, by=by)
        if promised := [check for check in checks if check.due_on]:
            tell_promises(application, promised)
        return application


def refuse(application: Application, *, sentence: str, by: User):
    """A check is not met and cannot be corrected: propose the rejection, which a second person decides."""
    if not may_decide(application, by):
        raise PermissionDenied
    checks = standing(Check.objects.of(application))
    if not is_decided(checks) or is_met_throughout(checks):
        raise Refused(_("Decide every check first; at least one must be not met, and none unclear."), subject=application)
    must_be_of_this_version(application, checks)
    with transaction.atomic():
        application = applications.record_gate(application, Gate.QUALIFICATION, GateResult.NOT_PASSED, on=timezone.localdate(), by=by)
        return applications.propose_rejection(application, reason=RejectionReason.REQUIREMENT_NOT_MET, sentence=sentence, by=by)


def reject(application: Application, *, by: User) -> Application:
    """Decide on a proposed rejection: neither who proposed it nor, in the qualification check, who made the checks."""
    rejection = getattr(application, "rejection", None)
    if rejection is not None and rejection.proposed_by_id == by.pk:
        raise Refused(_("You proposed this rejection. A second person decides on it."), subject=application)
    if application.state == State.SUBMITTED and by.pk in verifiers(application.checks.all()):
        raise Refused(_("You decided checks of this file. Somebody else decides on the rejection."), subject=application)
    return applications.reject(application, by=by)


def must_be_of_this_version(application: Application, checks: list[Check]) -> None:
    """What was found in an earlier version says nothing about the one that counts."""
    if is_behind(checks, application):
        said = _("The candidate has handed in a new version, or the position was corrected. Bring the checks up to date first.")
        raise Refused(said, subject=application)
    if has_stale(checks, application):
        said = _("The candidate has handed in a new version since some checks were decided. Look at these checks again.")
        raise Refused(said, subject=application)
