"""What must be true of a notice before a verb may be done to it."""

import re

from django.utils import timezone


def is_filled(notice) -> bool:
    """The worker has put the names on it, and there is at least one."""
    return notice.filled_at is not None and notice.entries.exists()


def is_over(notice) -> bool:
    """The last day has ended in Shanghai, and its calendar year is confirmed (domain 1.3.7)."""
    return not notice.is_provisional and notice.ends_at is not None and timezone.now() >= notice.ends_at


# What has no business on a public page (State Council 2018 points on open government; domain 1.1.8).
PATTERNS = {
    "identity number": re.compile(r"(?<!\d)\d{17}[\dXx](?!\d)"),
    "telephone number": re.compile(r"(?<![\d-])(?:\+\d{7,15}|1[3-9]\d{9})(?!\d)"),
    "e-mail address": re.compile(r"[^\s@]+@[^\s@]+\.[a-zA-Z]{2,}"),
    "passport number": re.compile(r"(?<![A-Za-z0-9])(?=[A-Z0-9]*\d{5})[A-Z]{1,3}[A-Z0-9]{6,9}(?![A-Za-z0-9])"),
    "date of birth": re.compile(r"(?<!\d)(?:19|20)\d{2}\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}"),
}


def exposures(texts) -> list[tuple[str, str]]:
    """(kind, text) of everything that a linter finds in what would be published."""
    return [(kind, text) for text in texts for kind, pattern in PATTERNS.items() if pattern.search(text)]
