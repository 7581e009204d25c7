"""The verbs of the qualification check: prepare, decide, request corrections, qualify, refuse."""

import datetime

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.core.moving import moving
from recruitment.core.refusals import Refused
from screening.applications import actions as applications
from screening.applications.models import Application
from screening.applications.states import Gate, GateResult, RejectionReason, State
from screening.qualification.conditions import counting, has_stale, is_decided, is_met_throughout, lacks
from screening.qualification.models import Check, CorrectionRequest
from screening.qualification.permissions import may_decide
from screening.qualification.states import CheckKind, CheckResult

DECLARATIONS = {
    "disqualifications": gettext_lazy(
        "No criminal punishment and no dismissal from a public office is declared (Civil Servants Law, article 26)."
    ),
    "relatives": gettext_lazy("No relative works in a directly subordinate or superior post of the department (article 74)."),
}


def prepare(application: Application, *, by: User) -> list[Check]:
    """Write down what is to be checked, each once: every requirement, every document, the declarations; again after a correction."""
    _must_be_mine(application, by)
    with transaction.atomic():
        Application.objects.select_for_update(of=("self",), no_key=True).get(pk=application.pk)
        known = {(check.kind, check.key, check.rule_id): check.order for check in application.checks.all()}
        rows = [row for row in _wanted(application.position) if (row.kind, row.key, row.rule_id) not in known]
        if rows and (not known or application.state == State.SUBMITTED):
            for order, check in enumerate(rows, start=max(known.values(), default=0) + 1):
                check.application, check.order = application, order
            Check.objects.bulk_create(rows)
            record("screening.application.prepare_checks", application, by=by, data={"checks": len(rows)})
    return list(Check.objects.of(application))


def _wanted(position) -> list[Check]:
    """One check for everything that the post asks for now."""
    rows = [_check(CheckKind.REQUIREMENT, rule.kind, _spoken(rule, "sentence"), rule) for rule in position.rules.all()]
    papers = [paper for paper in position.required_documents.all() if paper.required]
    rows += [_check(CheckKind.DOCUMENT, paper.kind, _spoken(paper, "sentence")) for paper in papers]
    return rows + [_check(CheckKind.DECLARATION, key, _in_all(sentence)) for key, sentence in DECLARATIONS.items()]


def _check(kind: CheckKind, key: str, sentences: dict[str, str], rule=None) -> Check:
    return Check(kind=kind, key=key, sentences=sentences, rule=rule)


def _spoken(row, name: str) -> dict[str, str]:
    """A translated field in all languages."""
    return {code: getattr(row, f"{name}_{code.replace('-', '_')}") or "" for code, _label in settings.LANGUAGES}


def _in_all(sentence) -> dict[str, str]:
    spoken = {}
    for code, _label in settings.LANGUAGES:
        with override(code):
            spoken[code] = str(sentence)
    return spoken


def decide(check: Check, *, result: str, note: str = "", page: str = "", evidence=None, by: User) -> Check:
    """An officer says what they found, on which evidence; the rule only helped to look."""
    _must_be_mine(check.application, by)
    if check.application.state != State.SUBMITTED:
        raise Refused(_("The file is not in the qualification check at this moment."), subject=check.application)
    if result in (CheckResult.NOT_MET, CheckResult.UNCLEAR) and not note.strip():
        raise Refused(_("Say why the requirement is not met or unclear."), subject=check.application)
    with moving(check) as check:
        check.result, check.note, check.page, check.evidence = result, note, page, evidence
        check.officer, check.decided_at = (by, timezone.now()) if result != CheckResult.OPEN else (None, None)
        record("screening.application.check", check.application, by=by, data={"check": check.key, "result": result})
    return check


def request_corrections(
    application: Application, *, message: str, due_on: datetime.date, reason_again: str = "", by: User
) -> CorrectionRequest:
    """Ask once for everything that is unclear or not met; a second request needs a reason (domain 2.1.10)."""
    _must_be_mine(application, by)
    language = application.candidate.language
    standing = counting(Check.objects.of(application), application.position)
    checks = [check for check in standing if check.result in (CheckResult.NOT_MET, CheckResult.UNCLEAR)]
    if not checks:
        raise Refused(_("Mark at least one check as unclear or not met; the request is made of these."), subject=application)
    if application.correction_requests.exists() and not reason_again.strip():
        raise Refused(_("Corrections were requested before. Say why this was not asked the first time."), subject=application)
    if due_on <= timezone.localdate():
        raise Refused(_("Give the candidate at least until tomorrow."), subject=application)
    items = [f"{check.sentence(language)} — {check.note}" for check in checks]
    with transaction.atomic():
        request = CorrectionRequest.objects.create(
            application=application, items=items, message=message, due_on=due_on, reason_again=reason_again, sent_by=by
        )
        applications.send_back(application, items=items, message=message, due_on=due_on, by=by)
    return request


def qualify(application: Application, *, by: User) -> Application:
    """Every check is met: record the gate and let the file pass."""
    _must_be_mine(application, by)
    with transaction.atomic():
        checks = _standing(application)
        if not is_met_throughout(checks):
            raise Refused(_("Every check must be met before the file can pass."), subject=application)
        _must_be_of_this_version(application, checks)
        application = applications.record_gate(application, Gate.QUALIFICATION, GateResult.PASSED, on=timezone.localdate(), by=by)
        return applications.qualify(application, by=by)


def refuse(application: Application, *, sentence: str, by: User):
    """A check is not met and cannot be corrected: propose the rejection, which a second person decides."""
    _must_be_mine(application, by)
    checks = _standing(application)
    if not is_decided(checks) or is_met_throughout(checks):
        raise Refused(_("Decide every check first; at least one must be not met, and none unclear."), subject=application)
    _must_be_of_this_version(application, checks)
    with transaction.atomic():
        application = applications.record_gate(application, Gate.QUALIFICATION, GateResult.NOT_PASSED, on=timezone.localdate(), by=by)
        return applications.propose_rejection(application, reason=RejectionReason.REQUIREMENT_NOT_MET, sentence=sentence, by=by)


def _standing(application: Application) -> list[Check]:
    """What counts for the decision; refused while something that the post asks for now has no check yet."""
    checks = list(Check.objects.of(application))
    if checks and lacks(checks, application.position):
        said = _("What the position asks for was corrected since the check began. Begin the check of what is new first.")
        raise Refused(said, subject=application)
    return counting(checks, application.position)


def _must_be_of_this_version(application: Application, checks: list[Check]) -> None:
    """What was found in an earlier version says nothing about the one that counts."""
    if has_stale(checks, application):
        said = _("The candidate has handed in a new version since some checks were decided. Look at these checks again.")
        raise Refused(said, subject=application)


def _must_be_mine(application: Application, by: User) -> None:
    if not may_decide(application, by):
        raise PermissionDenied
