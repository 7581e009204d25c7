"""Moderate and ask: a chief marker sets another score beside the sheets; a marker proposes a question for the interview."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse

from recruitment.audit.models import Entry
from recruitment.core.refusals import Refused
from recruitment.ledger.models import Leaf
from screening.competence import actions
from screening.competence.models import FollowUp, Moderation, Sitting
from screening.competence.states import ModerationReason, SittingState
from tests import assessments

TOLD = {"score": Decimal("74.50"), "reason": ModerationReason.OVERLOOKED, "text": "The annex of the second task was overlooked."}


def page(name: str, *args) -> str:
    return reverse(f"competence:{name}", args=args)


@pytest.fixture
def marked(markings, handed_in) -> Sitting:
    for marking in markings:
        assessments.locked(marking, 70)
    return Sitting.objects.get(pk=handed_in.pk)


def test_a_moderation_stands_beside_the_marks_and_counts(marked, assessor, hr_officer):
    before = list(marked.markings.values_list("total", "locked_at"))
    actions.moderate(marked, by=assessor, **TOLD)
    row = Moderation.objects.get()
    assert (row.before, row.score, row.chief) == (Decimal("70.00"), Decimal("74.50"), assessor)
    assert list(marked.markings.values_list("total", "locked_at")) == before
    assert Leaf.objects.get(kind="moderation").opening.payload == {"before": "70.00", "score": "74.50", "reason": "overlooked"}
    assert Entry.objects.filter(verb="screening.sitting.moderate").count() == 1
    concluded = actions.conclude(marked, by=hr_officer)
    assert (concluded.score, concluded.state) == (Decimal("74.50"), SittingState.CONCLUDED)
    with pytest.raises(PermissionDenied):
        actions.moderate(concluded, by=assessor, **TOLD)


@pytest.mark.parametrize("who", ["second_assessor", "third_assessor", "candidate", "hr_officer", "setter", "superuser"])
def test_nobody_but_the_chair_of_the_marking_panel_moderates(who, request, client, marked):
    person = request.getfixturevalue(who)
    with pytest.raises(PermissionDenied):
        actions.moderate(marked, by=person, **TOLD)
    client.force_login(person)
    assert client.get(page("moderate", marked.code)).status_code == 404
    assert marked.code not in client.get(page("chief")).content.decode()


def test_a_script_whose_marking_is_not_finished_is_not_moderated(markings, handed_in, assessor, client):
    assessments.locked(markings[0], 70)
    with pytest.raises(Refused, match="all its markers"):
        actions.moderate(handed_in, by=assessor, **TOLD)
    client.force_login(assessor)
    assert client.get(page("moderate", handed_in.code)).url == page("chief")


def test_a_moderation_without_an_explanation_is_refused(marked, assessor):
    with pytest.raises(Refused, match="20 characters"):
        actions.moderate(marked, by=assessor, **{**TOLD, "text": "Because."})


def test_a_moderation_is_never_changed_nor_deleted(marked, assessor):
    actions.moderate(marked, by=assessor, **TOLD)
    for change in (lambda: Moderation.objects.update(score=1), lambda: Moderation.objects.all().delete()):
        with pytest.raises(IntegrityError, match="sealed or locked"), transaction.atomic():
            change()


def test_the_chair_moderates_on_the_site_by_number_and_the_markers_see_it(client, marked, assessor, candidate, markings):
    client.force_login(assessor)
    assert marked.code in client.get(page("chief")).content.decode()
    shown = client.get(page("moderate", marked.code)).content.decode()
    assert assessments.OBSERVATION in shown and str(candidate) not in shown and marked.application.reference not in shown
    assert client.post(page("moderate", marked.code), {"score": "74.5", "reason": "x", "text": ""}).status_code == 422
    assert client.post(page("moderate", marked.code), {**TOLD, "score": "74.5"}).url == page("chief")
    client.force_login(markings[1].marker)
    told = client.get(page("script", marked.code)).content.decode()
    assert "Moderated from 70.00 to 74.50" in told and "Total: 70.00 of 100" in told


def test_a_marker_proposes_a_question_for_the_interview(client, markings, handed_in, third_assessor):
    marking = markings[0]
    client.force_login(marking.marker)
    address = page("follow_up", handed_in.code)
    assert client.get(address).status_code == 200
    assert client.post(address, {"text": ""}).status_code == 422
    assert client.post(address, {"text": "Why three steps?"}).url == page("script", handed_in.code)
    assert FollowUp.objects.get().text == "Why three steps?"
    assert "Why three steps?" in client.get(address).content.decode()
    other = next(person for person in {third_assessor, *(row.marker for row in markings)} if person != marking.marker)
    with pytest.raises(PermissionDenied):
        actions.ask(marking, text="Mine.", by=other)
    client.force_login(markings[1].marker)
    assert "Why three steps?" not in client.get(address).content.decode()
