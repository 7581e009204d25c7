"""List, board and queue: the same number of queries for any number of files, and nobody's files but one's own department's."""

import datetime

import pytest
from django.utils import timezone

from recruitment.audit.models import Entry
from screening.applications import actions
from screening.applications.models import Application
from screening.applications.states import State
from screening.desk.queries import on_desk_of, queue_of
from tests import factories


def waiting_for(person, whose: str = "") -> list[Application]:
    return [Application.objects.get(pk=row.line.pk) for row in queue_of(person, whose)]


LIST, BOARD, QUEUE, INDEX = "/admin/applications/application/", "/admin/board/", "/admin/queue/", "/admin/"


@pytest.mark.parametrize(("address", "number"), [(LIST, 6), (BOARD, 9), (QUEUE, 8), (INDEX, 10)])
def test_the_number_of_queries_does_not_grow_with_the_files(
    address, number, as_hr, hr_officer, submitted, more_files, django_assert_num_queries
):
    (first,) = more_files(1, State.QUALIFIED, "first")
    actions.assign(first, officer=hr_officer, by=hr_officer)
    as_hr.get(address)
    with django_assert_num_queries(number):
        assert as_hr.get(address).status_code == 200
    more_files(3, State.QUALIFIED)
    with django_assert_num_queries(number):
        assert as_hr.get(address).status_code == 200


def test_the_list_shows_who_for_what_since_when_and_by_when(as_hr, submitted):
    told = as_hr.get(LIST).content.decode()
    for text in (submitted.reference, "Anna-Lena Müller 穆安娜", submitted.position.reference, "Submitted"):
        assert text in told


def test_a_late_file_is_marked(as_hr, as_checker, qualified):
    Application._base_manager.filter(pk=qualified.pk).update(moved_at=timezone.now() - datetime.timedelta(days=60))
    assert "overdue" in as_hr.get(LIST).content.decode()


@pytest.mark.parametrize("word", ["SH-", "sh-2", "Anna", "müller", "穆"])
def test_a_file_is_found_by_number_or_the_beginning_of_a_name(word, as_hr, submitted):
    assert submitted.reference in as_hr.get(LIST, {"q": word}).content.decode()


@pytest.mark.parametrize("word", ["üller", "nobody", "%", "SH-1999", "C01X00T47"])
def test_nothing_else_is_found(word, as_hr, submitted):
    assert submitted.reference not in as_hr.get(LIST, {"q": word}).content.decode()


@pytest.mark.parametrize("query", ["group=in_review", "state=submitted", "department=FTZ", "officer=none"])
def test_filters_narrow(query, as_hr, submitted):
    assert submitted.reference in as_hr.get(f"{LIST}?{query}").content.decode()


@pytest.mark.parametrize("query", ["group=ended", "state=qualified", "department=STC", "position=0", "officer=1", "officer=x"])
def test_filters_leave_out(query, as_hr, submitted):
    answer = as_hr.get(f"{LIST}?{query}")
    assert answer.status_code == 200 and submitted.reference not in answer.content.decode()


@pytest.mark.parametrize("lookup", ["security_gate=passed", "security_gate__exact=pending", "identity__sex=1", "candidate_code=A"])
def test_an_address_is_no_way_to_ask_about_a_field(lookup, as_hr, submitted):
    assert as_hr.get(f"{LIST}?{lookup}").status_code == 400


def test_drafts_are_not_on_the_desk(as_hr, complete_draft):
    assert "Anna-Lena" not in as_hr.get(LIST).content.decode()
    assert as_hr.get(f"{LIST}{complete_draft.pk}/change/").status_code == 404


@pytest.mark.parametrize("who", ["foreign_hr_officer"])
def test_another_department_sees_nothing(who, request, client, submitted):
    client.force_login(request.getfixturevalue(who))
    assert submitted.reference not in client.get(LIST).content.decode()
    assert client.get(f"{LIST}{submitted.pk}/change/").status_code == 404
    assert client.get(f"{LIST}{submitted.pk}/do/assign/").status_code == 404
    assert submitted.position.reference not in client.get(BOARD).content.decode()


@pytest.mark.parametrize("who", ["publicity_officer", "specialist", "system_administrator", "superuser"])
@pytest.mark.parametrize("address", [LIST, BOARD, QUEUE])
def test_other_staff_has_no_desk_here(who, address, request, client, submitted):
    client.force_login(request.getfixturevalue(who))
    assert client.get(address).status_code == 403


def test_candidates_do_not_enter(client, submitted, candidate):
    client.force_login(candidate)
    assert {client.get(address).status_code for address in (LIST, BOARD, QUEUE, INDEX)} == {302}


def test_nobody_finds_their_own_file(as_hr, hr_officer, position):
    own = factories.brought_to(factories.complete(factories.application(position, hr_officer)), State.SUBMITTED)
    assert own.reference not in as_hr.get(LIST).content.decode()
    assert as_hr.get(f"{LIST}{own.pk}/change/").status_code == 404
    assert f"position={position.pk}" not in as_hr.get(BOARD).content.decode()


