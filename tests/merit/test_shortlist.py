"""The interview ratio: so many for each vacancy, ties at the limit come too, and nobody is left out by silence."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from recruitment.audit.models import Entry
from recruitment.core.refusals import Refused
from recruitment.ledger.models import Leaf
from screening.applications.models import Application
from screening.merit import actions, scoring
from screening.merit.models import Shortlist
from tests import assessments


@pytest.fixture
def tested(position):
    """Files that passed the test, by their scores."""
    return lambda *scores: [
        assessments.file(position, number, "tested", competence_score=Decimal(score)) for number, score in enumerate(scores)
    ]


@pytest.fixture
def one_each(position):
    """Two vacancies and one candidate for each."""
    type(position.round).objects.filter(pk=position.round_id).update(interview_ratio=1)
    return type(position).objects.get(pk=position.pk)


def test_the_last_place_takes_everybody_with_its_score():
    scores = [Decimal(score) for score in (90, 80, 80, 70)]
    assert scoring.limit(scores, 2) == 80
    assert scoring.limit(scores, 4) is None and scoring.limit([], 3) is None


def test_the_best_are_invited_and_a_rejection_is_proposed_for_the_others(tested, one_each, hr_officer):
    files = tested("90", "80", "80", "70")
    made = actions.shortlist(one_each, by=hr_officer)
    assert (made.places, made.limit) == (2, Decimal("80.00"))
    assert [line[2] for line in made.lines] == [True, True, True, False]
    last = Application.objects.get(pk=files[3].pk)
    assert last.state == "tested" and last.rejection.reason == "ranked_below" and "70.00" in last.rejection.sentence
    assert not hasattr(Application.objects.get(pk=files[2].pk), "rejection")
    assert Leaf.objects.get(kind="shortlist").opening.payload["places"] == 2
    assert Entry.objects.filter(verb="screening.shortlist.shortlist", actor_id=hr_officer.pk).count() == 1


def test_where_there_is_a_place_for_everybody_nobody_is_left_out(tested, position, hr_officer):
    tested("61", "60")
    made = actions.shortlist(position, by=hr_officer)
    assert made.limit is None and all(line[2] for line in made.lines)


def test_a_list_is_made_once_and_of_all_together(tested, position, hr_officer):
    with pytest.raises(Refused, match="Nobody has passed"):
        actions.shortlist(position, by=hr_officer)
    tested("80")
    late = assessments.file(position, 77, "qualified")
    with pytest.raises(Refused, match="all of them together"):
        actions.shortlist(position, by=hr_officer)
    Application._base_manager.filter(pk=late.pk).update(competence_gate="not_passed")
    actions.shortlist(position, by=hr_officer)
    with pytest.raises(Refused, match="already has"):
        actions.shortlist(type(position).objects.get(pk=position.pk), by=hr_officer)


@pytest.mark.parametrize("who", ["candidate", "outsider", "assessor", "qualification_officer", "foreign_hr_officer", "superuser"])
def test_nobody_but_hr_of_the_department_makes_it(who, request, tested, position):
    tested("80")
    with pytest.raises(PermissionDenied):
        actions.shortlist(position, by=request.getfixturevalue(who))


def test_hr_makes_it_in_the_admin(client, tested, one_each, hr_officer, foreign_hr_officer):
    files = tested("90", "80", "70")
    client.force_login(hr_officer)
    add = reverse("admin:merit_shortlist_add")
    assert client.post(add, {"position": one_each.pk}).status_code == 302
    made = Shortlist.objects.get()
    page = reverse("admin:merit_shortlist_change", args=[made.pk])
    told = client.get(page).content.decode()
    assert "no place" in told and files[2].candidate_code in told
    assert "already has an interview list" in client.post(add, {"position": one_each.pk}).content.decode()
    client.force_login(foreign_hr_officer)
    assert client.get(page).status_code in (302, 404)
