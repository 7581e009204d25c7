"""The arithmetic of a sitting: what was acknowledged must be kept, once, and nothing that nobody sent."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field

# A text of somebody: sitting and task.
Place = tuple[int, int]


@dataclass
class Told:
    """What one candidate sent for one task, by version, and the highest version that was acknowledged; -1 is none."""

    sent: dict[int, str] = field(default_factory=dict)
    acknowledged: int = -1

    @property
    def newest(self) -> int:
        return max(self.sent, default=-1)


@dataclass(frozen=True)
class Kept:
    """What the database has for a task."""

    version: int
    text: str


def lost(told: Mapping[Place, Told], kept: Mapping[Place, Kept]) -> list[Place]:
    """Where an acknowledged answer is gone: no row, an older one, or another text than was sent under that version.

    A newer one than was acknowledged is no loss: it arrived, and its acknowledgement did not.
    """
    return [place for place, word in told.items() if word.acknowledged >= 0 and not _stands(word, kept.get(place))]


def _stands(word: Told, row: Kept | None) -> bool:
    return row is not None and row.version >= word.acknowledged and word.sent.get(row.version) == row.text


def unsent(told: Mapping[Place, Told]) -> list[Place]:
    """Texts whose newest version was never acknowledged."""
    return [place for place, word in told.items() if word.acknowledged < word.newest]


def doubled(keys: Iterable[Hashable]) -> int:
    """How many more there are than there should be, one of each."""
    return sum(number - 1 for number in Counter(keys).values())
