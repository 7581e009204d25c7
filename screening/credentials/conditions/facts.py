"""What a file states about papers, names and days, as plain values; the applications floor fills it in."""

from dataclasses import dataclass
from datetime import date

from screening.credentials.conditions.routes import Route
from screening.credentials.conditions.stays import Spell

CHINESE = "zh"
ENGLISH = "en"


@dataclass(frozen=True)
class Paper:
    """One attached paper, with what its sender said about it; whatever is empty was not said."""

    pk: int
    kind: str
    label: str
    country: str = ""
    issued_on: date | None = None
    expires_on: date | None = None
    language: str = ""
    is_translated: bool = False
    name: str = ""
    authentication: str = ""
    counts_until: date | None = None


@dataclass(frozen=True)
class Person:
    """The names that somebody is known by, and the passport."""

    printed: str = ""
    parts: tuple[str, ...] = ()  # family name, given names
    others: tuple[str, ...] = ()  # former names, the name in another script, the Chinese name
    passport_expires_on: date | None = None
    nationality: str = ""


@dataclass(frozen=True)
class Limits:
    """The numbers of the policy that the check reads."""

    passport_months: int = 6
    gap_days: int = 30
    gap_years: int = 15
    stay_months: int = 12
    stay_years: int = 5
    test_months: int = 24
    english_is_accepted: bool = False


@dataclass(frozen=True)
class Facts:
    """Everything that the flight check looks at."""

    today: date
    closing_on: date
    filing_on: date
    person: Person
    limits: Limits = Limits()
    papers: tuple[Paper, ...] = ()
    spells: tuple[Spell, ...] = ()
    degrees: tuple[str, ...] = ()  # countries in which degrees were awarded
    tests: tuple[date, ...] = ()  # days of language tests that have a certificate
    asked: frozenset[str] = frozenset()  # kinds of papers that the post asks for
    routes: dict[tuple[str, str], Route] | None = None

    def route(self, country: str, kind: str) -> Route | None:
        return (self.routes or {}).get((country, kind))

    def of_kind(self, kind: str) -> list[Paper]:
        return [paper for paper in self.papers if paper.kind == kind]
