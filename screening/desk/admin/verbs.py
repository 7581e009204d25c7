"""The buttons of the dossier: what this reader may do to the file now."""

from django.utils.translation import gettext_lazy as _

from recruitment.core.verbs import Verb
from screening.applications import actions
from screening.applications.permissions import may_propose_rejection, may_select
from screening.applications.states import LIVE, RejectionReason, State
from screening.desk.conditions import can_be_rejected, pending_rejection
from screening.desk.forms import AssignForm, ProposeForm
from screening.qualification import actions as qualification
from screening.qualification.conditions import counting, is_decided, is_met_throughout, lacks
from screening.qualification.forms import CorrectionForm, RefuseForm
from screening.qualification.permissions import may_decide
from screening.qualification.states import CheckResult


def is_under_check(application, user) -> bool:
    """The file is in the qualification check, and the reader is one of those who check."""
    return application.state == State.SUBMITTED and may_decide(application, user)


def _lacks_checks(application, user) -> bool:
    """At the beginning, and again when a correction of the post has asked for something else."""
    if not is_under_check(application, user):
        return False
    checks = application.checks.all()
    return not checks or lacks(checks, application.position)


def _checks(application) -> list:
    """Those that count."""
    return counting(application.checks.all(), application.position)


def _has_doubts(application, user) -> bool:
    doubts = (CheckResult.NOT_MET, CheckResult.UNCLEAR)
    return is_under_check(application, user) and any(check.result in doubts for check in _checks(application))


def _is_met(application, user) -> bool:
    return is_under_check(application, user) and is_met_throughout(_checks(application))


def _is_refusable(application, user) -> bool:
    checks = _checks(application)
    decided = is_decided(checks) and not is_met_throughout(checks)
    return decided and is_under_check(application, user) and pending_rejection(application) is None


def _is_rejectable(application, user) -> bool:
    return can_be_rejected(application) and may_select(application, user)


def _is_assignable(application, user) -> bool:
    return application.state in LIVE and may_propose_rejection(application, user)


PREPARE = Verb("prepare", _("Begin the qualification check"), qualification.prepare, may=_lacks_checks)
ASSIGN = Verb("assign", _("Assign"), actions.assign, AssignForm, _is_assignable, bulk=True)
REJECT = Verb("reject", _("Decide on the rejection"), actions.reject, warns=True)

VERBS = (
    PREPARE,
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
        doubts = [check for check in _checks(application) if check.result in (CheckResult.NOT_MET, CheckResult.UNCLEAR)]
        rows += [(check, check.note) for check in doubts]
    return rows
