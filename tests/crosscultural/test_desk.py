"""HR's desk: booklets, the boards of the panels, names only after the result."""

import pytest
from django.urls import reverse

from screening.crosscultural import actions
from screening.crosscultural.models import Booklet, Interview, Slot
from screening.crosscultural.states import BookletState, InterviewState
from tests import assessments


def page(model: str, what: str, *args) -> str:
    return reverse(f"admin:crosscultural_{model}_{what}", args=args)


@pytest.fixture
def as_hr(client, hr_officer):
    client.force_login(hr_officer)
    return client


def test_hr_writes_and_seals_a_booklet(as_hr, position):
    nothing = {f"{prefix}-{what}": 0 for prefix in ("questions", "dimensions") for what in ("TOTAL_FORMS", "INITIAL_FORMS")}
    told = {"position": position.pk, "minutes": 45, **assessments.five(title="Booklet", instructions="Ask."), **nothing}
    assert as_hr.post(page("booklet", "add"), {**told, "position": ""}).status_code == 200
    response = as_hr.post(page("booklet", "add"), told)
    assert response.status_code == 302, response.context["adminform"].form.errors
    booklet = Booklet.objects.get()
    refused = as_hr.post(page("booklet", "verb", booklet.pk, "seal"), follow=True)
    assert "has no question" in refused.content.decode()
    assert Booklet.objects.get().state == BookletState.DRAFTED


def test_a_sealed_booklet_is_only_read(as_hr, booklet):
    told = as_hr.get(page("booklet", "change", booklet.pk)).content.decode()
    assert 'name="title_en"' not in told and "Booklet (en)" in told
    assert as_hr.get(page("booklet", "changelist")).status_code == 200


def test_hr_offers_slots_and_invites(as_hr, panel, booklet, tested):
    offer = page("interviewpanel", "verb", panel.pk, "offer")
    told = {"starts_at": "2030-03-01T09:00", "minutes": 45, "pause": 15, "number": 4, "place": "Room 1"}
    assert as_hr.get(offer).status_code == 200
    assert "must lie ahead" in as_hr.post(offer, {**told, "starts_at": "2020-03-01T09:00"}).content.decode()
    assert "Enter a place" in as_hr.post(offer, {**told, "place": ""}).content.decode()
    assert as_hr.post(offer, told).status_code == 302
    assert [slot.minutes for slot in Slot.objects.all()] == [45] * 4
    assert "already has a slot" in as_hr.post(offer, told, follow=True).content.decode()
    as_hr.post(page("interviewpanel", "verb", panel.pk, "invite"))
    assert Interview.objects.get().code == tested.candidate_code


def test_the_board_shows_numbers_and_a_name_only_after_the_result(as_hr, held, panel, seated, hr_officer):
    reference = held.application.reference
    board = as_hr.get(page("interviewpanel", "change", panel.pk)).content.decode()
    assert held.code in board and "0 / 5" in board and reference not in board
    for member in seated:
        assessments.rated(held, 4, by=member)
    assert "5 / 5" in as_hr.get(page("interviewpanel", "change", panel.pk)).content.decode()
    before = as_hr.get(page("interview", "change", held.pk)).content.decode()
    assert reference not in before and "80.00" not in before and assessments.OBSERVATION not in before
    assert as_hr.post(page("interview", "verb", held.pk, "conclude")).status_code == 302
    after = as_hr.get(page("interview", "change", held.pk)).content.decode()
    assert reference in after and "80.00" in after and assessments.OBSERVATION in after
    assert Interview.objects.get().state == InterviewState.CONCLUDED
    assert as_hr.get(page("interview", "changelist")).status_code == 200


def test_an_interview_that_was_not_attended_is_recorded(as_hr, held):
    as_hr.post(page("interview", "verb", held.pk, "miss"))
    assert Interview.objects.get().state == InterviewState.MISSED


@pytest.mark.parametrize("who", ["foreign_hr_officer", "qualification_officer", "publicity_officer", "superuser"])
def test_boards_do_not_exist_for_others_in_the_admin(client, request, booked, panel, booklet, who):
    client.force_login(request.getfixturevalue(who))
    for model, row in (("interviewpanel", panel), ("interview", booked), ("booklet", booklet)):
        listed = client.get(page(model, "changelist"))
        assert listed.status_code == 403 or booked.code not in listed.content.decode()
        assert client.get(page(model, "change", row.pk)).status_code in (302, 403, 404)
    assert client.post(page("interviewpanel", "verb", panel.pk, "invite")).status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_the_board_needs_the_same_number_of_queries_for_one_interview_and_for_three(
    as_hr, position, panel, booklet, slots, hr_officer, rows, django_assert_num_queries
):
    files = {file.pk: file for file in (assessments.file(position, number, "tested") for number in range(rows))}
    for interview, slot in zip(actions.invite(panel, by=hr_officer), slots, strict=False):
        actions.book(interview, slot=slot, by=files[interview.application_id].candidate)
    for address, number in ((page("interviewpanel", "change", panel.pk), BOARD), (page("interview", "changelist"), LIST)):
        as_hr.get(address)
        with django_assert_num_queries(number):
            as_hr.get(address)


BOARD = 11
LIST = 6
