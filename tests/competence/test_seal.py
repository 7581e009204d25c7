"""Seal: a complete paper is fixed, its hash stands in the ledger."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from django_fsm import TransitionNotAllowed

from recruitment.audit.models import Entry
from recruitment.core.refusals import Refused
from recruitment.ledger.models import Leaf
from screening.competence import actions
from screening.competence.models import Paper, RubricLine, Task
from screening.competence.states import PaperState


def test_a_sealed_paper_has_a_hash_that_the_ledger_commits_to(draft_paper, hr_officer):
    paper = Paper.objects.get(pk=actions.seal(draft_paper, by=hr_officer).pk)
    assert (paper.state, len(paper.digest)) == (PaperState.SEALED, 64)
    leaf = Leaf.objects.get(kind="paper.sealed", reference=paper.reference)
    assert leaf.opening.payload == {"digest": paper.digest}
    assert Entry.objects.filter(verb="screening.paper.seal", subject_reference=paper.reference, target="sealed").count() == 1


@pytest.mark.parametrize("who", ["candidate", "rival", "outsider", "assessor", "qualification_officer", "foreign_hr_officer", "superuser"])
def test_nobody_but_hr_of_the_department_seals(who, request, draft_paper):
    with pytest.raises(PermissionDenied):
        actions.seal(draft_paper, by=request.getfixturevalue(who))
    assert Paper.objects.get(pk=draft_paper.pk).state == PaperState.DRAFTED


def test_hr_who_applied_for_the_post_does_not_seal_its_paper(draft_paper, hr_officer, position):
    from tests import factories

    factories.application(position, hr_officer)
    with pytest.raises(PermissionDenied):
        actions.seal(draft_paper, by=hr_officer)


def test_a_paper_is_sealed_once(paper, hr_officer):
    with pytest.raises(TransitionNotAllowed):
        actions.seal(paper, by=hr_officer)


def _without_task(paper):
    paper.tasks.all().delete()


def _with_a_missing_language(paper):
    Paper.objects.filter(pk=paper.pk).update(instructions_ko="")


def _with_points_that_do_not_add_up(paper):
    RubricLine.objects.filter(task__paper=paper, key="facts").update(max=19)


def _without_hours(paper):
    Paper.objects.filter(pk=paper.pk).update(opens_at=None)


def _in_the_past(paper):
    long_ago = timezone.now() - datetime.timedelta(days=3)
    Paper.objects.filter(pk=paper.pk).update(opens_at=long_ago, closes_at=long_ago + datetime.timedelta(hours=1))


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (_without_task, "no task"),
        (_with_a_missing_language, "five languages"),
        (_with_points_that_do_not_add_up, "add up"),
        (_without_hours, "opens and closes"),
        (_in_the_past, "in the past"),
    ],
)
def test_an_incomplete_paper_is_not_sealed_and_the_refusal_says_why(spoil, sentence, draft_paper, hr_officer):
    spoil(draft_paper)
    with pytest.raises(Refused, match=sentence):
        actions.seal(draft_paper, by=hr_officer)


def test_nothing_in_a_sealed_paper_can_be_changed_even_behind_the_verbs(paper):
    changes = (
        lambda: Paper.objects.filter(pk=paper.pk).update(minutes=500 - 20),
        lambda: Paper.objects.filter(pk=paper.pk).update(title_de="Anders"),
        lambda: Task.objects.filter(paper=paper).update(prompt_en="Do that."),
        lambda: RubricLine.objects.filter(task__paper=paper).update(max=1),
        lambda: RubricLine.objects.filter(task__paper=paper).delete(),
        lambda: Task.objects.create(paper=paper, order=3, kind="writing", max_marks=1, title="More", prompt="More"),
    )
    for change in changes:
        with pytest.raises(IntegrityError, match="sealed"), transaction.atomic():
            change()
