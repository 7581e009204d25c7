"""How a row moves: lock it, hand it over, save it, all in one transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

from django.db import models, transaction

Row = TypeVar("Row", bound=models.Model)


@contextmanager
def moving(row: Row) -> Iterator[Row]:
    """Yield a freshly locked copy of `row` and save it when the block ends well."""
    alias = row._state.db or "default"
    with transaction.atomic(using=alias):
        locked = type(row)._base_manager.using(alias).select_for_update(of=("self",), no_key=True).get(pk=row.pk)
        yield locked
        locked.save(using=alias)
