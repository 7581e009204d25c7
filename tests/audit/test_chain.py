"""The verifier names the first entry that does not fit, whatever column was changed."""

import datetime

import pytest

from recruitment.audit import actions
from recruitment.audit.actions import record, verify
from recruitment.audit.models import Entry

CHANGES = {
    "actor_id": 1,
    "actor_label": "nobody",
    "verb": "x.y.z",
    "subject_label": "x.Y",
    "subject_id": "0",
    "subject_reference": "SH-0",
    "source": "draft",
    "target": "appointed",
    "data": {"number": 9},
    "origin": "10.0.0.1",
    "at": datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC),
    "previous": bytes(32),
    "hash": bytes(range(32)),
}


class Register:
    """The entries as somebody with every right on the database would leave them behind."""

    def __init__(self, entries):
        self.entries = entries

    def order_by(self, *names):
        return self

    def iterator(self, chunk_size):
        return iter(self.entries)


@pytest.fixture
def entries(db, candidate, submitted):
    for number in range(4):
        record("test.thing.do", submitted, by=candidate, data={"number": number})
    return list(Entry.objects.order_by("pk"))


@pytest.mark.parametrize("name", CHANGES)
def test_every_changed_column_is_found(entries, monkeypatch, name):
    changed = entries[-3]
    setattr(changed, name, CHANGES[name])
    monkeypatch.setattr(actions.Entry, "objects", Register(entries))
    assert verify() == (len(entries) - 2, changed.pk)


def test_a_missing_entry_is_found(entries, monkeypatch):
    monkeypatch.setattr(actions.Entry, "objects", Register(entries[:-3] + entries[-2:]))
    assert verify()[1] == entries[-2].pk


def test_two_entries_in_each_others_place_are_found(entries, monkeypatch):
    monkeypatch.setattr(actions.Entry, "objects", Register([*entries[:-2], entries[-1], entries[-2]]))
    assert verify()[1] == entries[-1].pk


def test_an_untouched_register_is_whole(entries):
    assert verify() == (len(entries), None)
