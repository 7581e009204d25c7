"""Public numbers without gaps: the next one of a series is given in the transaction of the thing that bears it."""

from django.db import connections, transaction

from recruitment.core.models import Series

ADVANCE = """
    insert into {table} (code, year, last) values (%s, %s, 1)
    on conflict (code, year) do update set last = {table}.last + 1 returning last
"""


def allocate(series: str, year: int, *, using: str = "default") -> int:
    """The next number of the series in this year, from 1.

    Others wait for the row until the caller's transaction ends; if it fails, the number was never given.
    """
    if not transaction.get_connection(using).in_atomic_block:
        raise RuntimeError("A number is allocated in the transaction of the thing that bears it.")
    with connections[using].cursor() as cursor:
        cursor.execute(ADVANCE.format(table=Series._meta.db_table), [series, year])
        return cursor.fetchone()[0]
