"""Issue: the words are frozen, the PDF comes from a worker after the commit."""

import datetime

import pytest
from django.db import connection
from django.template import TemplateDoesNotExist
from django.utils import timezone
from django.utils.translation import gettext_lazy

from recruitment.audit.models import Entry
from recruitment.core.crypto import Tampered
from recruitment.documents import actions
from recruitment.documents.models import Issued
from recruitment.documents.states import IssuedState

LETTER = "documents/letter.html"


@pytest.fixture
def issued(candidate):
    return issue(candidate)


def issue(person, **context) -> Issued:
    words = {"paragraphs": ["Your file has arrived."], **context}
    return actions.issue(LETTER, title="Receipt SH-2026-00042", language="de", context=words, about=person, owner=person, by=person)


def test_a_document_waits_for_the_press_with_everything_it_needs(issued, candidate):
    kept = Issued.objects.get(pk=issued.pk)
    assert (kept.state, kept.language, kept.template, kept.owner) == (IssuedState.QUEUED, "de", LETTER, candidate)
    assert kept.context == {"paragraphs": ["Your file has arrived."]}
    assert kept.filename == "Receipt SH-2026-00042.pdf"
    assert not kept.is_pressed


def test_the_frozen_words_lie_encrypted_and_bound_to_their_row(issued, candidate):
    other = issue(candidate)
    with connection.cursor() as cursor:
        cursor.execute("select context from documents_issued where id = %s", [issued.pk])
        assert b"arrived" not in bytes(cursor.fetchone()[0])
        cursor.execute("update documents_issued set context = (select context from documents_issued where id = %s)", [other.pk])
    with pytest.raises(Tampered):
        _ = Issued.objects.get(pk=issued.pk).context


def test_what_is_lazy_is_said_in_the_language_of_the_document(candidate):
    kept = Issued.objects.get(pk=issue(candidate, month=gettext_lazy("January"), day=datetime.date(2026, 1, 2)).pk)
    assert (kept.context["month"], kept.context["day"]) == ("Januar", "2026-01-02")


def test_a_template_that_does_not_exist_is_noticed_by_whoever_asks_for_it(candidate):
    with pytest.raises(TemplateDoesNotExist):
        actions.issue("documents/nothing.html", title="x", language="en", context={}, about=candidate, by=candidate)


def test_it_is_found_by_what_it_is_about(issued, candidate, rival):
    assert list(Issued.objects.about(candidate)) == [issued]
    assert not Issued.objects.about(rival).exists()
    assert list(Issued.objects.visible_to(candidate)) == [issued]
    assert not Issued.objects.visible_to(rival).exists()


def test_a_footprint_and_one_message_after_the_commit(candidate, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        issue(candidate)
    assert len(callbacks) == 1
    entry = Entry.objects.get(verb="documents.issued.issue")
    assert entry.actor_id == candidate.pk
    assert "arrived" not in str(entry.data)


def test_the_sweep_leaves_it_alone_until_its_message_had_time(issued):
    assert not Issued.objects.due().exists()
    Issued.objects.update(next_try_at=timezone.now())
    assert list(actions.take_due()) == [("press", str(issued.uuid))]
    assert list(actions.take_due()) == []
