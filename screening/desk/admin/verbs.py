"""The buttons of the dossier: what this reader may do to the file now."""

from django.utils.translation import gettext_lazy as _

from recruitment.core.verbs import Verb
from screening.applications import actions
from screening.applications.permissions import may_propose_rejection, may_select
from screening.applications.states import LIVE, RejectionReason, State
from screening.desk.conditions import can_be_rejected, pending_rejection
from screening.desk.forms import AssignForm, ProposeForm
from screening.qualification import actions as qualification
from screening.qualification.conditions import is_behind, is_decided, is_met_throughout, promised, standing, verifiers
from screening.qualification.forms import CorrectionForm, RefuseForm
from screening.qualification.permissions import may_decide
from screening.qualification.states import DOUBTS


def is_under_check(application, user) -> bool:
    """The file is in the qualification check, and the reader is one of those who check."""
    return application.state == State.SUBMITTED and may_decide(application, user)


def is_decidable(check, application, user) -> bool:
    """In the check everything that is stated; later only what is to follow."""
    if check.retired_at or not may_decide(application, user):
        return False
    return application.state == State.SUBMITTED or (promised(check) and application.state in LIVE)


def needs_second(application, user) -> bool:
    """Everything is decided, and this reader decided some of it: somebody else takes the step that follows."""
    checks = application.checks.all()
    return is_under_check(application, user) and is_met_throughout(checks) and user.pk in verifiers(checks)


def _lacks_checks(application, user) -> bool:
    return is_under_check(application, user) and not application.checks.all()


def _is_behind(application, user) -> bool:
    return is_under_check(application, user) and is_behind(application.checks.all(), application)


def _has_doubts(application, user) -> bool:
    return is_under_check(application, user) and any(check.result in DOUBTS for check in standing(application.checks.all()))


def _is_met(application, user) -> bool:
    checks = application.checks.all()
    return is_under_check(application, user) and is_met_throughout(checks) and user.pk not in verifiers(checks)


def _is_refusable(application, user) -> bool:
    checks = application.checks.all()
    decided = is_decided(checks) and not is_met_throughout(checks)
    return decided and is_under_check(application, user) and pending_rejection(application) is None


def _is_rejectable(application, user) -> bool:
    return can_be_rejected(application) and may_select(application, user)


def _is_assignable(application, user) -> bool:
    return application.state in LIVE and may_propose_rejection(application, user)


PREPARE = Verb("prepare", _("Begin the qualification check"), qualification.prepare, may=_lacks_checks)
ASSIGN = Verb("assign", _("Assign"), actions.assign, AssignForm, _is_assignable, bulk=True)
REJECT = Verb("reject", _("Decide on the rejection"), qualification.reject, warns=True)

VERBS = (
    PREPARE,
    Verb("update", _("Bring the checks up to date"), qualification.prepare, may=_is_behind),
    Verb("qualify", _("Qualify"), qualification.qualify, may=_is_met),
    Verb("request_corrections", _("Request corrections"), qualification.request_corrections, CorrectionForm, _has_doubts),
    Verb("refuse", _("Refuse: propose the rejection"), qualification.refuse, RefuseForm, _is_refusable, warns=True),
    Verb("propose_rejection", _("Propose the rejection"), actions.propose_rejection, ProposeForm, _is_rejectable, warns=True),
    REJECT,
    ASSIGN,
)


def rows_for(verb: Verb, application) -> list[tuple]:
    """What the confirm page repeats: who, for which post, and what exactly is decided."""
    rows = [(_("Applicant"), getattr(application, "identity", "")), (_("Position"), application.position)]
    if verb == REJECT and (rejection := pending_rejection(application)):
        rows += [
            (_("Proposed by"), rejection.proposed_by),
            (_("Reason"), RejectionReason(rejection.reason).label),
            (_("What the letter says"), rejection.sentence),
        ]
    if verb.name == "request_corrections":
        rows += [(check, check.note) for check in standing(application.checks.all()) if check.result in DOUBTS]
    return rows
