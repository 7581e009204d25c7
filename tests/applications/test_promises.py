"""Promises: shown to the candidate, told honestly when they are missed, brought before those who can help; once each."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from recruitment.audit.models import Entry
from recruitment.calendar.queries import working_days
from recruitment.notifications.kinds import Kind
from recruitment.notifications.models import Letter
from screening.applications import actions, tasks
from screening.applications.conditions import promised_on
from screening.applications.models import Application, MissedPromise
from screening.applications.states import State
from screening.applications.states.following import CLOCKS
from tests import factories

pytestmark = pytest.mark.django_db


def aged(application, days: int = 60) -> Application:
    Application._base_manager.filter(pk=application.pk).update(moved_at=timezone.now() - datetime.timedelta(days=days))
    return Application.objects.get(pk=application.pk)


def test_the_candidate_reads_by_when_in_both_zones(submitted, candidate, client):
    candidate.time_zone = "Europe/Berlin"
    candidate.save()
    client.force_login(candidate)
    for page in (reverse("applications:list"), reverse("applications:file", args=[submitted.uuid])):
        told = client.get(page).content.decode()
        assert "Promised by" in told and "23:59" in told and "Berlin" in told


def test_a_missed_promise_is_told_once_with_a_new_day(submitted, candidate, hr_officer, second_hr_officer, foreign_hr_officer):
    late = aged(submitted)
    promised = promised_on(late, working_days())

    assert (tasks.find_missed_promises(), tasks.find_missed_promises()) == (1, 0)

    missed = MissedPromise.objects.get()
    assert (missed.promised_on, missed.state) == (promised, State.SUBMITTED)
    assert missed.expected_on > timezone.localdate()
    letter = Letter.objects.get(kind=Kind.PROMISE_MISSED)
    assert (letter.recipient, letter.language) == (candidate, "de")
    lists = Letter.objects.filter(kind=Kind.PROMISES_MISSED)
    assert {one.recipient for one in lists} == {hr_officer, second_hr_officer}
    assert Entry.objects.filter(verb="screening.application.miss_promise").count() == 1


def test_the_list_is_one_letter_however_many_files(submitted, rival, position, hr_officer):
    aged(submitted)
    aged(factories.brought_to(factories.complete(factories.application(position, rival)), State.QUALIFIED))
    assert tasks.find_missed_promises() == 2
    letter = Letter.objects.get(kind=Kind.PROMISES_MISSED, recipient=hr_officer)
    assert letter.body.count("SH-") == 2


def test_the_new_day_is_a_promise_too(submitted):
    aged(submitted)
    tasks.find_missed_promises()
    missed = MissedPromise.objects.get()
    past = timezone.localdate() - datetime.timedelta(days=3)
    MissedPromise.objects.filter(pk=missed.pk).update(promised_on=past - datetime.timedelta(days=9), expected_on=past)
    assert tasks.find_missed_promises() == 1
    assert Letter.objects.filter(kind=Kind.PROMISE_MISSED).count() == 2


def test_what_is_in_time_or_in_the_candidates_hands_is_left_alone(submitted, rival, position):
    aged(factories.brought_to(factories.complete(factories.application(position, rival)), State.RETURNED))
    assert tasks.find_missed_promises() == 0
    assert Letter.objects.count() == 0


def test_the_next_stage_begins_with_a_clean_promise(submitted, candidate, client):
    aged(submitted)
    tasks.find_missed_promises()
    Application._base_manager.filter(pk=submitted.pk).update(moved_at=timezone.now())
    client.force_login(candidate)
    assert "have not kept it" not in client.get(reverse("applications:file", args=[submitted.uuid])).content.decode()


def test_the_page_is_honest_and_names_the_new_day(submitted, candidate, client):
    aged(submitted)
    tasks.find_missed_promises()
    client.force_login(candidate)
    page = client.get(reverse("applications:file", args=[submitted.uuid])).content.decode()
    assert "have not kept it" in page and "Now expected by:" in page


def test_the_security_review_is_not_named(nominated):
    aged(nominated)
    tasks.find_missed_promises()
    assert "ecurity" not in Letter.objects.get(kind=Kind.PROMISE_MISSED).body


def test_queue_and_board_put_it_first_and_mark_it(submitted, qualification_officer, client):
    aged(submitted)
    tasks.find_missed_promises()
    client.force_login(qualification_officer)
    assert "overdue" in client.get("/admin/queue/").content.decode()
    assert "1 later than promised" in client.get("/admin/board/").content.decode()
    assert (
        "The candidate was told to expect it by" in client.get(f"/admin/applications/application/{submitted.pk}/change/").content.decode()
    )


def test_a_file_that_moved_at_the_same_moment_is_not_written_to(submitted, robot):
    stale = aged(submitted)
    Application._base_manager.filter(pk=submitted.pk).update(moved_at=timezone.now())
    assert actions.miss_promise(stale, working_days(), by=robot) is None


def test_every_stage_with_a_clock_has_its_working_days(position):
    assert all(position.round.service_days[stage] >= 1 for stage in CLOCKS.values())


@pytest.mark.parametrize("number", [1, 3])
def test_the_dashboard_asks_as_often_for_one_file_as_for_three(
    number, candidate, client, department, hr_officer, second_hr_officer, django_assert_num_queries
):
    for _file in range(number):
        post = factories.published_position(department, author=hr_officer, reviewer=second_hr_officer)
        factories.brought_to(factories.complete(factories.application(post, candidate)), State.SUBMITTED)
    client.force_login(candidate)
    client.get(reverse("applications:list"))
    with django_assert_num_queries(4):
        client.get(reverse("applications:list"))
