"""Invite: every qualified candidate of the post, once."""

import pytest
from django.core.exceptions import PermissionDenied

from recruitment.audit.models import Entry
from recruitment.core.refusals import Refused
from recruitment.notifications.models import Letter
from screening.applications.models import Arrangement
from screening.competence import actions
from screening.competence.models import Sitting
from screening.competence.states import SittingState
from tests import assessments


def test_a_qualified_candidate_gets_a_sitting_under_the_candidate_number_and_a_letter(paper, qualified, hr_officer, candidate):
    (sitting,) = actions.invite(paper, by=hr_officer)
    assert (sitting.code, sitting.state) == (qualified.candidate_code, SittingState.INVITED)
    letter = Letter.objects.get(recipient=candidate, kind="invited")
    assert letter.language == "de"
    assert f"/de/tests/{sitting.uuid}/" in letter.body
    assert Entry.objects.get(verb="screening.paper.invite").data == {"number": 1}


def test_extra_time_that_was_arranged_comes_with_the_invitation(paper, qualified, hr_officer):
    Arrangement.objects.create(application=qualified, test_minutes=25, steps="Room 2.", arranged_by=hr_officer)
    (sitting,) = actions.invite(paper, by=hr_officer)
    assert sitting.extra_minutes == 25


def test_the_letter_is_posted_after_the_commit(paper, qualified, hr_officer, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        actions.invite(paper, by=hr_officer)
    assert callbacks


def test_done_again_it_invites_only_those_who_came_later(paper, qualified, position, hr_officer):
    actions.invite(paper, by=hr_officer)
    later = assessments.file(position, 2)
    assert [sitting.application_id for sitting in actions.invite(paper, by=hr_officer)] == [later.pk]
    assert Letter.objects.filter(kind="invited").count() == 2


def test_others_are_not_invited(paper, submitted, position, hr_officer):
    assessments.file(position, 2, "tested")
    assessments.file(position, 3, "withdrawn")
    assert actions.invite(paper, by=hr_officer) == []


def test_a_draft_is_no_paper_to_invite_to(draft_paper, qualified, hr_officer):
    with pytest.raises(Refused, match="sealed paper"):
        actions.invite(draft_paper, by=hr_officer)
    assert not Sitting.objects.exists()


@pytest.mark.parametrize("who", ["candidate", "outsider", "assessor", "qualification_officer", "foreign_hr_officer", "superuser"])
def test_nobody_but_hr_of_the_department_invites(who, request, paper, qualified):
    with pytest.raises(PermissionDenied):
        actions.invite(paper, by=request.getfixturevalue(who))
