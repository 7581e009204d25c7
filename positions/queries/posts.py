"""Rounds, corrections and positions."""

import datetime
from collections.abc import Collection, Iterable, Mapping
from functools import reduce
from operator import or_

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import Case, Count, F, Func, OuterRef, Q, Value, When
from django.db.models.functions import Coalesce, Lower, NullIf
from django.utils import timezone
from django.utils.translation import get_language

from positions.conditions.languages import key_of, proof_of
from positions.states import NO_PROOF, PUBLIC_STATES, CorrectionState, Due, Pay, PositionState, RuleKind, Sort, Status
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
    "salary": "salary_mode__in",
}
TALLIED = ("kind", "department", "engagement_type", "working_languages", "salary_mode", "salary_public")
DUE_WITHIN = {due.value: datetime.timedelta(days=int(due)) for due in Due}
LINE_FACTS = ("reference", "state", "opens_at", "closes_at", "headcount", "engagement_type")


def _in_all_languages(*names: str) -> list[str]:
    """The columns of translated fields; the ORM would ask for a deferred one row by row."""
    codes = [code.replace("-", "_") for code, _name in settings.LANGUAGES]
    return [column for name in names for column in (name, *(f"{name}_{code}" for code in codes))]


def _sortable(title, code: str) -> Func:
    """A title as a dictionary sorts it: common Chinese characters by their sound, for so GB 18030 numbers them; letters without their marks."""
    if code == "zh_hans":
        return Func(title, Value("GB18030"), function="convert_to", output_field=models.BinaryField())
    return Func(title, Value("äöüéèßá"), Value("aoueesa"), function="translate", output_field=models.TextField())


def moments() -> list[datetime.datetime]:
    """Now, and the end of each span within which a deadline may fall."""
    now = timezone.now()
    return [now, *(now + span for span in DUE_WITHIN.values())]


def _due(now: datetime.datetime, *ends: datetime.datetime) -> Case:
    """The shortest of the spans within which a deadline falls; nothing when it is past, or far."""
    falls = {due: Q(state=PositionState.PUBLISHED, closes_at__range=(now, end)) for due, end in zip(DUE_WITHIN, ends, strict=True)}
    over = When(~Q(state=PositionState.PUBLISHED) | Q(closes_at__lte=now), then=Value(Status.CLOSED))
    return Case(over, *(When(fall, then=Value(due)) for due, fall in falls.items()), default=Value(""), output_field=models.CharField())


def facts_of(rows: Iterable[tuple]) -> list[tuple[dict, int]]:
    """What is filtered by, and how many posts there are of each such kind; `rows` are from `by_facts()`."""
    return [(_facts(row[:-1]), row[-1]) for row in rows]


