"""Seal a booklet, offer slots, invite."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from django_fsm import TransitionNotAllowed

from recruitment.audit.models import Entry
from recruitment.core.refusals import Refused
from recruitment.ledger.models import Leaf
from recruitment.notifications.models import Letter
from screening.assessors.states import PanelKind
from screening.crosscultural import actions
from screening.crosscultural.models import Booklet, Dimension, Interview, Question, Slot
from tests import assessments

STRANGERS = ["candidate", "rival", "outsider", "assessor", "qualification_officer", "foreign_hr_officer", "superuser"]


def test_a_sealed_booklet_stands_in_the_ledger_and_never_changes(booklet):
    assert Leaf.objects.get(kind="booklet.sealed").opening.payload == {"digest": booklet.digest}
    assert Entry.objects.filter(verb="screening.booklet.seal").count() == 1
    changes = (
        lambda: Booklet.objects.filter(pk=booklet.pk).update(instructions_ja="別"),
        lambda: Question.objects.filter(booklet=booklet).update(order=7),
        lambda: Question.objects.filter(booklet=booklet).delete(),
        lambda: Dimension.objects.create(
            booklet=booklet, key="more", name="More", description="m", anchor_1="a", anchor_3="b", anchor_5="c"
        ),
    )
    for change in changes:
        with pytest.raises(IntegrityError, match="sealed"), transaction.atomic():
            change()


def test_a_booklet_is_sealed_once_and_complete(position, hr_officer, booklet):
    with pytest.raises(TransitionNotAllowed):
        actions.seal(booklet, by=hr_officer)


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda booklet: booklet.questions.all().delete(), "no question"),
        (lambda booklet: booklet.dimensions.all().delete(), "no dimension"),
        (lambda booklet: booklet.dimensions.update(anchor_3_ko=""), "five languages"),
    ],
)
def test_an_incomplete_booklet_is_not_sealed(position, hr_officer, spoil, sentence):
    booklet = assessments.draft_booklet(position)
    spoil(booklet)
    with pytest.raises(Refused, match=sentence):
        actions.seal(booklet, by=hr_officer)


@pytest.mark.parametrize("who", STRANGERS)
def test_nobody_but_hr_of_the_department_seals_offers_or_invites(who, request, position, panel):
    stranger = request.getfixturevalue(who)
    with pytest.raises(PermissionDenied):
        actions.seal(assessments.draft_booklet(position), by=stranger)
    with pytest.raises(PermissionDenied):
        assessments.slots(panel, by=stranger)
    with pytest.raises(PermissionDenied):
        actions.invite(panel, by=stranger)


def test_the_general_booklet_belongs_to_hr_of_all_departments(hr_officer, db):
    from tests import factories

    everywhere = factories.person("personnel_office", "hr_officer", department="*")
    booklet = assessments.draft_booklet()
    with pytest.raises(PermissionDenied):
        actions.seal(booklet, by=hr_officer)
    assert actions.seal(booklet, by=everywhere).digest


def test_there_is_one_general_booklet_and_one_for_each_post(position, db):
    for target in (None, position):
        assessments.draft_booklet(target)
        with pytest.raises(IntegrityError), transaction.atomic():
            assessments.draft_booklet(target)


def test_slots_are_offered_and_do_not_overlap(slots, panel, hr_officer):
    assert [slot.minutes for slot in slots] == [45, 45, 45]
    assert Entry.objects.get(verb="screening.panel.offer").data == {"number": 3}
    begin = slots[0].starts_at + datetime.timedelta(minutes=44)
    with pytest.raises(Refused, match="already has a slot"):
        actions.offer(panel, times=[(begin, begin + datetime.timedelta(minutes=10))], place="Room 1", by=hr_officer)
    end = slots[-1].ends_at
    actions.offer(panel, times=[(end, end + datetime.timedelta(minutes=45))], place="Room 1", by=hr_officer)


def test_a_panel_of_two_offers_nothing(position, hr_officer, assessor, second_assessor):
    small = assessments.panel(position, PanelKind.INTERVIEW, members=[assessor, second_assessor], by=hr_officer)
    with pytest.raises(Refused, match="at least three"):
        assessments.slots(small, by=hr_officer)


def test_candidates_who_passed_the_test_are_asked_to_choose(interview, tested, candidate):
    assert interview.code == tested.candidate_code
    letter = Letter.objects.get(recipient=candidate, kind="interview_opened")
    assert letter.language == "de" and f"/de/interviews/{interview.uuid}/" in letter.body
    assert Entry.objects.get(verb="screening.panel.invite").data == {"number": 1}


def test_inviting_again_invites_only_those_who_came_later(interview, panel, position, hr_officer):
    later = assessments.file(position, 2, "tested")
    assessments.file(position, 3, "qualified")
    assert [row.application_id for row in actions.invite(panel, by=hr_officer)] == [later.pk]


def test_without_a_sealed_booklet_or_slots_nobody_is_invited(panel, tested, position, hr_officer):
    with pytest.raises(Refused, match="Seal the question booklet"):
        actions.invite(panel, by=hr_officer)
    actions.seal(assessments.draft_booklet(position), by=hr_officer)
    with pytest.raises(Refused, match="Offer slots"):
        actions.invite(panel, by=hr_officer)
    assert not Interview.objects.exists()


def test_a_slot_is_somewhere_and_ends_after_it_begins(panel):
    now = timezone.now()
    for fields in ({"ends_at": now + assessments.HOUR}, {"ends_at": now, "place": "Room 1"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Slot.objects.create(panel=panel, starts_at=now, **fields)
