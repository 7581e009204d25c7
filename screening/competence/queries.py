"""How the office speaks of papers, sittings and markings."""

from collections.abc import Iterator

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import Count, Prefetch
from django.utils import timezone
from django.utils.translation import gettext as _
from modeltranslation.utils import build_localized_fieldname

from recruitment.accounts.roles import Role
from screening.applications.states import State
from screening.assessors.queries import declared_rounds, is_recused, run_by
from screening.competence.states import GRACE, MarkingState, PaperState, SittingState


def _texts(row, *names: str) -> dict[str, str]:
    """The row's texts in every language."""
    columns = [build_localized_fieldname(name, code) for name in names for code, _name in settings.LANGUAGES]
    return {column: getattr(row, column) or "" for column in columns}


def content(paper) -> dict:
    """All that a paper says, in one order: what is sealed, and what is compared when it is opened."""
    tasks = [
        {
            **{"order": task.order, "kind": task.kind, "max_marks": task.max_marks},
            **_texts(task, "title", "prompt"),
            "lines": [
                {"key": line.key, "max": line.max, **_texts(line, "name", "anchor_low", "anchor_mid", "anchor_high")}
                for line in task.lines.all()
            ],
        }
        for task in paper.tasks.prefetch_related("lines")
    ]
    return {"minutes": paper.minutes, **_texts(paper, "title", "instructions"), "tasks": tasks}


def gaps(paper) -> list[str]:
    """What keeps a paper from being sealed, as sentences; nothing when it is complete."""
    tasks = list(paper.tasks.prefetch_related("lines"))
    found = []
    if not tasks:
        found.append(_("The paper has no task."))
    if paper.opens_at is None or paper.closes_at is None:
        found.append(_("Enter when the paper opens and closes."))
    for task in tasks:
        if sum(line.max for line in task.lines.all()) != task.max_marks:
            found.append(_("Task %(order)s: the points of its rubric lines must add up to its marks.") % {"order": task.order})
    if not all(texts_of(content(paper))):
        found.append(_("Every text is needed in all five languages."))
    return found


def texts_of(said: dict | list) -> Iterator[str]:
    """Every text in what a paper says."""
    for value in said.values() if isinstance(said, dict) else said:
        if isinstance(value, str):
            yield value.strip()
        elif isinstance(value, dict | list):
            yield from texts_of(value)


class PaperQuerySet(models.QuerySet):
    """Papers …"""

    def visible_to(self, user):
        """… of the reader's departments; a candidate never sees a paper but through a sitting."""
        return self.filter(run_by(user))

    def due_to_open(self):
        """… whose hour has come."""
        now = timezone.now()
        return self.filter(state=PaperState.SEALED, opens_at__lte=now, closes_at__gt=now)

    def due_to_close(self):
        """… whose time is over for everybody, the last seconds of the network included."""
        return self.filter(state__in=[PaperState.SEALED, PaperState.OPENED], closes_at__lt=timezone.now() - GRACE)


class TaskQuerySet(models.QuerySet):
    """Tasks …"""

    def visible_to(self, user):
        """… of papers of the reader's departments."""
        return self.filter(run_by(user, "paper__position"))


class SittingQuerySet(models.QuerySet):
    """Sittings …"""

    def visible_to(self, user):
        """… of posts of the reader's departments."""
        return self.filter(run_by(user, "paper__position"))

    def of_candidate(self, user):
        """… that are the reader's own."""
        return self.filter(application__candidate=user)

    def overdue(self):
        """… whose time ended, the way of the network included."""
        return self.filter(state=SittingState.STARTED, ends_at__lt=timezone.now() - GRACE)

    def missed(self):
        """… that were never started and cannot be any more."""
        return self.filter(state=SittingState.INVITED, paper__closes_at__lt=timezone.now() - GRACE)

    def to_mark(self):
        """… handed in by somebody who is still a candidate."""
        return self.filter(state=SittingState.HANDED_IN, application__state=State.QUALIFIED)

    def with_counting(self):
        """… with the markings that count, as `counting`."""
        markings = apps.get_model("competence", "Marking").objects.counting().order_by("ordinal")
        return self.prefetch_related(Prefetch("markings", markings, to_attr="counting"))

    def counted_by_state(self) -> dict[str, int]:
        """How many there are in each state."""
        return dict(self.order_by().values_list("state").annotate(number=Count("pk")))


class MarkingQuerySet(models.QuerySet):
    """Markings …"""

    def visible_to(self, user):
        """… on the reader's own desk: given to them, not stepped back from, of candidates who are still in the selection.

        Without the declaration of secrecy and impartiality for the round there is nothing to see.
        """
        if not user.has_role(Role.ASSESSOR):
            return self.none()
        mine = self.filter(marker=user, sitting__paper__position__round__in=declared_rounds(user))
        return mine.filter(sitting__state=SittingState.HANDED_IN, sitting__application__state=State.QUALIFIED).counting()

    def counting(self):
        """… whose marker has not stepped back from the file."""
        return self.exclude(is_recused("marker", "sitting__application"))

    def locked(self):
        """… that nobody changes any more."""
        return self.filter(state=MarkingState.LOCKED)