def test_a_number_of_the_board_leads_to_its_files(as_hr, submitted, position):
    address = f"{LIST}?position={position.pk}&state=submitted"
    assert address.replace("&", "&amp;") in as_hr.get(BOARD).content.decode()
    assert submitted.reference in as_hr.get(address).content.decode()


def test_the_queue_holds_what_waits_for_the_role(submitted, hr_officer, qualification_officer):
    assert waiting_for(hr_officer) == []
    assert waiting_for(qualification_officer) == [submitted]


def test_the_queue_leaves_others_their_files(submitted, qualification_officer, second_qualification_officer):
    Application._base_manager.filter(pk=submitted.pk).update(officer=second_qualification_officer)
    assert waiting_for(qualification_officer) == []
    assert waiting_for(second_qualification_officer, "mine") == [submitted]


def test_the_nearest_promise_comes_first(submitted, more_files, qualification_officer):
    (late,) = more_files(1)
    Application._base_manager.filter(pk=late.pk).update(moved_at=timezone.now() - datetime.timedelta(days=60))
    rows = queue_of(qualification_officer)
    assert waiting_for(qualification_officer) == [late, submitted] and rows[0].is_overdue and not rows[1].is_overdue


@pytest.mark.parametrize("who", ["hr_officer", "second_hr_officer", "foreign_hr_officer", "qualification_officer"])
def test_the_list_holds_what_the_reader_may_work_on_and_nothing_else(who, request, client, submitted, more_files):
    more_files(2, State.QUALIFIED)
    reader = request.getfixturevalue(who)
    client.force_login(reader)
    page = client.get(LIST).content.decode()
    mine = {file.pk for file in on_desk_of(reader)}
    assert {file.pk for file in Application.objects.all() if f'value="{file.pk}" class="action-select"' in page} == mine


def test_what_is_chosen_stays_chosen_and_pages_end(as_hr, submitted):
    page = as_hr.get(f"{LIST}?state=submitted&position={submitted.position_id}&officer=none&q=Anna&o=-1&p=9").content.decode()
    for text in ('value="submitted" selected', f'value="{submitted.position_id}" selected', 'value="none" selected', 'value="Anna"'):
        assert text in page
    assert submitted.reference in page and 'aria-sort="descending"' in page


def test_nobody_is_stopped_by_what_was_not_ticked(as_hr, submitted):
    for told in ({"action": "assign"}, {"action": "assign", "_selected_action": ["x", "9" * 30]}, {"action": "none"}, {}):
        answer = as_hr.post(LIST, told)
        assert answer.status_code == 302 and answer["Location"] == LIST
    assert '<ul class="messagelist"><li class="warning">' in as_hr.get(LIST).content.decode()


def test_several_files_are_handed_over_at_once(as_hr, more_files, hr_officer, second_hr_officer, foreign_hr_officer):
    files = more_files(2)
    told = {"action": "assign", "_selected_action": [file.pk for file in files], "select_across": "1"}
    page = as_hr.post(LIST, told).content.decode()
    assert str(second_hr_officer) in page and str(foreign_hr_officer) not in page
    done = as_hr.post(LIST, {**told, "confirmed": "1", "officer": second_hr_officer.pk})
    assert done.status_code == 200
    assert set(Application.objects.values_list("officer", flat=True)) == {second_hr_officer.pk}
    assert Entry.objects.filter(verb="screening.application.assign").count() == 2


def test_a_case_officer_of_an_earlier_stage_holds_nobody_up(qualified, hr_officer, second_hr_officer, qualification_officer):
    Application._base_manager.filter(pk=qualified.pk).update(officer=qualification_officer)
    assert (
        waiting_for(hr_officer) == [qualified] and waiting_for(hr_officer, "free") == [qualified] and waiting_for(hr_officer, "mine") == []
    )
    Application._base_manager.filter(pk=qualified.pk).update(officer=second_hr_officer)
    assert waiting_for(hr_officer) == []


def test_a_proposed_rejection_waits_for_everybody_but_its_proposer(qualified, hr_officer, second_hr_officer, foreign_hr_officer):
    sentence = "The result lies below the pass mark of the round."
    actions.propose_rejection(qualified, reason="test_below_minimum", sentence=sentence, by=hr_officer)
    assert [waiting_for(person) for person in (hr_officer, second_hr_officer, foreign_hr_officer)] == [[], [qualified], []]


def test_what_the_security_review_did_not_pass_waits_for_hr(nominated, hr_officer):
    assert waiting_for(hr_officer) == []
    Application._base_manager.filter(pk=nominated.pk).update(security_gate="not_passed")
    assert waiting_for(hr_officer) == [nominated]
