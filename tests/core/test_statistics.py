"""The statistics, against published and independently computed figures."""

import itertools
import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitment.core.statistics import (
    Group,
    Level,
    Model,
    Weighting,
    cohen,
    compared,
    fisher,
    intraclass,
    krippendorff,
    severities,
    suppressed,
)

# Shrout and Fleiss (1979), table 2: six targets, four judges.
JUDGES = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]
THREE_RATERS = [
    "* * * * * 3 4 1 2 1 1 3 3 * 3",
    "1 * 2 1 3 3 4 3 * * * * * * *",
    "* * 2 1 3 4 4 * 2 1 1 3 3 * 4",
]
FIRST, SECOND = [1, 2, 3, 4, 5, 3, 2, 4, 4, 1], [1, 2, 3, 3, 5, 3, 3, 4, 5, 2]


def units(rows):
    return [[None if mark == "*" else int(mark) for mark in unit] for unit in zip(*(row.split() for row in rows), strict=True)]


@pytest.mark.parametrize(
    ("model", "of_mean", "expected"),
    [
        (Model.ONE_WAY, False, 0.1657),
        (Model.RANDOM, False, 0.2898),
        (Model.FIXED, False, 0.7148),
        (Model.ONE_WAY, True, 0.4428),
        (Model.RANDOM, True, 0.6201),
        (Model.FIXED, True, 0.9093),
    ],
)
def test_the_six_correlations_of_shrout_and_fleiss(model, of_mean, expected):
    assert round(intraclass(JUDGES, model=model, of_mean=of_mean).value, 4) == expected


def test_the_interval_of_the_mean_of_random_raters():
    figure = intraclass(JUDGES, model=Model.RANDOM, of_mean=True)

    assert (round(figure.low, 2), round(figure.high, 2), figure.n) == (0.07, 0.93, 6)


def test_judges_who_say_the_same_agree_wholly():
    same = [[n] * 3 for n in range(1, 6)]

    assert {intraclass(same, model=model, of_mean=mean).value for model, mean in itertools.product(Model, (True, False))} == {1.0}


@pytest.mark.parametrize("table", [[[1, 2, 3]], [[1], [2]], [[3, 3], [3, 3]]])
def test_too_little_for_a_correlation_is_no_figure(table):
    assert intraclass(table, model=Model.RANDOM, of_mean=False) is None


def test_a_gap_in_a_crossed_table_is_an_error():
    with pytest.raises(ValueError):
        intraclass([[1, 2], [3]], model=Model.FIXED, of_mean=True)


@pytest.mark.parametrize(("level", "expected"), [(Level.NOMINAL, 0.6914), (Level.ORDINAL, 0.8067), (Level.INTERVAL, 0.8108)])
def test_alpha_with_missing_ratings(level, expected):
    figure = krippendorff(units(THREE_RATERS), level=level)

    assert round(figure.value, 4) == expected
    assert figure.low < figure.value < figure.high <= 1
    assert figure.n == 12
    assert krippendorff(units(THREE_RATERS), level=level) == figure


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("rows", [[], [[1, 2]], [[1, None], [2, None]], [[4, 4], [4, 4]]])
def test_too_little_for_alpha_is_no_figure(rows, level):
    assert krippendorff(rows, level=level) is None


@given(st.lists(st.lists(st.one_of(st.none(), st.integers(1, 5)), min_size=3, max_size=3), min_size=4, max_size=15), st.randoms())
def test_alpha_knows_no_order_of_units_or_raters(rows, chance):
    mixed = [chance.sample(row, len(row)) for row in rows]
    chance.shuffle(mixed)

    for level in Level:
        one, other = krippendorff(rows, level=level), krippendorff(mixed, level=level)
        assert (one is None) == (other is None)
        assert one is None or (one.value == pytest.approx(other.value) and one.value <= 1)


