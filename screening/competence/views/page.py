"""What the page of the answers says to the server by itself: that it is there, and what is new; and the room to try it."""

import datetime
import json
from dataclasses import dataclass

from django.http import HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from screening.competence import actions
from screening.competence.forms import AnswersForm
from screening.competence.states import ANSWER_LENGTH, SittingState, TaskKind
from screening.competence.views.candidate import OwnSitting

MOST = 40


def told(request) -> dict[int, actions.Text] | None:
    """Task id → text and version out of the body; None when it is anything else."""
    try:
        rows = json.loads(request.body)["answers"]
        found = {int(task): actions.Text(str(row["text"]), int(row["version"])) for task, row in rows.items()}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    is_fit = all(len(row.text) <= ANSWER_LENGTH and "\0" not in row.text for row in found.values())
    return found if is_fit and len(found) <= MOST else None


class Hear(OwnSitting):
    """One short question and answer every few seconds; also how the page learns that time was given or the clock stopped."""

    def post(self, request, uuid):
        texts = told(request)
        if texts is None:
            return JsonResponse({"state": "unreadable"}, status=400)
        try:
            older = actions.hear(self.sitting, texts=texts, by=request.user)
        except actions.TooLate:
            return JsonResponse({"state": "over"}, status=409)
        kept = {str(task): row.version for task, row in texts.items() if task not in older}
        state = "paused" if self.sitting.paused_at else "started"
        return JsonResponse({"state": state, "kept": kept, "older": older, "ends": self.sitting.ends_at})


@dataclass(frozen=True)
class TrialTask:
    """A task that asks nothing, to try the page."""

    pk: int
    order: int
    title: str | Promise
    prompt: str | Promise
    max_marks: int = 50

    def get_kind_display(self) -> str:
        return str(TaskKind.WRITING.label)


TRIAL = (
    TrialTask(1, 1, _("Try the page"), _("Write a few lines in any language and watch how the page saves them.")),
    TrialTask(2, 2, _("Try a broken connection"), _("Switch your network off, go on writing, and switch it on again.")),
)


class Trial(OwnSitting):
    """The room to try everything before the day; nothing of it is kept."""

    def get(self, request, uuid):
        if self.sitting.state != SittingState.INVITED:
            return self.to_paper()
        now = timezone.now()
        form = AnswersForm(tasks=TRIAL, answers=())
        return self.page("competence/trial.html", form=form, until=now + datetime.timedelta(minutes=10))

    def post(self, request, uuid) -> HttpResponse:
        """Answers as the real page does, and forgets."""
        if request.content_type != "application/json":
            form = AnswersForm(request.POST, tasks=TRIAL, answers=())
            form.is_valid()
            return self.page("competence/trial.html", form=form, until=timezone.now() + datetime.timedelta(minutes=10), is_saved=True)
        texts = told(request)
        if texts is None:
            return JsonResponse({"state": "unreadable"}, status=400)
        return JsonResponse({"state": "started", "kept": {str(task): row.version for task, row in texts.items()}, "older": []})
