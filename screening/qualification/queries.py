"""How the office speaks of checks, and of what was asked to be corrected."""

import datetime
from typing import NamedTuple

from django.db import models
from django.db.models import Count, F, Min, Q
from django.utils import timezone

from recruitment.accounts.roles import Role
from screening.applications.models import Application
from screening.applications.states import LIVE
from screening.qualification.states import CheckResult


class Share(NamedTuple):
    """Files of one post and month that were asked to correct something, and how many of them more than once."""

    position: int
    month: datetime.date
    files: int
    again: int

    @property
    def percent(self) -> int:
        """In whole per cent."""
        return round(100 * self.again / self.files) if self.files else 0


class CheckQuerySet(models.QuerySet):
    """Checks …"""

    def visible_to(self, user):
        """… of files that the reader may see as an officer."""
        return self.filter(application__in=Application.objects.visible_to(user).exclude(candidate=user))

    def of(self, application):
        """… of one file, in their order, with their evidence."""
        return self.filter(application=application).select_related("evidence__document", "officer", "rule").order_by("order", "pk")

    def standing(self):
        """… of what the files state now."""
        return self.filter(retired_at=None)

    def unmet(self):
        """… that are not met."""
        return self.exclude(result=CheckResult.MET)

    def promised(self):
        """… of which the proof is to follow, in files that live."""
        return self.standing().filter(result=CheckResult.PROVISIONAL, application__state__in=LIVE)

    def overdue(self):
        """… of which the proof was due and did not come."""
        return self.promised().filter(due_on__lt=timezone.localdate())

    def to_remind(self, days: int):
        """… due within so many days, of which nobody was reminded yet."""
        today = timezone.localdate()
        return self.promised().filter(reminded_on=None, due_on__gte=today, due_on__lte=today + datetime.timedelta(days=days))

    def to_escalate(self):
        """… that are overdue and of which nobody was told yet."""
        return self.overdue().filter(escalated_on=None)

    def for_letters(self):
        """… with what a letter about them needs."""
        return self.select_related("application__candidate", "application__position__department", "application__officer")


class CorrectionRequestQuerySet(models.QuerySet):
    """Requests for corrections …"""

    def visible_to(self, user):
        """… of the posts of an HR officer's departments."""
        codes = user.department_codes(Role.HR_OFFICER)
        scope = Q() if codes is None else Q(application__position__department__code__in=codes)
        return self.filter(scope).exclude(application__candidate=user)

    def share_with_second_request(self) -> list[Share]:
        """By post and month of the first request: how many files were asked, and how many more than once (domain 2.1.10). One query."""
        files = self.order_by().values("application").annotate(number=Count("pk"), first=Min("sent_at"))
        rows = files.annotate(position=F("application__position")).values_list("position", "number", "first")
        counted: dict[tuple, list[int]] = {}
        for position, number, first in rows:
            tally = counted.setdefault((position, timezone.localdate(first).replace(day=1)), [0, 0])
            tally[0] += 1
            tally[1] += number > 1
        return [Share(position, month, *tally) for (position, month), tally in sorted(counted.items())]
