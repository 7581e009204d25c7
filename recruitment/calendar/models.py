"""The calendar's two tables: years, and the days that the State Council's arrangement moves."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from recruitment.calendar.states import DayKind, YearStatus


class CalendarYear(models.Model):
    """One year of the calendar and the notice that arranged it; periods may rely on it only when it is confirmed."""

    year = models.PositiveSmallIntegerField(_("year"), primary_key=True)
    status = models.CharField(_("status"), max_length=10, choices=YearStatus.choices, default=YearStatus.DRAFT)
    source = models.CharField(_("source"), max_length=300)
    edition = models.UUIDField(_("edition"), default=uuid.uuid4, editable=False)

    class Meta:
        ordering = ["-year"]
        verbose_name = _("calendar year")
        verbose_name_plural = _("calendar years")
        constraints = [
            models.CheckConstraint(condition=models.Q(status__in=YearStatus.values), name="calendar_year_status_known"),
            models.CheckConstraint(condition=models.Q(year__range=(1949, 2999)), name="calendar_year_plausible"),
        ]

    def __str__(self) -> str:
        return str(self.year)


class CalendarDay(models.Model):
    """One day off, or one weekend day that is worked to make up for one."""

    date = models.DateField(_("date"), primary_key=True)
    year = models.ForeignKey(CalendarYear, on_delete=models.CASCADE, related_name="days", verbose_name=_("year"))
    kind = models.CharField(_("kind"), max_length=16, choices=DayKind.choices)
    name = models.CharField(_("name"), max_length=60)
    source = models.CharField(_("source"), max_length=300)

    class Meta:
        ordering = ["date"]
        verbose_name = _("calendar day")
        verbose_name_plural = _("calendar days")
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=DayKind.values), name="calendar_day_kind_known"),
            models.CheckConstraint(condition=models.Q(date__year=models.F("year")), name="calendar_day_in_its_year"),
        ]

    def __str__(self) -> str:
        return self.date.isoformat()
