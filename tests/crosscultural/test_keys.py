"""A booklet lies sealed and is opened by two different people; only then the panels read its questions."""

import threading

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, connections, transaction
from django.urls import reverse
from django.utils import timezone

from recruitment.audit.models import Entry
from recruitment.core.refusals import Refused
from recruitment.ledger.models import Leaf
from screening.assessors.states import PanelKind
from screening.crosscultural import actions
from screening.crosscultural.actions.booklets import is_as_sealed
from screening.crosscultural.models import Booking, Booklet, Interview, Question, Slot
from screening.crosscultural.states import KEY_WINDOW, BookletState
from tests import assessments, factories
from tests.assessments import HOUR

SECOND = HOUR / 3600


@pytest.fixture
def near(booked, slots) -> Interview:
    """The first interview begins in half an hour."""
    now = timezone.now()
    Slot.objects.filter(pk=slots[0].pk).update(starts_at=now + HOUR / 2, ends_at=now + HOUR)
    return booked


def everything() -> str:
    """All that the tables of booklets hold, as text."""
    with connection.cursor() as cursor:
        told = []
        for table in ("booklet", "question", "dimension"):
            cursor.execute(f"select string_agg(row::text, '|') from crosscultural_{table} row")
            told.append(cursor.fetchone()[0])
        return "|".join(told)


def test_the_words_leave_the_tables_and_come_back_as_they_were(position, hr_officer, oversight, panel, slots, tested, candidate):
    draft = assessments.draft_booklet(position)
    before = everything()
    assert "Question 1 (ja)" in before and "Ask in this order." in before
    booklet = actions.seal(draft, by=hr_officer)
    sealed = everything()
    assert not any(word in sealed for word in ("Question 1", "Why?", "Ask in this order", "Middle", "Adaptability"))
    (interview,) = actions.invite(panel, by=hr_officer)
    actions.book(interview, slot=slots[0], by=candidate)
    Slot.objects.filter(pk=slots[0].pk).update(starts_at=timezone.now() + HOUR / 2)
    assert actions.open(booklet, note="Room 3", by=hr_officer).state == BookletState.SEALED
    assert "Question 1" not in everything()
    opened = actions.open(booklet, by=oversight)
    assert opened.state == BookletState.OPENED and "Question 1 (ja)" in everything() and "Ask in this order. (ko)" in everything()
    again = Booklet.objects.get(pk=booklet.pk)
    assert is_as_sealed(again) and [turn.holder for turn in again.turns.all()] == [hr_officer, oversight]
    assert Leaf.objects.get(kind="booklet.opened").opening.payload == {"digest": booklet.digest, "sealed": booklet.digest}
    assert Entry.objects.get(verb="screening.booklet.turn").data == {"note": "Room 3"}
    assert Entry.objects.filter(verb="screening.booklet.open", target="opened").count() == 1
    for change in (lambda: Question.objects.update(text_en="Another"), lambda: Booklet.objects.update(minutes=9)):
        with pytest.raises(IntegrityError, match="sealed"), transaction.atomic():
            change()


def test_two_different_people_in_time_and_nobody_else(near, booklet, hr_officer, oversight, candidate, request, slots):
    for who in ("candidate", "rival", "outsider", "assessor", "foreign_hr_officer", "qualification_officer", "superuser"):
        with pytest.raises(PermissionDenied):
            actions.open(booklet, by=request.getfixturevalue(who))
    actions.open(booklet, by=hr_officer)
    with pytest.raises(Refused, match="another person"):
        actions.open(booklet, by=hr_officer)
    actions.open(booklet, by=oversight)
    with pytest.raises(Refused, match="and once"):
        actions.open(booklet, by=oversight)


