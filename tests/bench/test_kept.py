"""The arithmetic behind the tables of `make bench`: it must see a loss when there is one."""

import pytest

from recruitment.bench.kept import Kept, Told, doubled, lost, unsent

PLACE = (1, 7)


def told(acknowledged: int) -> dict:
    """Three versions were sent."""
    return {PLACE: Told(sent={10: "one", 11: "one two", 12: "one two three"}, acknowledged=acknowledged)}


def test_what_is_kept_as_it_was_acknowledged_is_not_lost():
    assert lost(told(12), {PLACE: Kept(12, "one two three")}) == []


def test_a_newer_text_than_was_acknowledged_arrived_without_its_answer():
    assert lost(told(11), {PLACE: Kept(12, "one two three")}) == []


@pytest.mark.parametrize(
    "kept",
    [None, Kept(11, "one two"), Kept(12, "one two thr"), Kept(12, "one two"), Kept(13, "one two three")],
    ids=["no row", "an older one", "cut short", "the words of another version", "a version that nobody sent"],
)
def test_a_loss_is_seen(kept):
    assert lost(told(12), {PLACE: kept} if kept else {}) == [PLACE]


def test_what_was_never_acknowledged_is_no_loss_but_is_told():
    assert lost(told(-1), {}) == [] and unsent(told(-1)) == [PLACE]
    assert unsent(told(11)) == [PLACE] and unsent(told(12)) == []


def test_what_stands_twice_is_counted_once_too_many():
    assert doubled([(1, 7), (1, 8), (2, 7)]) == 0
    assert doubled(["a", "a", "b", "a"]) == 2
