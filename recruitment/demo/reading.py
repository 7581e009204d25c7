"""The content of the demonstration, read from its files, and the days that are counted from today."""

import datetime
import json
from functools import cache
from pathlib import Path

import time_machine
from django.utils import timezone

from recruitment.calendar.periods import SHANGHAI

CONTENT = Path(__file__).parent / "content"
LANGUAGES = ("zh-hans", "en", "de", "ja", "ko")


@cache
def content(name: str):
    """One file of the content."""
    return json.loads((CONTENT / f"{name}.json").read_text())


def in_five(name: str, text: dict | list) -> dict[str, str]:
    """Model fields of one translated text; several texts become lines of one."""
    texts = text if isinstance(text, list) else [text]
    return {f"{name}_{code.replace('-', '_')}": "\n".join(part[code] for part in texts) for code in LANGUAGES}


TODAY = timezone.localdate()


def day(offset: int) -> datetime.date:
    """So many days from the day on which the demonstration is loaded."""
    return TODAY + datetime.timedelta(days=offset)


def instant(offset: int, hour: int = 10, minute: int = 0) -> datetime.datetime:
    """An hour of that day in Shanghai."""
    return datetime.datetime.combine(day(offset), datetime.time(hour, minute), tzinfo=SHANGHAI)


def on(offset: int, hour: int = 10, minute: int = 0):
    """The clock stands at that hour inside the block; what happened then is stamped then."""
    return time_machine.travel(instant(offset, hour, minute), tick=True)
