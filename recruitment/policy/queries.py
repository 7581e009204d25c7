"""What the policy is asked: a value by its key, and several frozen for a round."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Any

from django.apps import apps
from django.db.models import Count, Max
from django.utils import timezone

from recruitment.policy.entries import Value
from recruitment.policy.register import REGISTER

History = dict[str, list[tuple[date, Any]]]


def value(key: str, *, on: date | None = None) -> Any:
    """The value in force today (or on a day): int, Decimal, str, or weights by name; KeyError for a key that is not registered."""
    return REGISTER[key].typed(_raw(key, _history(), on or timezone.localdate()))


def frozen(keys: Iterable[str]) -> dict[str, Any]:
    """The values in force today as plain JSON, to be copied into a round; read them back with `thawed`."""
    history, today = _history(), timezone.localdate()
    return {key: _raw(key, history, today) for key in keys}


def thawed(values: dict[str, Any], key: str) -> Value:
    """One value out of a frozen copy, typed as `value` would give it."""
    return REGISTER[key].typed(values[key])


def sources(keys: Iterable[str]) -> dict[str, dict[str, str]]:
    """What the values in force today rest on, to be copied beside them: source, status of the source, and the first day of validity."""
    today = timezone.localdate()
    rows = apps.get_model("policy", "Parameter").objects.filter(valid_from__lte=today).order_by("key", "valid_from", "pk")
    standing = {
        key: (source, status, day.isoformat()) for key, source, status, day in rows.values_list("key", "source", "status", "valid_from")
    }
    told = {key: standing.get(key, (REGISTER[key].source, str(REGISTER[key].status.value), "")) for key in keys}
    return {key: {"source": source, "status": status, "valid_from": day} for key, (source, status, day) in told.items()}


def _raw(key: str, history: History, on: date) -> Any:
    rows = history.get(key, ())
    return next((raw for valid_from, raw in rows if valid_from <= on), REGISTER[key].default)


def _history() -> History:
    """Rows are only added, so their number and the last one tell whether anything is new."""
    edition = apps.get_model("policy", "Parameter").objects.aggregate(last=Max("pk"), rows=Count("pk"))
    return _loaded(edition["last"], edition["rows"])


@lru_cache(maxsize=1)
def _loaded(last: int | None, rows: int) -> History:
    history: History = {}
    newest_first = apps.get_model("policy", "Parameter").objects.order_by("key", "-valid_from", "-pk")
    for key, valid_from, raw in newest_first.values_list("key", "valid_from", "value"):
        history.setdefault(key, []).append((valid_from, raw))
    return history
