"""How ratings become a score: arithmetic that anyone can repeat."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.states import Aggregation
from screening.crosscultural import scoring

AVERAGES = st.lists(st.decimals(min_value=1, max_value=5, places=6), min_size=3, max_size=7)


def averages(*values: str) -> list[Decimal]:
    return [Decimal(value) for value in values]


@pytest.mark.parametrize(
    ("given_averages", "aggregation", "score"),
    [
        (averages("3", "3", "3"), Aggregation.MEAN, "60.00"),
        (averages("1", "1", "1"), Aggregation.MEAN, "20.00"),
        (averages("5", "5", "5"), Aggregation.MEAN, "100.00"),
        (averages("1", "4", "4", "4", "5"), Aggregation.MEAN, "72.00"),
        (averages("1", "4", "4", "4", "5"), Aggregation.TRIMMED_MEAN, "80.00"),
        (averages("1", "3", "4", "5", "5"), Aggregation.TRIMMED_MEAN, "80.00"),
        (averages("1", "4", "4", "5"), Aggregation.TRIMMED_MEAN, "70.00"),  # four: too few to leave any out
        (averages("1", "4", "5"), Aggregation.TRIMMED_MEAN, "66.67"),
        (averages("1", "4", "5"), Aggregation.MEDIAN, "80.00"),
        (averages("1", "2", "4", "5"), Aggregation.MEDIAN, "60.00"),
        (averages("1", "1", "2", "3", "4", "5", "5"), Aggregation.TRIMMED_MEAN, "60.00"),
    ],
)
def test_the_score_of_a_panel(given_averages, aggregation, score):
    assert scoring.score(given_averages, aggregation) == Decimal(score)


def test_a_members_average_follows_the_weights_of_the_booklet():
    assert scoring.average([(5, 1), (3, 1)]) == Decimal(4)
    assert scoring.average([(5, 25), (3, 20), (3, 20), (3, 20), (1, 15)]) == Decimal("3.2")


@given(AVERAGES, st.sampled_from(Aggregation.values))
def test_a_score_lies_between_20_and_100_whatever_the_panel_gave(values, aggregation):
    assert 20 <= scoring.score(values, aggregation) <= 100


@given(AVERAGES, st.sampled_from(Aggregation.values), st.randoms())
def test_a_score_does_not_depend_on_the_order_of_the_members(values, aggregation, chance):
    shuffled = list(values)
    chance.shuffle(shuffled)
    assert scoring.score(shuffled, aggregation) == scoring.score(values, aggregation)
