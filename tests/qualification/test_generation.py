"""What is to be checked follows from the file: nothing twice, always in the same order, each country lived in for long once."""

import datetime

from hypothesis import given
from hypothesis import strategies as some

from screening.credentials.conditions import Spell, lived_in
from screening.qualification.conditions import Asked, Stated, Statement, wanted
from screening.qualification.states import CheckKind

TODAY = datetime.date(2026, 12, 1)
DAYS = some.dates(datetime.date(2015, 1, 1), TODAY)
SPELLS = some.builds(
    lambda country, one, other: Spell(country, min(one, other), max(one, other)), some.sampled_from(["DE", "FR", "JP", ""]), DAYS, DAYS
)
ITEMS = some.lists(some.builds(Stated, some.integers(1, 9), some.just("x")), max_size=5).map(tuple)
STATEMENTS = some.builds(Statement, ITEMS, ITEMS, ITEMS, some.lists(SPELLS, max_size=6).map(tuple))
ASKED = Asked(rules=(("age", 1), ("age", 2)), documents=("passport",), declarations=("relatives",))


@given(said=STATEMENTS)
def test_nothing_twice_and_always_in_the_same_order(said):
    found = wanted(said, ASKED, today=TODAY)
    assert len(set(found)) == len(found)
    assert found == wanted(said, ASKED, today=TODAY)
    kinds = [item.kind for item in found]
    assert kinds == sorted(kinds, key=list(CheckKind).index)


@given(said=STATEMENTS)
def test_every_country_lived_in_for_twelve_months_once_and_no_other(said):
    found = [item.country for item in wanted(said, ASKED, today=TODAY) if item.kind == CheckKind.RECORD]
    assert sorted(found) == sorted(set(lived_in(said.spells, years=5, months=12, today=TODAY)))
