"""The verbs of the question bank, and of making a paper out of it."""

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.core.moving import moving
from recruitment.core.refusals import Refused
from recruitment.documents.models import Document
from screening.competence.models import Material, Paper, Question, RubricLine, Task
from screening.competence.permissions import may_prepare, may_propose, may_review, may_set
from screening.competence.queries import LINE_TEXTS, columns
from screening.competence.states import PaperState


@transaction.atomic
def write(question: Question, *, by: User) -> Question:
    """Keep a draft: a new one belongs to whoever wrote it, and only its author changes it."""
    if not may_set(question, by):
        raise PermissionDenied
    if question.pk is None:
        question.author = by
    elif not may_propose(question, by):
        raise PermissionDenied
    if not question.is_editable:
        raise Refused(_("Only a draft can be changed."), subject=question)
    question.save()
    record("screening.question.write", question, by=by)
    return question


@transaction.atomic
def attach(question: Question, *, document: Document, by: User) -> Material:
    """Add a file that candidates read with the question."""
    if not may_propose(question, by) or not question.is_editable or document.owner != by:
        raise PermissionDenied
    material = Material.objects.create(question=question, document=document)
    record("screening.question.attach", question, by=by)
    return material


@transaction.atomic
def look(question: Question, *, by: User) -> None:
    """Every look at a question is recorded."""
    record("screening.question.read", question, by=by)


def missing(question: Question) -> list[str]:
    """What a question lacks before somebody else reviews it, as sentences."""
    said, found = question.content, []
    texts = [getattr(question, column) for column in columns("title")]
    texts += [said.get(column) for column in columns("prompt", "model_answer")]
    texts += [line.get(column) for line in said.get("lines", []) for column in columns(*LINE_TEXTS)]
    if not said.get("lines"):
        found.append(_("The question has no rubric."))
    if not all(texts):
        found.append(_("Every text is needed in all five languages."))
    if not question.competencies:
        found.append(_("Choose at least one competency that the question shows."))
    if any(not material.document.is_accepted for material in question.materials.select_related("document")):
        found.append(_("A file is still being checked, or was refused."))
    return found


def propose(question: Question, *, by: User) -> Question:
    """Hand a complete question to a second setter."""
    with moving(question) as question:
        if lacking := missing(question):
            raise Refused(" ".join(lacking), subject=question)
        question.propose(by=by)
        question.note, question.reviewer = "", None
    return question


def approve(question: Question, *, note: str, by: User) -> Question:
    """A second setter has read it and holds it for fit."""
    if not may_review(question, by):
        raise PermissionDenied
    with moving(question) as question:
        question.reviewer, question.note = by, note
        question.approve(by=by)
        question.approved_at = timezone.now()
    return question


def send_back(question: Question, *, note: str, by: User) -> Question:
    """Back to its author with a remark."""
    with moving(question) as question:
        if not note.strip():
            raise Refused(_("Write what has to be mended."), subject=question)
        question.send_back(by=by)
        question.reviewer, question.note = by, note
    return question


def retire(question: Question, *, by: User) -> Question:
    """Take it out of the bank; papers that have it keep it."""
    with moving(question) as question:
        question.retire(by=by)
    return question


def compose(paper: Paper, *, form: str, questions: Iterable[Question], by: User) -> Paper:
    """Put approved questions into a form of a draft. Only their frame is written down; their words come when the paper is opened."""
    if not may_prepare(paper, by):
        raise PermissionDenied
    with moving(paper) as paper:
        if paper.state != PaperState.DRAFTED:
            raise Refused(_("A sealed paper is not changed."), subject=paper)
        order = paper.tasks.filter(form=form).count()
        chosen = Question.objects.approved().filter(pk__in=[question.pk for question in questions]).order_by("family", "pk")
        for place, question in enumerate(chosen, start=order + 1):
            _place(paper, question, form=form, order=place)
        record("screening.paper.compose", paper, by=by, data={"form": form, "number": len(chosen)})
    return paper


def _place(paper: Paper, question: Question, *, form: str, order: int) -> None:
    frame = {"kind": question.kind, "max_marks": question.max_marks}
    titles = {column: getattr(question, column) for column in columns("title")}
    task = Task.objects.create(paper=paper, question=question, form=form, order=order, **frame, **titles)
    lines = question.content["lines"]
    rows = [RubricLine(task=task, key=line["key"], max=line["max"], order=place) for place, line in enumerate(lines)]
    RubricLine.objects.bulk_create(rows)
