"""A real worker on the real broker scans and presses; one that is killed amid its work loses nothing."""

import time

from recruitment.audit.models import Entry
from recruitment.documents import actions, delivery, tasks
from recruitment.documents.models import Document, Issued
from recruitment.documents.states import DocumentState
from tests import factories
from tests.documents.test_issue import issue


def wait_for(condition, seconds: float = 30.0) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "The worker did not do it in time."
        time.sleep(0.1)


def test_paper_comes_in_and_goes_out_by_itself(office, upload):
    with office.at():
        person = factories.person("paper_person")
        document = actions.receive(upload(), kind="diploma", owner=person, by=person)
        issued = issue(person)
        wait_for(lambda: Document.objects.get(pk=document.pk).state == DocumentState.ACCEPTED)
        wait_for(lambda: Issued.objects.get(pk=issued.pk).is_pressed)
        assert delivery.content(Issued.objects.get(pk=issued.pk)).startswith(b"%PDF-")


def test_a_worker_that_is_killed_amid_the_press_loses_nothing_and_doubles_nothing(office):
    with office.at():
        person = factories.person("unlucky_person")
        issued = issue(person, paragraphs=["Ein langer Absatz, der Zeit braucht. " * 20] * 400)
        time.sleep(1.5)
        office.kill_worker()
        assert not Issued.objects.get(pk=issued.pk).is_pressed
        office.start_worker()
        Issued.objects.filter(pk=issued.pk).update(next_try_at="2026-01-01T00:00Z")
        tasks.sweep()
        wait_for(lambda: Issued.objects.get(pk=issued.pk).is_pressed, seconds=60)
        pressed = Entry.objects.filter(verb="documents.issued.press", subject_id=str(issued.pk))
        wait_for(lambda: pressed.count() == 1)
