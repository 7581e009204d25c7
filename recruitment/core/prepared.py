"""Questions that every page asks: put into SQL once for a process, and asked again with other values.

To put a wide row into SQL costs the server several times what it costs the database to answer.
"""

import copy
import datetime
import uuid
from collections.abc import Callable
from typing import Any

from django.db import connections, models
from django.utils.translation import get_language

# What stands in the SQL for a value until it is known; nothing else in a query is equal to these.
MARKS: dict[type, Callable[[int], Any]] = {
    int: lambda place: 2_147_480_000 + place,
    str: lambda place: chr(0xE000 + place),
    uuid.UUID: lambda place: uuid.UUID(int=2**127 + place),
    datetime.datetime: lambda place: datetime.datetime(9999, 1, 1, microsecond=place, tzinfo=datetime.UTC),
}


class Prepared:
    """A queryset of one shape; `make` gives it for values of these kinds.

    Danger: it is asked once for a language and never again, so it may depend on nothing but its values: not on the
    clock, the policy or a role. It takes keys, codes and moments; what it selects is read anew each time and never kept.
    """

    def __init__(self, make: Callable[..., models.QuerySet], *kinds: type):
        self.make, self.marks = make, [MARKS[kind](place) for place, kind in enumerate(kinds)]
        self.kept: dict[str, tuple] = {}

    def rows(self, *values) -> list:
        """What the queryset gives for these values."""
        language = get_language() or ""
        queryset, compiler, sql, params, converters = self.kept.get(language) or self._keep(language)
        asked, run = queryset._chain(), copy.copy(compiler)
        run.connection = connections[queryset.db]
        run.get_converters = lambda _columns: converters
        filled = tuple(param if place is None else _as(kind, values[place]) for param, place, kind in params)
        run.as_sql = lambda *_args, **_options: (sql, filled)
        asked.query.get_compiler = lambda *_args, **_options: run
        return list(asked)

    def first(self, *values) -> Any:
        """The first row, or nothing."""
        return next(iter(self.rows(*values)), None)

    def _keep(self, language: str) -> tuple:
        queryset = self.make(*self.marks)
        compiler = queryset.query.get_compiler(queryset.db)
        sql, params = compiler.as_sql()
        places = [(param, self._place(param), type(param)) for param in params]
        if {place for _param, place, _kind in places} - {None} != set(range(len(self.marks))):
            raise ValueError(f"a value does not stand in this query as it is given: {sql}")
        converters = compiler.get_converters([column for column, _sql, _alias in compiler.select])
        self.kept[language] = (queryset, compiler, sql, places, converters)
        return self.kept[language]

    def _place(self, param: Any) -> int | None:
        return next((place for place, mark in enumerate(self.marks) if isinstance(param, type(mark)) and param == mark), None)


def _as(kind: type, value: Any) -> Any:
    """A value in the form in which its mark went to the database."""
    return value if type(value) is kind else kind(value)