def test_the_two_ways_to_alpha_agree_where_values_are_few():
    """Interval distances over coincidences, as the definition says, beside the short way over sums."""
    chance = random.Random(3)
    rows = [[chance.randint(1, 5) for _rater in range(chance.randint(2, 4))] for _unit in range(40)]
    pairs = [((a - b) ** 2, len(row) - 1) for row in rows for a, b in itertools.permutations(row, 2)]
    everything = [mark for row in rows for mark in row]
    expected = sum((a - b) ** 2 for a, b in itertools.permutations(everything, 2)) / (len(everything) - 1)

    assert krippendorff(rows, level=Level.INTERVAL).value == pytest.approx(1 - sum(square / less for square, less in pairs) / expected)


@pytest.mark.parametrize(("weighting", "expected"), [(Weighting.NONE, 0.5062), (Weighting.LINEAR, 0.7222), (Weighting.QUADRATIC, 0.8758)])
def test_kappa_of_two_markers(weighting, expected):
    figure = cohen(FIRST, SECOND, weighting=weighting)

    assert round(figure.value, 4) == expected
    assert -1 <= figure.low < figure.value < figure.high <= 1
    assert cohen(SECOND, FIRST, weighting=weighting).value == pytest.approx(figure.value)


def test_two_markers_who_say_one_thing_only_have_no_kappa():
    assert cohen([3, 3, 3], [3, 3, 3], weighting=Weighting.LINEAR) is None
    assert cohen([], [], weighting=Weighting.LINEAR) is None


def test_markers_of_unequal_numbers_are_an_error():
    with pytest.raises(ValueError):
        cohen([1], [1, 2], weighting=Weighting.NONE)


@pytest.mark.parametrize(
    ("best", "other", "ratio", "p"),
    [((80, 48), (40, 12), 0.50, 0.0034), ((8, 5), (6, 2), 0.53, 0.592), ((50, 30), (50, 25), 0.83, 0.422)],
)
def test_the_ratio_and_the_exact_test(best, other, ratio, p):
    first, second = compared([Group("best", *best), Group("other", *other)])

    assert (first.ratio, first.p) == (None, None)
    assert round(second.ratio, 2) == ratio
    assert second.p == pytest.approx(p, abs=0.0005)


@given(st.tuples(st.integers(0, 30), st.integers(0, 30)), st.tuples(st.integers(0, 30), st.integers(0, 30)))
def test_the_exact_test_is_a_probability_and_knows_no_order(first, second):
    assert 0 < fisher(first, second) <= 1
    assert fisher(first, second) == pytest.approx(fisher(second, first))
    assert fisher(first, second) == pytest.approx(fisher(first[::-1], second[::-1]))


def test_nobody_passing_has_no_ratio():
    assert {rate.ratio for rate in compared([Group("a", 10, 0), Group("b", 12, 0)])} == {None}


def test_one_group_is_compared_with_nobody():
    assert compared([Group("a", 10, 3), Group("nobody", 0, 0)]) == []


def test_a_handful_is_not_shown():
    groups = [Group("a", 40, 20), Group("b", 30, 20), Group("c", 4, 1), Group("d", 2, 1)]

    assert [group.name for group in suppressed(groups, least=5)] == ["a", "b"]


def test_what_could_be_reckoned_from_the_sum_is_not_shown_either():
    groups = [Group("a", 40, 20), Group("b", 30, 20), Group("c", 4, 1)]

    assert [group.name for group in suppressed(groups, least=5)] == ["a"]


def test_who_marks_hard_is_found():
    marks = [{"hard": 50 + n % 3, "mild": 60 + n % 2, "even": 56} for n in range(12)]

    found = {row.marker: row.distance for row in severities(marks)}

    assert found["hard"].high < 0 < found["mild"].low
    assert found["hard"].n == 12
    assert found["hard"].value == pytest.approx(51 - (60.5 + 56) / 2)


def test_a_few_shared_units_say_nothing_of_a_marker():
    assert severities([{"a": 1.0, "b": 2.0}] * 4 + [{"a": 3.0}]) == []


def test_the_exact_test_of_thousands_is_quick_and_exact():
    begun = time.process_time()
    assert fisher((3000, 2000), (2900, 2100)) == pytest.approx(0.04412145224842156, rel=1e-12)
    assert time.process_time() - begun < 2
    assert fisher((0, 9), (9, 0)) == fisher((9, 0), (0, 9)) == pytest.approx(2 / 48620)
