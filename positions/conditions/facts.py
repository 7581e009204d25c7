"""What an application states about a person, as plain values; the screening floor fills it in."""

from dataclasses import dataclass, field
from datetime import date

from positions.states import FindingResult


@dataclass(frozen=True)
class Degree:
    """A degree: ISCED 2011 level, ISCED-F field of two or more digits, language of teaching (BCP 47), day of graduation."""

    isced: int
    field: str = ""
    language: str = ""
    graduated_on: date | None = None


@dataclass(frozen=True)
class Employment:
    """A time of work; without an end it lasts. Its kind is of the catalogue, or empty while it is not told."""

    began_on: date
    ended_on: date | None = None
    kind: str = ""


@dataclass(frozen=True)
class Qualification:
    """A certificate of a profession: its kind in the catalogue, the day of issue, and its end where it has one."""

    kind: str
    issued_on: date | None = None
    expires_on: date | None = None


@dataclass(frozen=True)
class LanguageProof:
    """A test of a language (BCP 47): HSK with its version, Goethe, JLPT, TOPIK, or a level of the CEFR."""

    tag: str
    test: str = ""
    version: str = ""
    level: str = ""
    score: int | None = None
    tested_on: date | None = None


@dataclass(frozen=True)
class Facts:
    """What is known about a person; None and empty mean that it was not stated."""

    birth_date: date | None = None
    nationalities: tuple[str, ...] = ()  # ISO 3166-1 alpha-2
    was_chinese_national: bool | None = None
    degrees: tuple[Degree, ...] = ()
    employments: tuple[Employment, ...] = ()
    qualifications: tuple[Qualification, ...] = ()
    languages: tuple[LanguageProof, ...] = ()
    native_languages: tuple[str, ...] = ()  # BCP 47
    residence_months: int | None = None
    passport_expires_on: date | None = None
    has_criminal_record: bool | None = None
    was_dismissed: bool | None = None
    certificates: frozenset[str] = field(default_factory=frozenset)  # kinds of documents that are attached


@dataclass(frozen=True)
class Finding:
    """What the check of one requirement found: a result, why, and from which statement."""

    result: FindingResult
    reason: object  # a lazily translated sentence
    evidence: str = ""

    @property
    def is_met(self) -> bool:
        return self.result == FindingResult.MET
