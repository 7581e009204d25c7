"""Press: once, however often it is asked, from wherever, and whatever fails."""

import threading
from contextlib import contextmanager

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from recruitment.audit.models import Entry
from recruitment.documents import actions, delivery, pdf, storage, tasks
from recruitment.documents.actions.queueing import MOST_TRIES
from recruitment.documents.models import Issued
from recruitment.documents.states import IssuedState, NotReleased, NotStored
from tests.documents.test_issue import issue


@pytest.fixture
def issued(candidate):
    return issue(candidate)


@pytest.fixture
def pressed(issued):
    actions.press(issued.uuid)
    return again(issued)


@pytest.fixture
def failed(issued, monkeypatch):
    with the_press_failing(monkeypatch):
        for _ in range(MOST_TRIES):
            actions.press(issued.uuid)
    return again(issued)


def again(issued: Issued) -> Issued:
    return Issued.objects.get(pk=issued.pk)


@contextmanager
def the_press_failing(monkeypatch, reason="No font has these characters: U+E000"):
    def refuse(*args, **kwargs):
        raise pdf.NotPrinted(reason)

    with monkeypatch.context() as patch:
        patch.setattr(pdf, "render", refuse)
        yield


def test_a_queued_document_becomes_a_file_that_opens(pressed):
    assert (pressed.state, pressed.pages, pressed.tries) == (IssuedState.PRESSED, 1, 1)
    content = delivery.content(pressed)
    assert content.startswith(b"%PDF-1.7")
    assert len(content) == pressed.size
    assert Issued.objects.with_digest(pressed.sha256.upper()).get() == pressed


def test_a_second_press_changes_nothing(pressed):
    actions.press(pressed.uuid)
    assert (again(pressed).sha256, again(pressed).pressed_at, again(pressed).tries) == (pressed.sha256, pressed.pressed_at, 1)
    assert Entry.objects.filter(verb="documents.issued.press").count() == 1


def test_a_press_of_nothing_does_nothing(db):
    tasks.press("00000000-0000-0000-0000-000000000000")


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_press_one_file(candidate, monkeypatch):
    issued, render, printed = issue(candidate), pdf.render, []
    gate = threading.Barrier(2)

    def counted(*args, **kwargs):
        printed.append(render(*args, **kwargs))
        return printed[-1]

    monkeypatch.setattr(pdf, "render", counted)

    def work():
        gate.wait()
        tasks.press(str(issued.uuid))
        connection.close()

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(printed) == 1
    assert again(issued).is_pressed


def test_a_failure_is_noted_and_tried_again_later(issued, monkeypatch):
    with the_press_failing(monkeypatch):
        actions.press(issued.uuid)
    waiting = again(issued)
    assert (waiting.state, waiting.tries) == (IssuedState.QUEUED, 1)
    assert "U+E000" in waiting.error
    assert waiting.next_try_at > timezone.now()
    actions.press(issued.uuid)
    assert (again(issued).state, again(issued).error) == (IssuedState.PRESSED, "")


def test_after_enough_failures_it_is_parked_where_it_is_seen(failed, caplog):
    assert failed.state == IssuedState.FAILED
    assert list(Issued.objects.failed()) == [failed]
    actions.press(failed.uuid)
    assert again(failed).tries == MOST_TRIES
    with pytest.raises(NotReleased, match="could not be prepared"):
        delivery.stream(failed)


def test_a_full_disk_leaves_the_document_queued(issued, monkeypatch):
    def full(*args, **kwargs):
        raise NotStored("OSError")

    with monkeypatch.context() as patch:
        patch.setattr(storage, "write", full)
        actions.press(issued.uuid)
    assert (again(issued).state, again(issued).wrapped_key, again(issued).error) == (IssuedState.QUEUED, None, "OSError")
    actions.press(issued.uuid)
    assert again(issued).is_pressed


def test_the_office_gives_a_failed_document_another_chance(failed, hr_officer, candidate, django_capture_on_commit_callbacks):
    with pytest.raises(PermissionDenied):
        actions.press_again(failed, by=candidate)
    with django_capture_on_commit_callbacks() as callbacks:
        assert actions.press_again(failed, by=hr_officer).state == IssuedState.QUEUED
    assert len(callbacks) == 1
    actions.press(failed.uuid)
    assert again(failed).is_pressed
    assert actions.press_again(again(failed), by=hr_officer).is_pressed


def test_the_footprint_is_the_robots_and_carries_the_digest(pressed, robot):
    entry = Entry.objects.get(verb="documents.issued.press")
    assert (entry.actor_id, entry.data["sha256"]) == (robot.pk, pressed.sha256)


def test_a_document_that_is_not_pressed_is_not_handed_out(issued):
    with pytest.raises(NotReleased, match="still being prepared"):
        delivery.stream(issued)


def test_a_public_document_is_shown_in_the_browser_and_may_be_cached(pressed):
    response = delivery.publish_stream(pressed)
    assert response.headers["ETag"] == f'"{pressed.sha256}"'
    assert response.headers["Content-Disposition"].startswith("inline; filename=")
    assert response.headers["Cache-Control"].startswith("public")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert b"".join(response.streaming_content).startswith(b"%PDF-")


def test_an_erased_document_has_neither_file_nor_words(pressed, candidate):
    erased = actions.erase(pressed, by=candidate)
    assert Issued.objects.get(pk=erased.pk).context == {}
    with pytest.raises(NotReleased, match="erased"):
        delivery.stream(erased)


@pytest.mark.parametrize("stamp", [{"state": "pressed"}, {"pressed_at": timezone.now()}, {"wrapped_key": b"x"}, {"state": "printed"}])
def test_the_database_refuses_a_state_without_its_stamps(issued, stamp):
    with pytest.raises(IntegrityError), transaction.atomic():
        Issued.objects.filter(pk=issued.pk).update(**stamp)


@pytest.mark.django_db(transaction=True)
def test_the_sweep_sends_out_what_was_lost(candidate, upload, monkeypatch):
    document = actions.receive(upload(), kind="diploma", owner=candidate, by=candidate)
    issued, sent = issue(candidate), []
    for model in (Issued, type(document)):
        model.objects.update(next_try_at=timezone.now())
    for name, task in (("press", tasks.press), ("scan", tasks.scan)):
        monkeypatch.setattr(task, "delay", lambda uuid, name=name: sent.append((name, uuid)))
    tasks.sweep()
    tasks.sweep()
    assert sorted(sent) == sorted([("press", str(issued.uuid)), ("scan", str(document.uuid))])
