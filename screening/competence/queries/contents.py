"""What a paper says: gathered to be sealed, compared and put back when it is opened, and looked through for gaps."""

from collections.abc import Iterator

from django.conf import settings
from django.utils.translation import gettext as _
from modeltranslation.utils import build_localized_fieldname

from positions.models import Competency
from positions.states import Stage
from screening.competence.states import PaperState

TASK_TEXTS = ("title", "prompt", "model_answer")
LINE_TEXTS = ("name", "anchor_low", "anchor_mid", "anchor_high")


def columns(*names: str) -> list[str]:
    """The columns of these texts, one for each language."""
    return [build_localized_fieldname(name, code) for name in names for code, _name in settings.LANGUAGES]


def _texts(row, *names: str) -> dict[str, str]:
    return {column: getattr(row, column) or "" for column in columns(*names)}


def content(paper) -> dict:
    """All that a paper says, in one order: what is sealed, and what is compared when it is opened."""
    told = "lines", "question__materials__document"
    tasks = paper.tasks.select_related("question").prefetch_related(*told)
    said = [_from_bank(task) if task.question_id and paper.state == PaperState.DRAFTED else _from_rows(task) for task in tasks]
    return {"minutes": paper.minutes, **_texts(paper, "title", "instructions"), "tasks": said}


def _frame(task) -> dict:
    files = [material.document.sha256 for material in task.question.materials.all()] if task.question_id else []
    return {"form": task.form, "order": task.order, "kind": task.kind, "max_marks": task.max_marks, "materials": files}


def _from_rows(task) -> dict:
    lines = [{"key": line.key, "max": line.max, **_texts(line, *LINE_TEXTS)} for line in task.lines.all()]
    return {**_frame(task), **_texts(task, *TASK_TEXTS), "lines": lines}


def _from_bank(task) -> dict:
    said, named = task.question.content, _texts(task.question, "title")
    texts = {column: said.get(column, "") for column in columns("prompt", "model_answer")}
    lines = [{name: line.get(name, "") for name in ("key", "max", *columns(*LINE_TEXTS))} for line in said.get("lines", [])]
    return {**_frame(task), **named, **texts, "lines": lines}


def gaps(paper) -> list[str]:
    """What keeps a paper from being sealed, as sentences; nothing when it is complete."""
    said, found = content(paper), []
    if not said["tasks"]:
        found.append(_("The paper has no task."))
    if paper.opens_at is None or paper.closes_at is None:
        found.append(_("Enter when the paper opens and closes."))
    for task in said["tasks"]:
        if sum(line["max"] for line in task["lines"]) != task["max_marks"]:
            found.append(_("Task %(order)s: the points of its rubric lines must add up to its marks.") % {"order": task["order"]})
    if not all(texts_of(said)):
        found.append(_("Every text is needed in all five languages."))
    if not is_parallel(paper):
        found.append(_("The forms of a paper must match: the same kinds, marks and families of questions at the same places."))
    return found


def texts_of(said: dict | list) -> Iterator[str]:
    """Every text that a paper cannot do without."""
    for name, value in said.items() if isinstance(said, dict) else enumerate(said):
        if isinstance(value, str) and not str(name).startswith("model_answer"):
            yield value.strip()
        elif isinstance(value, dict | list):
            yield from texts_of(value)


def forms_of(paper) -> list[str]:
    """The letters of the forms that a paper has."""
    return sorted(set(paper.tasks.order_by().values_list("form", flat=True)))


def is_parallel(paper) -> bool:
    """Whether every form asks for the same at the same place, by questions that may stand for one another."""
    shapes: dict[str, list] = {}
    for task in paper.tasks.select_related("question"):
        family = task.question.family if task.question_id else ""
        shapes.setdefault(task.form, []).append((task.order, task.kind, task.max_marks, family))
    return len({tuple(shape) for shape in shapes.values()}) < 2


def uncovered(paper) -> dict[str, list[Competency]]:
    """The test plan: for each form the competencies of the post's assessment plan that none of its bank questions covers."""
    model = paper.position.competency_model
    plan = list(model.competencies.filter(stage=Stage.COMPETENCE)) if model else []
    covered: dict[str, set[str]] = {}
    for task in paper.tasks.select_related("question"):
        covered.setdefault(task.form, set()).update(task.question.competencies if task.question_id else [])
    found = {form: [competency for competency in plan if competency.key not in keys] for form, keys in sorted(covered.items())}
    return {form: missing for form, missing in found.items() if missing}
