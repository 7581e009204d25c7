"""Who gets which file: the least burdened of those who may and can, with the reasons; and what could not be placed, and why.

Pure: it knows no table. Ten thousand files with a hundred people take about a second.
"""

import heapq
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from screening.assessors.states import Cause, Reason


@dataclass(frozen=True)
class Hand:
    """Somebody who can be given files; what they never stated (an empty set) is held against nobody."""

    key: int
    load: int = 0
    skills: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Piece:
    """A file: how many people it still needs, what they must know and read, and who must not have it."""

    key: int
    needs: int
    skills: frozenset[str] = frozenset()
    language: str = ""
    barred: frozenset[int] = frozenset()  # who stepped back from it
    taken: frozenset[int] = frozenset()  # who has it already


@dataclass(frozen=True)
class Given:
    """One file to one person, and why."""

    piece: int
    hand: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Left:
    """A file that lacks people, and what stood in the way."""

    piece: int
    missing: int
    causes: tuple[Cause, ...]


class Allocation:
    """Deals pieces to hands, one after the other; `lot` decides between people with the same burden."""

    def __init__(self, hands: Iterable[Hand], *, lot: Callable[[], int]):
        self.hands, self.lot = list(hands), lot
        self.load = Counter({hand.key: hand.load for hand in self.hands})
        self.able: dict[tuple[frozenset[str], str], list[Hand]] = {}

    def deal(self, piece: Piece) -> tuple[list[Given], Left | None]:
        """As many as are missing and can be given."""
        unfit = piece.barred | piece.taken
        free = [hand for hand in self._able(piece) if hand.key not in unfit]
        chosen = heapq.nsmallest(max(piece.needs, 0), free, key=lambda hand: (self.load[hand.key], self.lot()))
        self.load.update(hand.key for hand in chosen)
        given = [Given(piece.key, hand.key, _reasons(piece, hand)) for hand in chosen]
        missing = piece.needs - len(given)
        return given, Left(piece.key, missing, self._causes(piece)) if missing > 0 else None

    def _able(self, piece: Piece) -> list[Hand]:
        """Those who know and read what the piece asks for; the same for all pieces of a kind."""
        wanted = (piece.skills, piece.language)
        if wanted not in self.able:
            self.able[wanted] = [hand for hand in self.hands if _knows(hand, piece) and _reads(hand, piece)]
        return self.able[wanted]

    def _causes(self, piece: Piece) -> tuple[Cause, ...]:
        found = {
            Cause.CONFLICT: any(hand.key in piece.barred for hand in self.hands),
            Cause.COMPETENCY: not all(_knows(hand, piece) for hand in self.hands),
            Cause.LANGUAGE: not all(_reads(hand, piece) for hand in self.hands),
        }
        return tuple(cause for cause, holds in found.items() if holds) or (Cause.FEW,)


@dataclass
class Dealt:
    """A whole round of dealing."""

    given: list[Given]
    left: list[Left]

    @cached_property
    def is_whole(self) -> bool:
        return not self.left


def deal(pieces: Iterable[Piece], hands: Iterable[Hand], *, lot: Callable[[], int]) -> Dealt:
    """Every piece in turn; the scarcest first would be cleverer, the given order can be repeated."""
    allocation, whole = Allocation(hands, lot=lot), Dealt([], [])
    for piece in pieces:
        given, left = allocation.deal(piece)
        whole.given += given
        whole.left += [left] if left else []
    return whole


def _knows(hand: Hand, piece: Piece) -> bool:
    return not piece.skills or not hand.skills or bool(piece.skills & hand.skills)


def _reads(hand: Hand, piece: Piece) -> bool:
    return not piece.language or not hand.languages or piece.language in hand.languages


def _reasons(piece: Piece, hand: Hand) -> tuple[Reason, ...]:
    """What spoke for the person, the burden and the clean hands always."""
    knows = [Reason.COMPETENCY] if piece.skills & hand.skills else []
    reads = [Reason.LANGUAGE] if piece.language in hand.languages else []
    return (*knows, *reads, Reason.LOAD, Reason.NO_CONFLICT)
