"""Dates as each language writes them, formatted once: the date filter is the dearest thing in a table."""

import datetime
import zoneinfo
from functools import lru_cache

from django.utils import dateformat, timezone
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

SHANGHAI = zoneinfo.ZoneInfo("Asia/Shanghai")
DAYS = {"zh-hans": "Y年n月j日", "ja": "Y年n月j日", "ko": "Y년 n월 j일", "de": "j. F Y", "en": "j F Y"}
CLOCK = {"de": "H:i \\U\\h\\r"}


def day(value: datetime.date | None) -> str:
    """A day in the reader's language; an instant is taken by Shanghai's calendar."""
    if isinstance(value, datetime.datetime):
        value = timezone.localtime(value, SHANGHAI).date()
    return _day(value, get_language() or "en") if value else ""


def moment(value: datetime.datetime | None, zone: str = "") -> str:
    """Day and clock in Shanghai, and after it in the reader's own zone when there is another."""
    if value is None:
        return ""
    language = get_language() or "en"
    text = _("%(moment)s (Shanghai time)") % {"moment": _moment(timezone.localtime(value, SHANGHAI).replace(tzinfo=None), language)}
    own = reader_zone(zone)
    local = value.astimezone(own) if own else None
    if local is None or local.utcoffset() == value.astimezone(SHANGHAI).utcoffset():
        return text
    city = zone.rpartition("/")[2].replace("_", " ")
    return _("%(shanghai)s; %(moment)s (%(city)s)") % {
        "shanghai": text,
        "moment": _moment(local.replace(tzinfo=None), language),
        "city": city,
    }


@lru_cache(maxsize=64)
def reader_zone(zone: str) -> zoneinfo.ZoneInfo | None:
    """The zone by its name, or none when the name is empty or unknown."""
    try:
        return zoneinfo.ZoneInfo(zone) if zone else None
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return None


@lru_cache(maxsize=8192)
def _day(value: datetime.date, language: str) -> str:
    with override(language):
        return dateformat.format(value, DAYS.get(language, DAYS["en"])).replace(" ", "\u00a0")


@lru_cache(maxsize=8192)
def _moment(value: datetime.datetime, language: str) -> str:
    """A line may end between the day and the clock, nowhere else."""
    between = ", " if language in ("en", "de") else " "
    clock = dateformat.format(value, CLOCK.get(language, "H:i")).replace(" ", "\u00a0")
    return f"{_day(value.date(), language)}{between}{clock}"
