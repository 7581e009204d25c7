"""How marks become a score: arithmetic that anyone can repeat."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.competence import scoring

GAP = Decimal(15)
TOTALS = st.decimals(min_value=0, max_value=100, places=2)


def totals(*values: str) -> list[Decimal]:
    return [Decimal(value) for value in values]


@pytest.mark.parametrize(
    ("given_totals", "score"),
    [
        (totals(), None),
        (totals("80"), None),
        (totals("80", "80"), "80.00"),
        (totals("80", "65"), "72.50"),  # a gap of exactly the parameter
        (totals("80", "64.99"), None),  # a hundredth more
        (totals("80", "50", "78"), "79.00"),  # the closest two
        (totals("80", "50", "52"), "51.00"),
        (totals("80", "50", "65"), "65.00"),  # exactly in the middle: all three
        (totals("90", "70", "70"), "70.00"),
        (totals("70.01", "70.02"), "70.02"),  # halves up
    ],
)
def test_the_score_of_a_script(given_totals, score):
    assert scoring.settled(given_totals, GAP) == (Decimal(score) if score else None)


def test_a_third_marker_is_needed_only_after_a_wide_gap():
    assert scoring.markers_needed(totals(), GAP) == 2
    assert scoring.markers_needed(totals("80"), GAP) == 2
    assert scoring.markers_needed(totals("80", "65"), GAP) == 2
    assert scoring.markers_needed(totals("80", "60"), GAP) == 3
    assert scoring.markers_needed(totals("80", "60", "50"), GAP) == 3


def test_a_total_is_the_share_of_the_points():
    assert scoring.total([12, 14, 24], 100) == Decimal("50.00")
    assert scoring.total([1, 1], 3) == Decimal("66.67")


@given(st.lists(TOTALS, min_size=2, max_size=4), st.randoms())
def test_the_score_lies_between_the_totals_and_does_not_depend_on_who_marked_first(values, chance):
    score = scoring.settled(values, GAP)
    if score is not None:
        assert min(values) <= score <= max(values)
    shuffled = list(values)
    chance.shuffle(shuffled)
    assert scoring.settled(shuffled, GAP) == score
