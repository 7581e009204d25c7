"""What must be true of an appointment before a verb may be done to it, and the days that bear on it."""

import calendar
import datetime
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext_lazy as _


def has_all_clauses(appointment) -> bool:
    """Term, position and duties, pay and insurance, liability: the five blocks of Civil Servants Law, art. 103."""
    return all(text.strip() for text in appointment.clauses())


def is_filed(appointment) -> bool:
    """The conclusion of the contract was filed with the authority (art. 102)."""
    return appointment.filed_on is not None


def has_initial_training(appointment) -> bool:
    """Initial training lies within probation (art. 67)."""
    return appointment.initial_training_done_on is not None


@dataclass(frozen=True)
class KeyDay:
    """A day that the officer must not miss, and why."""

    label: object  # a lazily translated phrase
    on: datetime.date
    left: int  # days from today, negative when past


def key_days(appointment) -> list[KeyDay]:
    """The officer's own deadlines, the nearest first (domain 2.3, 7.2): permits are renewed 30 days before they end."""
    days = []
    begin = appointment.duty_started_on
    if begin is not None:
        days.append((_("Probation ends"), months_later(begin, appointment.probation_months)))
        days.append((_("Contract ends"), appointment.contract_until))
    for permit in appointment.permits.all():
        days.append((_("Apply for extension of your permit"), permit.valid_until - datetime.timedelta(days=30)))
        days.append((_("Permit ends"), permit.valid_until))
    today = timezone.localdate()
    return sorted((KeyDay(label, day, (day - today).days) for label, day in days), key=lambda row: row.on)


def months_later(day: datetime.date, months: int) -> datetime.date:
    """The same day so many months later, or the last of that month."""
    total = day.month - 1 + months
    year, month = day.year + total // 12, total % 12 + 1
    return datetime.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
