"""The verb of the calendar: enter the arrangement of a year."""

import uuid
from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from recruitment.calendar.arrangement import ArrangedDay
from recruitment.calendar.models import CalendarDay, CalendarYear
from recruitment.calendar.permissions import may_import_arrangement
from recruitment.calendar.states import YearStatus
from recruitment.core.footprints import leave
from recruitment.core.refusals import Refused


@transaction.atomic
def import_arrangement(year: int, days: Iterable[ArrangedDay], *, source: str, status: str = YearStatus.CONFIRMED, by) -> CalendarYear:
    """Let a year have these days instead of those it had; periods that were frozen before stay as they are."""
    if not (by.is_robot or may_import_arrangement(by)):
        raise Refused(_("The calendar is kept by the system administrator."))
    row, _made = CalendarYear.objects.update_or_create(year=year, defaults={"status": status, "source": source, "edition": uuid.uuid4()})
    row.days.all().delete()
    arranged = [CalendarDay(date=day.date, year=row, kind=day.kind, name=day.name, source=source) for day in days]
    CalendarDay.objects.bulk_create(arranged)
    leave("calendar.year.import_arrangement", row, by=by, data={"year": year, "days": len(arranged), "status": status, "source": source})
    return row