def _facts(row: tuple) -> dict[str, list]:
    """One kind of post, by what it can be filtered."""
    kind, department, engagement, languages, salary, is_public, due, rules = row
    return {
        "kind": [kind],
        "department": [department],
        "engagement": [engagement],
        "language": languages,
        "salary": [salary],
        "pay": [Pay.PUBLISHED] if is_public else [],
        "closing": [span for span in DUE_WITHIN if due in DUE_WITHIN and int(due) <= int(span)],
        "chinese": [key_of(proof) for proofs in rules for proof in proofs or ()] or [NO_PROOF],
        "status": [Status.CLOSED if due == Status.CLOSED else Status.OPEN],
    }


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

    def current(self, now: datetime.datetime | None = None):
        """… that take applications, or will; the nearest deadline first."""
        return self.filter(state=PositionState.PUBLISHED, closes_at__gt=now or timezone.now()).order_by("closes_at", "reference")

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
        found = self.filter(**ticked) if ticked else self
        if choices.get("pay"):
            found = found.filter(salary_public=True)
        if choices.get("closing"):
            found = found.closing_within(max(int(days) for days in choices["closing"]))
        if choices.get("chinese"):
            found = found.asking_chinese(choices["chinese"])
        return found

    def matching(self, search: Mapping[str, list[str]]):
        """… that fit a search as an alert or a feed keeps it, departments by their code."""
        found = self.search(" ".join(search.get("q", ()))).narrowed(
            {name: values for name, values in search.items() if name != "department"}
        )
        return found.filter(department__code__in=search["department"]) if search.get("department") else found

    def of_status(self, status: str):
        """… that are open or to come, that are over, or both; the nearest deadline first, of past ones the latest."""
        if status == Status.ALL:
            return self.public().in_order()
        return self.past() if status == Status.CLOSED else self.current()

    def closing_within(self, days: int):
        """… whose deadline is within so many days."""
        now = timezone.now()
        return self.filter(state=PositionState.PUBLISHED, closes_at__range=(now, now + datetime.timedelta(days=days)))

    def asking_chinese(self, proofs: Collection[str]):
        """… that take one of these proofs of Chinese, or ask for none."""
        asking = self._rules_on_chinese().filter(position=OuterRef("pk")).values("pk")
        taken = [Q(params__contains={"any_of": [proof_of(key)]}) for key in proofs if key != NO_PROOF]
        # Danger: as a join the planner multiplies posts by rules; an array is looked up for each post.
        found, fit = self.alias(asks=ArraySubquery(asking)), Q()
        if NO_PROOF in proofs:
            fit |= Q(asks=[])
        if taken:
            found, fit = found.alias(takes=ArraySubquery(asking.filter(reduce(or_, taken)))), fit | ~Q(takes=[])
        return found.filter(fit)

    def _rules_on_chinese(self):
        rules = self.model._meta.get_field("rules").related_model._base_manager
        return rules.filter(kind=RuleKind.CHINESE, withdrawn_at=None).order_by()

    def closing_soon(self):
        """… whose deadline is within the next days."""
        now = timezone.now()
        return self.filter(state=PositionState.PUBLISHED, closes_at__range=(now, now + CLOSING_SOON))

    def by_facts(self, now: datetime.datetime, *ends: datetime.datetime):
        """… counted by what is filtered by; one query, whatever is counted. The values are `moments()`."""
        asked = self._rules_on_chinese().filter(position=OuterRef("pk")).values("params__any_of")
        rows = self.order_by().annotate(due=_due(now, *ends), chinese=ArraySubquery(asked))
        return rows.values_list(*TALLIED, "due", "chinese").annotate(number=Count("pk"))

    def sorted_by(self, sort):
        """… in the order that the reader chose; by title as the reader's language sorts, else as they are."""
        if sort == Sort.NEWEST:
            return self.order_by("-published_at", "reference")
        if sort != Sort.TITLE:
            return self
        code = (get_language() or "zh-hans").replace("-", "_")
        title = Lower(Coalesce(NullIf(F(f"title_{code}"), Value("")), F("title_zh_hans")))
        return self.rewrite(False).order_by(_sortable(title, code), "reference")

    def in_order(self, at: datetime.datetime | None = None):
        """… those that are open first (now, or at another instant), and the nearest deadline before the others."""
        is_past = Case(When(Q(state=PositionState.CLOSED) | Q(closes_at__lte=at or timezone.now()), then=Value(1)), default=Value(0))
        return self.order_by(is_past, "closes_at", "reference")

    def entries(self):
        """… as plain values for the lines of the public list: texts in the reader's language and in Chinese, the text that prevails."""
        code = (get_language() or "zh-hans").replace("-", "_")
        texts = [f"{name}_{code}" for name in ("title", "summary", "department__name")]
        spare = [f"{name}_zh_hans" for name in ("title", "summary", "department__name")]
        return self.rewrite(False).values_list(*LINE_FACTS, *texts, *spare)

    def titles(self):
        """… by their titles in all languages, as plain values."""
        return self.rewrite(False).values_list(*_in_all_languages("title")[1:])

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
