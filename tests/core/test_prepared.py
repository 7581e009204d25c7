"""A question that is put into SQL once: other values, other answers; what it finds is never kept."""

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from recruitment.accounts.models import User
from recruitment.core.prepared import Prepared
from screening.applications.models import Application, SectionProgress

pytestmark = pytest.mark.django_db

PERSON = Prepared(lambda pk: User.objects.filter(pk=pk), int)
FILE = Prepared(lambda user, number: Application.objects.of_candidate(user).for_candidate().filter(uuid=number), int, uuid.UUID)
PROGRESS = Prepared(lambda file, section: SectionProgress.objects.filter(application=file, section=section), int, str)


def test_each_value_has_its_own_answer(candidate, rival):
    assert [PERSON.first(person.pk) for person in (candidate, rival)] == [candidate, rival]
    assert PERSON.first(0) is None


def test_what_changed_since_is_read(candidate):
    PERSON.first(candidate.pk)
    User.objects.filter(pk=candidate.pk).update(display_name="Somebody else")
    assert PERSON.first(candidate.pk).display_name == "Somebody else"


def test_it_answers_as_the_queryset_does_in_every_language(draft):
    for language in ("en", "zh-hans", "de"):
        with translation.override(language):
            found = FILE.first(draft.candidate_id, draft.uuid)
            assert found == draft
            assert found.position.title == draft.position.title


def test_nobody_is_given_the_row_of_somebody_else(draft, rival):
    assert FILE.first(draft.candidate_id, draft.uuid)
    assert FILE.first(rival.pk, draft.uuid) is None


def test_what_the_queryset_defers_is_asked_for_and_nothing_else(draft):
    with CaptureQueriesContext(connection) as queries:
        file = FILE.first(draft.candidate_id, draft.uuid)
        assert file.position.title and file.position.department.name
    assert len(queries) == 1


def test_a_value_is_never_part_of_the_sql(draft):
    SectionProgress.objects.create(application=draft, section="identity")
    hostile = "identity' OR '1'='1"
    assert PROGRESS.first(draft.pk, "identity").section == "identity"
    assert PROGRESS.first(draft.pk, hostile) is None


def test_a_queryset_that_reads_its_value_otherwise_is_refused():
    with pytest.raises(ValueError, match="does not stand in this query"):
        Prepared(lambda text: User.objects.filter(email__contains=text), str).first("x")
