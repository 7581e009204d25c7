"""Whether two ways of writing a name can be the same person's (domain 2.5): order, case, accents, hyphens and transliteration count for nothing.

Tolerant on purpose: a difference is a prompt to look, never a finding against anybody.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from enum import Enum
from itertools import permutations

# Letters that no decomposition takes apart.
LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ŋ": "n", "ə": "e"})
# As passports write umlauts: Müller, MUELLER and MULLER are one name.
DOUBLED = (("ae", "a"), ("oe", "o"), ("ue", "u"), ("aa", "a"))
APOSTROPHES = re.compile("['’‘`ʼʻ´]")
# What stands between names, or says that another name follows.
WORDS_BETWEEN = "al af bin binti bint d da das de del della den der des di do dos du el geb geborene ibn la las le los nee ne ter van vom von y zu zum zur"
PARTICLES = frozenset(WORDS_BETWEEN.split())
MOST_PARTS = 5


class Likeness(Enum):
    """How near two names are."""

    SAME = "same"
    SHORTER = "shorter"  # one leaves parts out or shortens them: a middle name, the mother's name, an initial
    DIFFERENT = "different"
    UNKNOWN = "unknown"  # written in scripts that cannot be compared


def folded(name: str) -> list[str]:
    """The parts of a name without case, accents, apostrophes, hyphens and particles."""
    plain = APOSTROPHES.sub("", unicodedata.normalize("NFKD", name.casefold()).translate(LETTERS))
    letters = "".join(char if char.isalnum() else " " for char in plain if not unicodedata.combining(char))
    parts = [_undoubled(part) for part in letters.split()]
    return [part for part in parts if part not in PARTICLES] or parts


def _undoubled(part: str) -> str:
    for pair, single in DOUBLED:
        part = part.replace(pair, single)
    return part


def is_latin(name: str) -> bool:
    """Whether a name can be compared with the one in a passport."""
    return any(unicodedata.name(char, "").startswith("LATIN") for char in name)


def likeness(one: str, other: str) -> Likeness:
    """Compare two written names; whatever order their parts stand in."""
    if not one.strip() or not other.strip() or is_latin(one) != is_latin(other):
        return Likeness.UNKNOWN
    first, second = Counter(folded(one)), Counter(folded(other))
    left, right = list((first - second).elements()), list((second - first).elements())
    if _joined_alike(left, right):
        return Likeness.SAME
    common = (first & second).total()
    rest = sorted((left, right), key=len)
    if common and all(any(_is_short_for(part, whole) for whole in rest[1]) for part in rest[0]):
        return Likeness.SHORTER
    return Likeness.DIFFERENT


def _joined_alike(left: list[str], right: list[str]) -> bool:
    """Anna-Lena and Annalena: the same letters, cut into parts in another way."""
    if max(len(left), len(right)) > MOST_PARTS:
        return False
    return not _orders(left).isdisjoint(_orders(right))


def _orders(parts: list[str]) -> set[str]:
    """The parts written together in every order."""
    return {_undoubled("".join(order)) for order in permutations(parts)}


def _is_short_for(part: str, whole: str) -> bool:
    """An initial, or a name that a machine-readable line has cut off; either way round."""
    short, long = sorted((part, whole), key=len)
    return long.startswith(short)


def nearest(name: str, known: Iterable[str]) -> Likeness:
    """How near a name is to the nearest of those that a person is known by."""
    found = {likeness(name, other) for other in known}
    return next((near for near in (Likeness.SAME, Likeness.SHORTER, Likeness.DIFFERENT) if near in found), Likeness.UNKNOWN)
