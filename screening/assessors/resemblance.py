"""Where a file and an assessor's life touch, as far as their structure shows: same employer and years, same school, a referee, a name.

Pure: it knows no table. It never judges; it only finds what somebody should be asked about.
"""

import datetime
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from screening.assessors.states import HintGround, StationKind

PARTS = re.compile(r"[()（）\[\]/|]")
MARKS = re.compile(r"[\W_]+")
SHORTEST = 2


@dataclass(frozen=True)
class Stay:
    """A time at an institution, as somebody told it; an open end is today."""

    kind: str
    institution: str
    since: int | None = None
    until: int | None = None

    def meets(self, other: "Stay") -> bool:
        """Whether both were there in the same year; a year that nobody told is held to be possible."""
        return (self.since or 0) <= (other.until or 9999) and (other.since or 0) <= (self.until or 9999)


@dataclass(frozen=True)
class Life:
    """What is known of one assessor."""

    names: frozenset[str]
    email: str
    institution: str
    stays: tuple[Stay, ...] = ()


@dataclass(frozen=True)
class Told:
    """What one file says that could touch somebody else's life."""

    stays: tuple[Stay, ...] = ()
    referees: tuple[tuple[str, str], ...] = ()  # (name, e-mail)
    interests: tuple[str, ...] = ()


@dataclass(frozen=True)
class Touch:
    """One point where they meet; the institution and the years are the assessor's own."""

    ground: HintGround
    institution: str = ""
    since: int | None = None
    until: int | None = None


def plain(text: str) -> str:
    """A name without case, marks and width, so that two ways of writing it are one."""
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text)).casefold()
    return " ".join(sorted(MARKS.sub(" ", "".join(sign for sign in folded if not unicodedata.combining(sign))).split()))


def forms(name: str) -> frozenset[str]:
    """A name as a whole and its parts in different scripts, such as “许光裕 (Xu Guangyu)”."""
    return frozenset(form for part in (name, *PARTS.split(name)) if len(form := plain(part)) >= SHORTEST)


def year(day: datetime.date | None) -> int | None:
    return day.year if day else None


def touches(life: Life, told: Told) -> Iterable[Touch]:
    """Every point where a file and an assessor meet, each ground once."""
    found: dict[HintGround, Touch] = {}
    for own in life.stays:
        for other in told.stays:
            if own.kind == other.kind and own.meets(other) and forms(own.institution) & forms(other.institution):
                ground = HintGround.EMPLOYER if own.kind == StationKind.EMPLOYER else HintGround.EDUCATION
                found.setdefault(ground, Touch(ground, own.institution, own.since, own.until))
    home = forms(life.institution)
    if any(home & forms(stay.institution) for stay in told.stays):
        found[HintGround.INSTITUTION] = Touch(HintGround.INSTITUTION, life.institution)
    if any(email.casefold() == life.email.casefold() or life.names & forms(name) for name, email in told.referees):
        found[HintGround.REFEREE] = Touch(HintGround.REFEREE)
    if any(_names(text, life) for text in told.interests):
        found[HintGround.DECLARED] = Touch(HintGround.DECLARED)
    return found.values()


def _names(text: str, life: Life) -> bool:
    """Whether what the candidate declared names the assessor; every word of a name must be there."""
    squeezed, words = plain(text), set(plain(text).split())
    return any(set(name.split()) <= words or (not name.isascii() and name in squeezed) for name in life.names)