@pytest.mark.parametrize(("early", "allowed"), [(-SECOND, True), (60 * SECOND, False)])
def test_an_hour_before_the_first_booked_interview_and_not_earlier(booked, slots, booklet, hr_officer, early, allowed):
    Slot.objects.filter(pk=slots[0].pk).update(starts_at=timezone.now() + KEY_WINDOW + early)
    if allowed:
        assert actions.open(booklet, by=hr_officer).turns.count() == 1
    else:
        with pytest.raises(Refused, match="an hour before"):
            actions.open(booklet, by=hr_officer)


def test_nobody_rates_while_it_is_sealed_and_what_was_tampered_with_stays_closed(near, booklet, seated, hr_officer, oversight, slots):
    Slot.objects.filter(pk=slots[0].pk).update(starts_at=timezone.now() - HOUR)
    with pytest.raises(Refused, match="still sealed"):
        actions.rate(near, ratings={}, by=seated[0])
    actions.open(booklet, by=hr_officer)
    with connection.cursor() as cursor:
        cursor.execute("select set_config('portal.erasing', 'on', true)")
        cursor.execute("update crosscultural_booklet set envelope = set_byte(envelope, 40, (get_byte(envelope, 40) + 1) & 255)")
    with pytest.raises(Refused, match="not what was sealed"):
        actions.open(booklet, by=oversight)
    assert Booklet.objects.get().state == BookletState.SEALED and Booklet.objects.get().turns.count() == 1


def test_the_pages_of_the_keys(client, near, booklet, hr_officer, oversight, rival, django_assert_num_queries):
    listed, address = reverse("crosscultural:keys"), reverse("crosscultural:key", args=[booklet.uuid])
    for person, status in ((rival, 404), (hr_officer, 200), (oversight, 200)):
        client.force_login(person)
        assert (str(booklet.uuid) in client.get(listed).content.decode()) is (status == 200)
        assert client.get(address).status_code == status
        assert client.post(address, {"note": "x" * 501}).status_code == (422 if status == 200 else 404)
        if status == 200:
            assert booklet.digest in client.get(address).content.decode()
            assert client.post(address, {"note": ""}).status_code == 302
            assert client.get(address).status_code == 404
    assert Booklet.objects.get().state == BookletState.OPENED
    assert "No booklet waits" in client.get(listed).content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_the_keys_need_the_same_number_of_queries_for_one_booklet_and_for_three(
    client, department, hr_officer, second_hr_officer, oversight, rows, django_assert_num_queries
):
    for number in range(rows):
        post = factories.published_position(department, author=hr_officer, reviewer=second_hr_officer)
        booklet = actions.seal(assessments.draft_booklet(post), by=hr_officer)
        panel = assessments.panel(post, PanelKind.INTERVIEW, members=assessments.people(3, f"member_{number}"), by=hr_officer)
        (slot,) = assessments.slots(panel, by=hr_officer, number=1, first=timezone.now() + HOUR / 2)
        file = assessments.file(post, number, "tested")
        interview = Interview.objects.create(application=file, booklet=booklet, code=file.candidate_code)
        Booking.objects.create(interview=interview, slot=slot)
        actions.open(booklet, by=second_hr_officer)
    client.force_login(oversight)
    client.get(reverse("crosscultural:keys"))
    with django_assert_num_queries(KEY_LIST):
        assert client.get(reverse("crosscultural:keys")).content.decode().count('href="/en/booklets/') == rows


KEY_LIST = 6


@pytest.mark.django_db(transaction=True)
def test_two_keys_at_the_same_moment_open_it_once(near, booklet, hr_officer, second_hr_officer, oversight):
    start, outcomes = threading.Barrier(3), []

    def press(person):
        start.wait()
        try:
            outcomes.append(actions.open(booklet, by=person).state)
        except Refused:
            outcomes.append("refused")
        finally:
            connections.close_all()

    threads = [threading.Thread(target=press, args=(person,)) for person in (hr_officer, second_hr_officer, oversight)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["opened", "refused", "sealed"]
    assert Leaf.objects.filter(kind="booklet.opened").count() == 1 and Booking.objects.count() == 1
