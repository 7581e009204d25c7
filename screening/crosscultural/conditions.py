"""What must be true of a booklet, an interview and a sheet before a verb may be done to it."""

import re
from collections.abc import Iterable

from django.utils import timezone

from screening.crosscultural.states import KEY_WINDOW, KEYS, MOVE_UNTIL

# Belief is nobody's business here (PIPL Art. 28; domain 3.5.6). Beginnings of words, in the five languages.
CREED = re.compile(
    r"宗教|信仰|教徒|信徒|教会|教堂|清真|佛教|道教|基督|天主|伊斯兰|礼拜|祈祷"
    r"|信条|信者|教会|祈り|仏教|神道|キリスト|イスラム|カトリック"
    r"|종교|신앙|교인|신자|교회|성당|불교|기독교|이슬람|천주교|예배|기도"
    r"|\b(?:religio|creed|faith|church|mosque|temple|pray|worship|christ|catholic|protestant|muslim|islam|buddhis|hindu|jewish|atheis|denominat)"
    r"|\b(?:glaube|gläubig|konfession|kirche|moschee|gebet|beten|bekenntnis|weltanschau|jüdisch|buddhis)",
    re.IGNORECASE,
)


def creed_words(texts: Iterable[str]) -> list[str]:
    """The words that sound like a question about religion or creed, each once."""
    found = (match.group().lower() for text in texts for match in CREED.finditer(text or ""))
    return list(dict.fromkeys(found))


def is_within_reach(booklet) -> bool:
    """The first interview that somebody has booked comes soon, or has come. Late is not too late."""
    booked = booklet.interviews.filter(bookings__released_at=None, bookings__slot__starts_at__lte=timezone.now() + KEY_WINDOW)
    return booked.exists()


def is_keyed(booklet) -> bool:
    """Two different people have turned their keys."""
    return booklet.pk is not None and booklet.turns.count() >= KEYS


def is_ahead(slot) -> bool:
    """The interview has not begun."""
    return slot.starts_at > timezone.now()


def is_movable(slot) -> bool:
    """There is enough time left for somebody else to take the slot."""
    return slot.starts_at - MOVE_UNTIL >= timezone.now()


def has_score(interview) -> bool:
    """The panel's sheets gave a score."""
    return interview.score is not None


def is_filled_in(sheet) -> bool:
    """Every dimension has points and a written observation."""
    return sheet.average is not None
