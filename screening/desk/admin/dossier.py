"""What the dossier shows: the file as stated, the checks with what the rules find, gates, letters, and what happened."""

from dataclasses import dataclass

from django.db.models import Count, Max
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from positions.conditions import Finding
from recruitment.audit.models import Entry
from recruitment.calendar.queries import working_days
from recruitment.notifications.models import Letter
from screening.applications.conditions import missed_in_this_stage, promised_on, statements_of
from screening.applications.inventory import filing_on, lapses_of
from screening.applications.states import Gate, GateResult, Section
from screening.applications.states.evidence import DOCUMENT_LABELS
from screening.applications.views.summaries import summaries_of
from screening.desk.actions import READ
from screening.desk.admin.verbs import is_decidable, is_under_check, needs_second
from screening.desk.conditions import finding_of, is_overdue, pending_rejection
from screening.desk.states import ELSEWHERE, GATE_BADGES
from screening.qualification.conditions import is_stale
from screening.qualification.forms import DecideForm
from screening.qualification.inventory import routes_for
from screening.qualification.models import Check
from screening.qualification.states import CheckResult

# Documents stand on a page of their own; adjustments are health data, for whoever arranges them.
UNSEEN = (Section.DOCUMENTS, Section.ADJUSTMENTS)
MOST_ENTRIES = 100
MOST_READERS = 20


@dataclass(frozen=True)
class Line:
    """One check on the page: what the rule found, what the officer found, and the form to say it."""

    check: Check
    finding: Finding
    form: DecideForm | None
    is_open: bool
    is_stale: bool
    route: object | None  # what a paper of that country needs before it is recognised
    lapses_early: bool  # it stops counting before the permits can be applied for


def dossier_of(application, user, *, typed: dict) -> dict:
    """Everything but the buttons; `typed` are forms of checks that were not valid."""
    papers = list(application.attachments.select_related("document", "facts"))
    promised = promised_on(application, working_days())
    happened = Entry.objects.about(application).order_by("-pk")
    return {
        "application": application,
        "summaries": summaries_of(application, leaving_out=UNSEEN),
        "papers": [(DOCUMENT_LABELS.get(paper.kind, paper.kind), paper) for paper in papers],
        "lines": _lines(application, user, papers, typed),
        "lapses": lapses_of(application, papers),
        "today": timezone.localdate(),
        "is_under_check": is_under_check(application, user),
        "needs_second": needs_second(application, user),
        "requests": application.correction_requests.select_related("sent_by"),
        "gates": [(gate, result, GATE_BADGES[result], on) for gate, result, on in application.gates()],
        "scores": _scores(application),
        "rejection": getattr(application, "rejection", None),
        "pending": pending_rejection(application),
        "letters": Letter.objects.about(application).filter(recipient=application.candidate_id).defer("body"),
        "versions": application.versions.defer("answers"),
        "missed": missed_in_this_stage(application),
        "promised_on": promised,
        "is_overdue": is_overdue(promised),
        "elsewhere": _elsewhere(application),
        "timeline": list(happened.exclude(verb=READ)[:MOST_ENTRIES]),
        "readings": _readings(happened),
    }


def _readings(happened) -> list[dict]:
    """Who opened the file, how often and when last."""
    people = happened.filter(verb=READ).order_by().values("actor_id", "actor_label")
    return list(people.annotate(number=Count("pk"), last=Max("at")).order_by("-last")[:MOST_READERS])


def _lines(application, user, papers, typed) -> list[Line]:
    """The checks; the form of the next one that is not decided stands open, and so does one in which something is missing."""
    facts = statements_of(application)
    writable = is_under_check(application, user)
    evidence = [("", "–"), *((paper.pk, str(paper)) for paper in papers)]
    checks = list(Check.objects.of(application))
    following = next((check.pk for check in checks if check.result == CheckResult.OPEN and not check.retired_at), None)
    routes = routes_for(application, checks)
    filing = filing_on(application, today=timezone.localdate()) if checks else None
    lines = []
    for check in checks:
        check.application = application
        form = typed.get(check.pk) or (check_form(check, application) if is_decidable(check, application, user) else None)
        if form is not None:
            form.fields["evidence"].choices = evidence
        finding = finding_of(check, application, facts=facts, papers=papers)
        is_open = check.pk in typed or (writable and not typed and check.pk == following)
        early = bool(check.valid_until and check.valid_until < filing)
        lines.append(
            Line(check, finding, form, is_open, not check.retired_at and is_stale(check, application), routes.get(check.pk), early)
        )
    return lines


def check_form(check: Check, application, *, told=None) -> DecideForm:
    """The small form of one check, told apart from the others by its prefix."""
    return DecideForm(told, application=application, check=check, prefix=f"check{check.pk}", initial=DecideForm.initial_of(check))


def _scores(application) -> list[tuple]:
    """Scores of concluded stages only; the overall score and the rank once the list was closed."""
    fields = {Gate.COMPETENCE: "competence_score", Gate.CROSSCULTURAL: "crosscultural_score"}
    known = [name for gate, name in fields.items() if application.gate(gate) != GateResult.PENDING]
    known += ["composite", "rank"] if application.composite is not None else []
    rows = [(application._meta.get_field(name).verbose_name, getattr(application, name)) for name in known]
    return [row for row in rows if row[1] is not None]


def _elsewhere(application) -> tuple | None:
    """Where the stage's own work is done; by the post, for test and interview know people by a candidate number only."""
    if application.state not in ELSEWHERE:
        return None
    name, words = ELSEWHERE[application.state]
    query = "" if name.endswith("_add") else "?" + urlencode({"q": application.position.reference})
    return reverse(name) + query, words
