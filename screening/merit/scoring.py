"""How a merit list is made: pure arithmetic, the same for whoever repeats it.

The overall score is the competence score times its weight plus the cross-cultural score times its weight, in per cent, rounded
to two decimals, halves up. The order is by overall score; where it is equal, by the cross-cultural score, then by the
competence score, then by the candidate number, which was drawn at random. The first are nominated, as many as there are
vacancies; as many again are kept in reserve.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

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


def ranked(results: Sequence[Result], weights: Weights, headcount: int) -> list[Place]:
    """The places in their order, from the first."""
    scored = [(weights.composite(result.competence, result.crosscultural), result) for result in results]
    scored.sort(key=lambda row: (-row[0], -row[1].crosscultural, -row[1].competence, row[1].code))
    places, before = [], None
    for rank, (composite, result) in enumerate(scored, start=1):
        places.append(Place(result.code, composite, rank, decision(rank, headcount), tie_break(before, (composite, result))))
        before = (composite, result)
    return places


def decision(rank: int, headcount: int) -> Decision:
    """Within the vacancies, within as many again, or behind."""
    if rank <= headcount:
        return Decision.NOMINATE
    return Decision.RESERVE if rank <= 2 * headcount else Decision.BELOW


def tie_break(before: tuple[Decimal, Result] | None, row: tuple[Decimal, Result]) -> TieBreak:
    """Which rule set this row behind the one before it."""
    if before is None or before[0] != row[0]:
        return TieBreak.NONE
    if before[1].crosscultural != row[1].crosscultural:
        return TieBreak.CROSSCULTURAL
    return TieBreak.COMPETENCE if before[1].competence != row[1].competence else TieBreak.NUMBER
