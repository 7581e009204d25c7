"""The machine-readable zone of a passport (ICAO 9303, TD3): read, checked by its figures, compared, and never kept."""

import datetime
import re
import unicodedata
from dataclasses import dataclass

from django_countries import countries

WIDTH = 44
WEIGHTS = (7, 3, 1)
SHAPE = re.compile(r"[A-Z0-9<]{88}")
# Codes of ICAO that ISO 3166 does not have (9303-3, section 5).
DEVIATING = {"D": "DE", "GBD": "GB", "GBN": "GB", "GBO": "GB", "GBP": "GB", "GBS": "GB", "RKS": "XK"}
# How passports write letters that the zone does not have; either way is right (9303-3, section 6).
SPELT_OUT = str.maketrans(
    {"Ä": "AE", "Ö": "OE", "Ü": "UE", "ß": "SS", "ẞ": "SS", "Å": "AA", "Æ": "AE", "Ø": "OE", "Œ": "OE", "Þ": "TH", "Ĳ": "IJ"}
)
BARE = str.maketrans(
    {"ß": "SS", "ẞ": "SS", "Æ": "AE", "Ø": "O", "Œ": "OE", "Þ": "TH", "Đ": "D", "Ð": "D", "Ł": "L", "Ħ": "H", "Ŧ": "T", "İ": "I", "ı": "I"}
)
DROPPED = dict.fromkeys(map(ord, "'’‘`."))


class Unreadable(Exception):
    """The text is no zone of a passport: `code` says why."""

    def __init__(self, code: str):
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Zone:
    """What a zone says; a day that it does not tell is None."""

    names: tuple[str, ...]
    is_cut: bool
    number: str
    nationality: str
    birth_date: datetime.date | None
    expires_on: datetime.date | None


def check_digit(text: str) -> str:
    """Weights 7, 3, 1; letters count from 10, the filler nothing."""
    values = (0 if char == "<" else int(char, 36) for char in text)
    return str(sum(value * WEIGHTS[place % 3] for place, value in enumerate(values)) % 10)


def parse(text: str, today: datetime.date) -> Zone:
    """Read both lines. Raises Unreadable: `shape`, `kind` or `digits`."""
    plain = "".join(unicodedata.normalize("NFKC", text).replace("«", "<<").split()).upper()
    if not SHAPE.fullmatch(plain):
        raise Unreadable("shape")
    upper, lower = plain[:WIDTH], plain[WIDTH:]
    if not upper.startswith("P"):
        raise Unreadable("kind")
    if not _digits_agree(lower):
        raise Unreadable("digits")
    field = upper[5:]
    return Zone(
        names=tuple(part for part in field.replace("<", " ").split()),
        is_cut=len(field.rstrip("<")) >= len(field) - 1,
        number=lower[:9].replace("<", ""),
        nationality=country_of(lower[10:13]),
        birth_date=_day(lower[13:19], today.year, future=False),
        expires_on=_day(lower[21:27], today.year, future=True),
    )


def _digits_agree(lower: str) -> bool:
    checked = (
        (lower[:9], lower[9]),
        (lower[13:19], lower[19]),
        (lower[21:27], lower[27]),
        (lower[:10] + lower[13:20] + lower[21:43], lower[43]),
    )
    own = lower[42] == check_digit(lower[28:42]) or (lower[42] == "<" and not lower[28:42].strip("<"))
    return own and all(check_digit(part) == digit for part, digit in checked)


def country_of(code: str) -> str:
    """ISO 3166-1 alpha-2 of a code of the zone; empty for stateless persons, refugees and organisations."""
    plain = code.rstrip("<")
    return DEVIATING.get(plain) or (countries.alpha2(plain) if len(plain) == 3 else "") or ""


def _day(text: str, year: int, *, future: bool) -> datetime.date | None:
    """Two figures of a year: a birth lies in the past hundred years, an expiry within fifty years of today."""
    if not text.isdecimal():
        return None
    century = year - year % 100
    full = century + int(text[:2])
    if future:
        full += 100 if full < year - 50 else -100 if full > year + 50 else 0
    elif full > year:
        full -= 100
    try:
        return datetime.date(full, int(text[2:4]), int(text[4:]))
    except ValueError:
        return None


def differences(zone: Zone, answers: dict) -> list[tuple[str, str | datetime.date]]:
    """(field, what the zone says) of every answer that says something else; what is not answered does not differ."""
    number, nationalities = answers.get("passport_number"), {answers.get("nationality"), *(answers.get("other_nationalities") or ())}
    name = answers.get("full_name_latin")
    told: list[tuple[str, str | datetime.date, bool]] = [
        ("full_name_latin", " ".join(zone.names), bool(name) and not is_same_name(zone, name)),
        ("passport_number", zone.number, bool(number) and number[:9] != zone.number),
        ("nationality", zone.nationality, bool(zone.nationality and answers.get("nationality")) and zone.nationality not in nationalities),
        ("birth_date", zone.birth_date or "", _days_differ(zone.birth_date, answers.get("birth_date"))),
        ("passport_expires_on", zone.expires_on or "", _days_differ(zone.expires_on, answers.get("passport_expires_on"))),
    ]
    return [(field, value) for field, value, differs in told if differs]


def _days_differ(here: datetime.date | None, there: datetime.date | None) -> bool:
    return here is not None and there is not None and here != there


def is_same_name(zone: Zone, name: str) -> bool:
    """Whether the zone can be the transcription of a name, in whatever order; a long one is cut off at its end."""
    return any(_fits(zone, _letters(name, table)) for table in (SPELT_OUT, BARE))


def _letters(name: str, table) -> list[str]:
    """The words of a name in the letters of the zone."""
    upper = unicodedata.normalize("NFC", name).upper().translate(DROPPED).translate(table)
    plain = "".join(char for char in unicodedata.normalize("NFKD", upper.translate(BARE)) if not unicodedata.combining(char))
    return sorted("".join(char if "A" <= char <= "Z" else " " for char in plain).split())


def _fits(zone: Zone, words: list[str]) -> bool:
    if sorted(zone.names) == words:
        return True
    if not zone.is_cut or len(zone.names) > len(words):
        return False
    left = list(words)
    for part in zone.names[:-1]:
        if part not in left:
            return False
        left.remove(part)
    return any(word.startswith(zone.names[-1]) for word in left)
