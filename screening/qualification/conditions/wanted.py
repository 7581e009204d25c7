"""What is to be checked in one file: a pure list, in one order, nothing twice."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field

from screening.credentials.conditions import Spell, lived_in
from screening.qualification.states import CheckKind


@dataclass(frozen=True)
class Stated:
    """One degree, employment or language certificate: its key in the file, and what is said of it."""

    key: int
    about: str
    country: str = ""


@dataclass(frozen=True)
class Statement:
    """What a file states, as far as checks follow from it."""

    degrees: tuple[Stated, ...] = ()
    employments: tuple[Stated, ...] = ()
    languages: tuple[Stated, ...] = ()
    spells: tuple[Spell, ...] = ()


@dataclass(frozen=True)
class Asked:
    """What the post asks for: (key, number of the rule) of each requirement, and the kinds of papers."""

    rules: tuple[tuple[str, int], ...] = ()
    documents: tuple[str, ...] = ()
    declarations: tuple[str, ...] = ()
    stay_months: int = 12
    stay_years: int = 5


@dataclass(frozen=True)
class Wanted:
    """One check that the file needs; `about` and `country` are what its sentence speaks of."""

    kind: CheckKind
    key: str
    rule: int | None = None
    about: str = field(default="", compare=False)
    country: str = field(default="", compare=False)


def wanted(said: Statement, asked: Asked, *, today: datetime.date) -> list[Wanted]:
    """The person, the requirements, each thing stated, each country lived in for long, the papers, the declarations."""
    lived = lived_in(said.spells, years=asked.stay_years, months=asked.stay_months, today=today)
    found = [
        *(Wanted(CheckKind.IDENTITY, key) for key in ("identity", "nationality")),
        *(Wanted(CheckKind.REQUIREMENT, key, rule) for key, rule in asked.rules),
        *_each(CheckKind.DEGREE, said.degrees),
        *_each(CheckKind.EMPLOYMENT, said.employments),
        *_each(CheckKind.LANGUAGE, said.languages),
        *(Wanted(CheckKind.RECORD, f"record-{country}", country=country) for country in lived),
        *(Wanted(CheckKind.DOCUMENT, kind) for kind in asked.documents),
        *(Wanted(CheckKind.DECLARATION, key) for key in asked.declarations),
    ]
    return list(dict.fromkeys(found))


def _each(kind: CheckKind, stated: Iterable[Stated]) -> list[Wanted]:
    return [Wanted(kind, f"{kind.value}-{item.key}", about=item.about, country=item.country) for item in stated]
