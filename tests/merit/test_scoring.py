"""How a list is made: arithmetic that anyone can repeat."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from screening.merit.scoring import Result, Weights, ranked
from screening.merit.states import Decision, TieBreak

WEIGHTS = Weights(40, 60)
SCORES = st.decimals(min_value=0, max_value=100, places=2)
RESULTS = st.lists(
    st.builds(Result, st.text("ABCDEFG23456789", min_size=8, max_size=8), SCORES, SCORES), unique_by=lambda row: row.code, max_size=12
)


def result(code: str, competence: str, crosscultural: str) -> Result:
    return Result(code, Decimal(competence), Decimal(crosscultural))


def test_the_overall_score_follows_the_weights_and_rounds_halves_up():
    assert WEIGHTS.composite(Decimal("78.50"), Decimal("81.00")) == Decimal("80.00")
    assert WEIGHTS.composite(Decimal("0.01"), Decimal("0.01")) == Decimal("0.01")
    assert Weights(50, 50).composite(Decimal("70.00"), Decimal("70.01")) == Decimal("70.01")
    assert Weights(100, 0).composite(Decimal("61.00"), Decimal("99.00")) == Decimal("61.00")


def test_equal_overall_scores_are_ordered_by_interview_then_test_then_number_and_each_step_is_told():
    # 40 % and 60 %: all of these have 74.00 overall.
    places = ranked(
        [
            result("DDDDDDDD", "80", "70"),
            result("CCCCCCCC", "74", "74"),
            result("BBBBBBBB", "74", "74"),
            result("AAAAAAAA", "74.01", "73.99"),
            result("EEEEEEEE", "50", "90"),
        ],
        WEIGHTS,
        headcount=1,
    )
    assert [place.code for place in places] == ["EEEEEEEE", "BBBBBBBB", "CCCCCCCC", "AAAAAAAA", "DDDDDDDD"]
    assert [place.tie_break for place in places] == [
        TieBreak.NONE,
        TieBreak.CROSSCULTURAL,
        TieBreak.NUMBER,
        TieBreak.CROSSCULTURAL,
        TieBreak.CROSSCULTURAL,
    ]


def test_where_rounding_made_the_overall_scores_equal_the_competence_test_may_decide():
    places = ranked([result("AAAAAAAA", "70.00", "80.00"), result("BBBBBBBB", "70.01", "80.00")], WEIGHTS, headcount=1)
    assert [(place.code, place.composite, place.tie_break) for place in places] == [
        ("BBBBBBBB", Decimal("76.00"), TieBreak.NONE),
        ("AAAAAAAA", Decimal("76.00"), TieBreak.COMPETENCE),
    ]


def test_the_first_are_nominated_as_many_again_are_kept_in_reserve():
    places = ranked([result(f"AAAAAAA{number}", str(90 - number), "80") for number in range(6)], WEIGHTS, headcount=2)
    assert [place.decision for place in places] == [Decision.NOMINATE] * 2 + [Decision.RESERVE] * 2 + [Decision.BELOW] * 2


@given(RESULTS, st.integers(0, 100), st.integers(1, 5), st.randoms())
def test_the_list_does_not_depend_on_the_order_of_the_files_and_never_nominates_more_than_there_are_vacancies(
    results, weight, headcount, chance
):
    weights = Weights(weight, 100 - weight)
    places = ranked(results, weights, headcount)
    shuffled = list(results)
    chance.shuffle(shuffled)
    assert ranked(shuffled, weights, headcount) == places
    assert [place.rank for place in places] == list(range(1, len(results) + 1))
    assert sorted((place.composite for place in places), reverse=True) == [place.composite for place in places]
    assert sum(place.decision == Decision.NOMINATE for place in places) == min(headcount, len(results))


def test_a_round_may_let_the_test_decide_before_the_interview():
    places = ranked([result("AAAAAAAA", "74", "74"), result("BBBBBBBB", "80", "70")], WEIGHTS, 1, ("competence", "number"))
    assert [(place.code, place.tie_break) for place in places] == [("BBBBBBBB", TieBreak.NONE), ("AAAAAAAA", TieBreak.COMPETENCE)]
