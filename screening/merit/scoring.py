"""How a merit list is made: pure arithmetic, the same for whoever repeats it.

The overall score is the competence score times its weight plus the cross-cultural score times its weight, in per cent, rounded
to two decimals, halves up. The order is by overall score; where it is equal, by the rules that the round fixed, usually the
cross-cultural score, then the competence score, then the candidate number, which was drawn at random and always comes last.
The first are nominated, as many as there are vacancies; as many again are kept in reserve. Where the round says so, somebody
who is the only one must reach the average of the panel's other candidates.

Who is interviewed is decided in the same way: so many for each vacancy in the order of the competence test, and everybody who
has the score of the last of them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from screening.merit.states import Decision, TieBreak

HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True)
class Weights:
    """Per cent of the overall score; together 100."""

    competence: int
    crosscultural: int

    def composite(self, competence: Decimal, crosscultural: Decimal) -> Decimal:
        """The overall score, from 0 to 100."""
        weighted = competence * self.competence + crosscultural * self.crosscultural
        return (weighted / 100).quantize(HUNDREDTH, rounding=ROUND_HALF_UP)


@dataclass(frozen=True)
class Result:
    """What one candidate brings to the ranking."""

    code: str
    competence: Decimal
    crosscultural: Decimal


@dataclass(frozen=True)
class Place:
    """What the ranking says about one candidate."""

    code: str
    composite: Decimal
    rank: int
    decision: Decision
    tie_break: TieBreak


USUAL = (TieBreak.CROSSCULTURAL, TieBreak.COMPETENCE, TieBreak.NUMBER)
# Smaller comes first.
PLACED_BY: dict[str, Callable[[Result], Any]] = {
    TieBreak.CROSSCULTURAL: lambda result: -result.crosscultural,
    TieBreak.COMPETENCE: lambda result: -result.competence,
    TieBreak.NUMBER: lambda result: result.code,
}


def ranked(
    results: Sequence[Result], weights: Weights, headcount: int, rules: Sequence[str] = USUAL, benchmark: Decimal | None = None
) -> list[Place]:
    """The places in their order, from the first; `benchmark` is what an only candidate must reach in the interview, None for nothing."""
    scored = [(weights.composite(result.competence, result.crosscultural), result) for result in results]
    scored.sort(key=lambda row: (-row[0], *(PLACED_BY[rule](row[1]) for rule in rules)))
    places, before = [], None
    for rank, (composite, result) in enumerate(scored, start=1):
        decided = decision(rank, headcount) if is_reached(results, benchmark) else Decision.BELOW
        places.append(Place(result.code, composite, rank, decided, tie_break(before, (composite, result), rules)))
        before = (composite, result)
    return places


def decision(rank: int, headcount: int) -> Decision:
    """Within the vacancies, within as many again, or behind."""
    if rank <= headcount:
        return Decision.NOMINATE
    return Decision.RESERVE if rank <= 2 * headcount else Decision.BELOW


def tie_break(before: tuple[Decimal, Result] | None, row: tuple[Decimal, Result], rules: Sequence[str] = USUAL) -> TieBreak:
    """Which rule set this row behind the one before it."""
    if before is None or before[0] != row[0]:
        return TieBreak.NONE
    return next((TieBreak(rule) for rule in rules if PLACED_BY[rule](before[1]) != PLACED_BY[rule](row[1])), TieBreak.NUMBER)


def is_reached(results: Sequence[Result], benchmark: Decimal | None) -> bool:
    """Whether the rule for an only candidate is kept; it says nothing about two or more."""
    return benchmark is None or len(results) != 1 or results[0].crosscultural >= benchmark


def average(scores: Sequence[Decimal]) -> Decimal | None:
    """The mean with two decimals, halves up; None of nothing."""
    return (sum(scores, Decimal(0)) / len(scores)).quantize(HUNDREDTH, rounding=ROUND_HALF_UP) if scores else None


def limit(scores: Sequence[Decimal], places: int) -> Decimal | None:
    """The score at the last place of the interviews; None where there is a place for everybody."""
    return sorted(scores, reverse=True)[places - 1] if len(scores) > places else None
