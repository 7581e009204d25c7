"""How the office speaks of rounds and positions."""

import datetime
from collections.abc import Mapping

from django.conf import settings
from django.db import models
from django.db.models import Case, Count, Q, Value, When
from django.utils import timezone
from django.utils.translation import get_language

from positions.states import PUBLIC_STATES, CorrectionState, PositionState
from recruitment.accounts.roles import Role
from recruitment.core.search import search_query

CLOSING_SOON = datetime.timedelta(days=7)
# What a list of posts does not show: long texts in five languages, and the index.
HEAVY = ("duties", "description", "benefits", "selection_note", "promotion_track", "legal_basis", "approving_authority", "place")
HEAVY_PLAIN = ("search_text", "search_vector", "review_note")
DEPARTMENT_HEAVY = ("description", "address", "supervision_body", "supervision_hours", "supervision_address")
# Filter → lookup.
LOOKUPS = {
    "kind": "kind__in",
    "department": "department__in",
    "engagement": "engagement_type__in",
    "language": "working_languages__overlap",
}
LINE_FACTS = ("reference", "state", "opens_at", "closes_at", "headcount", "engagement_type")


def _in_all_languages(*names: str) -> list[str]:
    """The columns of translated fields; the ORM would ask for a deferred one row by row."""
    codes = [code.replace("-", "_") for code, _name in settings.LANGUAGES]
    return [column for name in names for column in (name, *(f"{name}_{code}" for code in codes))]


class RoundQuerySet(models.QuerySet):
    """Rounds …"""

    def open(self):
        """… whose rules are not fixed yet."""
        return self.filter(frozen_at__isnull=True)

    def fixed(self):
        """… whose rules are fixed and public."""
        return self.filter(frozen_at__isnull=False)


class CorrectionQuerySet(models.QuerySet):
    """Corrections …"""

    def issued(self):
        """… that the public reads, the latest first."""
        return self.filter(state=CorrectionState.ISSUED).order_by("-number")

    def proposed(self):
        """… that wait for a second person."""
        return self.filter(state=CorrectionState.PROPOSED)

    def untold(self):
        """… of which the candidates have not been told yet, the oldest first."""
        return self.issued().filter(told_at__isnull=True).order_by("decided_at")

    def visible_to(self, user):
        """… on somebody's desk: HR those of their departments, publicity officers all."""
        if user.has_role(Role.PUBLICITY_OFFICER):
            return self
        codes = user.department_codes(Role.HR_OFFICER)
        return self if codes is None else self.filter(position__department__code__in=codes)


class PositionQuerySet(models.QuerySet):
    """Positions …"""

    def public(self):
        """… that anybody may read."""
        return self.filter(state__in=PUBLIC_STATES)

    def open(self):
        """… that take applications at this moment."""
        now = timezone.now()
        return self.filter(state=PositionState.PUBLISHED, opens_at__lte=now, closes_at__gt=now)

    def current(self):
        """… that take applications, or will; the nearest deadline first."""
        return self.filter(state=PositionState.PUBLISHED, closes_at__gt=timezone.now()).order_by("closes_at", "reference")

    def past(self):
        """… whose deadline has passed or that were closed before it; the latest deadline first."""
        over = Q(state=PositionState.CLOSED) | Q(state=PositionState.PUBLISHED, closes_at__lte=timezone.now())
        return self.filter(over).order_by("-closes_at", "reference")

    def due(self):
        """… that are still published though their deadline has passed."""
        return self.filter(state=PositionState.PUBLISHED, closes_at__lte=timezone.now())

    def on_desk_of(self, user):
        """… that somebody works on: HR those of their departments, publicity officers all, for the secrecy review."""
        if user.has_role(Role.PUBLICITY_OFFICER):
            return self
        codes = user.department_codes(Role.HR_OFFICER)
        return self if codes is None else self.filter(department__code__in=codes)

    def visible_to(self, user):
        """… that the reader may see: what is public, and what is on their desk."""
        if not user.is_authenticated:
            return self.public()
        if user.has_role(Role.PUBLICITY_OFFICER):
            return self
        codes = user.department_codes(Role.HR_OFFICER)
        return self if codes is None else self.filter(Q(state__in=PUBLIC_STATES) | Q(department__code__in=codes))

    def search(self, text: str):
        """… in whose texts, in whatever language, all the words occur; all of them when there is no word."""
        query = search_query(text)
        return self.filter(search_vector=query) if query else self

    def narrowed(self, choices: Mapping):
        """… that fit the reader's filters."""
        ticked = {lookup: choices[name] for name, lookup in LOOKUPS.items() if choices.get(name)}
        return self.filter(**ticked) if ticked else self

    def closing_soon(self):
        """… whose deadline is within the next days."""
        now = timezone.now()
        return self.filter(state=PositionState.PUBLISHED, closes_at__range=(now, now + CLOSING_SOON))

    def tallied(self) -> list[tuple[dict, int]]:
        """What is filtered by, and how many posts there are of each such kind; one query with few rows, however many posts."""
        columns = {name: lookup.rpartition("__")[0] for name, lookup in LOOKUPS.items()}
        rows = self.order_by().values_list(*columns.values()).annotate(number=Count("pk"))
        return [(dict(zip(columns, row[:-1], strict=True)), row[-1]) for row in rows]

    def in_order(self):
        """… those that are open first, and the nearest deadline before the others."""
        is_past = Case(When(Q(state=PositionState.CLOSED) | Q(closes_at__lte=timezone.now()), then=Value(1)), default=Value(0))
        return self.order_by(is_past, "closes_at", "reference")

    def entries(self):
        """… as plain values for the lines of the public list: texts in the reader's language and in Chinese, the text that prevails."""
        code = (get_language() or "zh-hans").replace("-", "_")
        texts = [f"{name}_{code}" for name in ("title", "summary", "department__name")]
        spare = [f"{name}_zh_hans" for name in ("title", "summary", "department__name")]
        return self.rewrite(False).values_list(*LINE_FACTS, *texts, *spare)

    def for_list(self):
        """… with what a list shows, in order."""
        unseen = [*_in_all_languages(*HEAVY), *HEAVY_PLAIN, *(f"department__{name}" for name in _in_all_languages(*DEPARTMENT_HEAVY))]
        return self.select_related("department").defer(*unseen).in_order()

    def for_terms(self):
        """… with what the comparison of terms shows; the nearest deadline first."""
        unseen = _in_all_languages(*(name for name in HEAVY if name != "promotion_track"))
        return self.defer(*unseen, *HEAVY_PLAIN).order_by("closes_at", "reference")

    def for_page(self):
        """… with what the page of one post shows."""
        return self.select_related("department", "round", "competency_model").defer("search_text", "search_vector")

    def similar_to(self, position):
        """… that somebody who reads this one may look at next: same kind or same department, still open."""
        rows = self.current().exclude(pk=position.pk).filter(Q(kind=position.kind) | Q(department=position.department_id))
        return rows.order_by(Case(When(kind=position.kind, then=Value(0)), default=Value(1)), "closes_at")
