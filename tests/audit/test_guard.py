"""The door that no transition walks around."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction
from django_fsm import TransitionNotAllowed

from recruitment.audit.actions import record, verify
from recruitment.audit.models import Entry
from recruitment.core.moving import moving

pytestmark = pytest.mark.django_db


def test_a_transition_without_an_actor_is_a_mistake(submitted):
    with pytest.raises(TypeError), moving(submitted) as row:
        row.withdraw()


def test_whoever_lacks_the_right_is_refused_even_when_the_method_is_called_directly(submitted, rival):
    with pytest.raises(PermissionDenied), moving(submitted) as row:
        row.withdraw(by=rival)
    assert type(submitted).objects.get(pk=submitted.pk).state == "submitted"


def test_every_step_leaves_one_footprint_with_who_and_from_where_to_where(submitted, candidate):
    with moving(submitted) as row:
        row.withdraw(by=candidate)
        row.ended_at = row.submitted_at
    entry = Entry.objects.about(submitted).get()
    assert (entry.verb, entry.actor_id, entry.source, entry.target) == (
        "screening.application.withdraw",
        candidate.pk,
        "submitted",
        "withdrawn",
    )
    assert entry.subject_reference == submitted.reference


def test_a_step_that_fails_leaves_no_footprint(draft, candidate):
    with pytest.raises(TransitionNotAllowed), moving(draft) as row:
        row.submit(by=candidate)
    assert not Entry.objects.about(draft).exists()


def test_state_cannot_be_assigned(submitted):
    with pytest.raises(AttributeError):
        submitted.state = "appointed"


def test_a_state_written_past_the_lifecycle_is_caught_by_the_database(submitted):
    with pytest.raises(DatabaseError), transaction.atomic():
        type(submitted).objects.filter(pk=submitted.pk).update(state="appointed")


def test_the_application_role_may_neither_change_nor_delete_nor_empty_the_register(candidate, submitted):
    record("test.thing.do", submitted, by=candidate)
    for statement in ("update audit_entry set verb = 'x'", "delete from audit_entry", "truncate audit_entry"):
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            _run(statement)


def test_the_chain_is_whole_after_many_entries(candidate, submitted):
    for number in range(5):
        record("test.thing.do", submitted, by=candidate, data={"number": number, "text": "ü〔2026〕"})
    count, bad = verify()
    assert bad is None
    assert count >= 5


def _run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)
