"""The candidate's dashboard and the page of one file."""

from dataclasses import dataclass

from django.contrib.auth.mixins import LoginRequiredMixin
from django.db.models import prefetch_related_objects
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.views.generic import ListView

from recruitment.audit.models import Entry
from recruitment.calendar.queries import working_days
from recruitment.core.prepared import Prepared
from recruitment.documents.models import Issued
from recruitment.notifications.models import Letter
from screening.applications.actions import ANSWERS
from screening.applications.conditions import is_before_deadline
from screening.applications.models import Application, Attachment, LateRequest
from screening.applications.states import (
    ENDED,
    NEEDS_COMPETENCE,
    NEEDS_CROSSCULTURAL,
    NEEDS_NOTICE,
    NEEDS_QUALIFICATION,
    NEEDS_SECURITY,
    Gate,
    GateResult,
    Section,
    SectionState,
    State,
)
from screening.applications.states.following import CLOCKS
from screening.applications.states.steps import GATE_NAMES, SECTION_HINTS, TIMELINE, VERB_PREFIX
from screening.applications.views.base import OwnFile
from screening.applications.views.outlook import outlook_of

NEEDS = {
    Gate.QUALIFICATION: NEEDS_QUALIFICATION,
    Gate.COMPETENCE: NEEDS_COMPETENCE,
    Gate.CROSSCULTURAL: NEEDS_CROSSCULTURAL,
    Gate.SECURITY: NEEDS_SECURITY,
    Gate.NOTICE: NEEDS_NOTICE,
}
UNDER_WAY = {
    State.SUBMITTED: Gate.QUALIFICATION,
    State.QUALIFIED: Gate.COMPETENCE,
    State.TESTED: Gate.CROSSCULTURAL,
    State.NOMINATED: Gate.SECURITY,
    State.ANNOUNCED: Gate.NOTICE,
    State.DEFERRED: Gate.NOTICE,
}


def _files(candidate):
    return Application.objects.of_candidate(candidate).for_candidate().order_by("-moved_at", "-pk")


FIRST_FILES = Prepared(lambda candidate: _files(candidate)[: Dashboard.paginate_by + 1], int)


class Dashboard(LoginRequiredMixin, ListView):
    """Every application of the reader, with the next step."""

    template_name = "applications/list.html"
    paginate_by = 20

    def get_queryset(self):
        """Nearly everybody's fit on one page, and need not be counted."""
        rows = FIRST_FILES.rows(self.request.user.pk)
        return rows if len(rows) <= self.paginate_by else _files(self.request.user)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        applications = list(context["page_obj"])
        prefetch_related_objects([row for row in applications if not row.is_in_candidates_hands], "missed_promises")
        calendar = working_days() if any(row.state in CLOCKS for row in applications) else None
        return context | {"lines": [(application, outlook_of(application, calendar)) for application in applications]}


class FilePage(OwnFile):
    """One file: a task list while it is in the candidate's hands, its way through the office afterwards."""

    def get(self, request, uuid):
        if self.application.is_in_candidates_hands:
            self.template_name = "applications/tasks.html"
            tasks = tasks_of(self.application)
            is_complete = all(task.state == SectionState.DONE for task in tasks)
            late = LateRequest.objects.filter(application=self.application).first()
            return self.page(tasks=tasks, is_complete=is_complete, is_late=is_late(self.application), late=late)
        self.template_name = "applications/file.html"
        version = self.application.versions.last()
        return self.page(
            outlook=outlook_of(self.application, working_days()),
            versions=self.application.versions.defer("answers"),
            printed=Issued.objects.kept().about(version).filter(template=ANSWERS).first() if version else None,
            stages=stages_of(self.application),
            timeline=timeline_of(self.application),
            papers=Attachment.objects.standing().filter(application=self.application).select_related("document"),
            letters=Letter.objects.visible_to(request.user).about(self.application).order_by("-pk")[:20],
        )


@dataclass(frozen=True)
class Task:
    """One line of the task list."""

    section: Section
    hint: str | Promise
    state: SectionState
    href: str


def tasks_of(application: Application) -> list[Task]:
    """Every section with how far it is."""
    done = dict(application.progress.values_list("section", "done"))
    states = {None: SectionState.NOT_STARTED, False: SectionState.IN_PROGRESS, True: SectionState.DONE}
    return [
        Task(section, SECTION_HINTS[section], states[done.get(section)], reverse("applications:section", args=[application.uuid, section]))
        for section in Section
    ]


def is_late(application: Application) -> bool:
    """The day until which it can be handed in has passed."""
    if application.state == State.RETURNED:
        return application.correction_due_on < timezone.localdate()
    return not is_before_deadline(application)


def stages_of(application: Application) -> list[tuple[str | Promise, str, object]]:
    """(name, passed | now | open, day) of every gate. Only what the state itself says is told: no result before its decision."""
    stages = []
    for gate, result, day in application.gates():
        ended_after = application.state in ENDED and gate not in (Gate.SECURITY, Gate.NOTICE)
        if result == GateResult.PASSED and (application.state in NEEDS[gate] or ended_after):
            stages.append((GATE_NAMES[gate], "passed", day))
        else:
            stages.append((GATE_NAMES[gate], "now" if UNDER_WAY.get(application.state) == gate else "open", None))
    return stages


def timeline_of(application: Application) -> list[tuple[str | Promise, object]]:
    """(what happened, when) in the candidate's words, the newest first."""
    entries = Entry.objects.about(application).filter(verb__startswith=VERB_PREFIX).values_list("verb", "at")
    steps = [(TIMELINE.get(verb.removeprefix(VERB_PREFIX)), at) for verb, at in entries]
    return [(words, at) for words, at in reversed(steps) if words]
