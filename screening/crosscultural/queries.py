"""How the office speaks of booklets, slots, interviews and sheets."""

from collections.abc import Iterator

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import Prefetch, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from modeltranslation.utils import build_localized_fieldname

from recruitment.accounts.roles import Role
from screening.applications.states import State
from screening.assessors.models import QUORUM, Membership
from screening.assessors.queries import declared_rounds, is_recused, run_by
from screening.assessors.states import PanelKind
from screening.crosscultural.states import BookletState, InterviewState, SheetState


def _texts(row, *names: str) -> dict[str, str]:
    """The row's texts in every language."""
    columns = [build_localized_fieldname(name, code) for name in names for code, _name in settings.LANGUAGES]
    return {column: getattr(row, column) or "" for column in columns}


def content(booklet) -> dict:
    """All that a booklet says, in one order: what is sealed."""
    return {
        "questions": [_texts(question, "text") for question in booklet.questions.all()],
        "dimensions": [
            {"key": dimension.key, **_texts(dimension, "name", "anchor_1", "anchor_3", "anchor_5")}
            for dimension in booklet.dimensions.all()
        ],
    }


def gaps(booklet) -> list[str]:
    """What keeps a booklet from being sealed, as sentences; nothing when it is complete."""
    said, found = content(booklet), []
    if not said["questions"]:
        found.append(_("The booklet has no question."))
    if not said["dimensions"]:
        found.append(_("The booklet has no dimension to rate."))
    if not all(_said(said)):
        found.append(_("Every text is needed in all five languages."))
    return found


def _said(said: dict | list) -> Iterator[str]:
    for value in said.values() if isinstance(said, dict) else said:
        if isinstance(value, str):
            yield value.strip()
        elif isinstance(value, dict | list):
            yield from _said(value)


def panels_for(application) -> list[int]:
    """Interview panels of the post that can judge this file: at least three members who have not stepped back from it."""
    recused = application.recusals.values("assessor")
    seats = (
        Membership.objects.live()
        .filter(panel__position=application.position, panel__kind=PanelKind.INTERVIEW)
        .exclude(assessor__in=recused)
    )
    counted = seats.order_by().values("panel").annotate(number=models.Count("pk")).filter(number__gte=QUORUM)
    return [row["panel"] for row in counted]


class BookletQuerySet(models.QuerySet):
    """Booklets …"""

    def visible_to(self, user):
        """… of the reader's departments, and the general one."""
        if not user.has_role(Role.HR_OFFICER):
            return self.none()
        return self.filter(run_by(user) | Q(position=None))

    def sealed_for(self, position):
        """… that may be used for a post, its own before the general one."""
        return self.filter(Q(position=position) | Q(position=None), state=BookletState.SEALED).order_by(
            models.F("position").asc(nulls_last=True)
        )


class SlotQuerySet(models.QuerySet):
    """Slots …"""

    def visible_to(self, user):
        """… of posts of the reader's departments."""
        return self.filter(run_by(user, "panel__position"))

    def free(self):
        """… that lie ahead and that nobody has taken."""
        taken = apps.get_model("crosscultural", "Booking").objects.filter(released_at=None).values("slot")
        return self.filter(starts_at__gt=timezone.now()).exclude(pk__in=taken)

    def with_progress(self):
        """… with the number of the candidate who took them, and how many ratings are begun and locked."""
        live = models.Q(bookings__released_at=None)
        sheets = "bookings__interview__sheets"
        return self.annotate(
            code=models.Max("bookings__interview__code", filter=live),
            begun=models.Count(sheets, filter=live, distinct=True),
            locked=models.Count(sheets, filter=live & models.Q(**{f"{sheets}__state": SheetState.LOCKED}), distinct=True),
        )

    def open_to(self, application):
        """… that a candidate may choose."""
        return self.free().filter(panel__in=panels_for(application))


class InterviewQuerySet(models.QuerySet):
    """Interviews …"""

    def visible_to(self, user):
        """… of posts of the reader's departments."""
        return self.filter(run_by(user, "application__position"))

    def of_candidate(self, user):
        """… that are the reader's own."""
        return self.filter(application__candidate=user)

    def rated_by(self, user):
        """… on an assessor's own desk: booked with a panel on which they sit, not stepped back from, of people still in the selection."""
        if not user.has_role(Role.ASSESSOR):
            return self.none()
        seats = Membership.objects.live().of(user).filter(panel__position__round__in=declared_rounds(user))
        panels = seats.filter(panel__kind=PanelKind.INTERVIEW).values("panel")
        booked = Q(bookings__released_at=None, bookings__slot__panel__in=panels)
        stepped_back = user.recusals.values("application")
        return self.filter(booked, state=InterviewState.OPENED, application__state=State.TESTED).exclude(application__in=stepped_back)

    def with_booking(self):
        """… with their live booking and its slot, as `live`."""
        bookings = apps.get_model("crosscultural", "Booking").objects.filter(released_at=None).select_related("slot__panel")
        return self.prefetch_related(Prefetch("bookings", bookings, to_attr="live"))

    def with_sheet_of(self, user):
        """… with the reader's own sheet, as `own`."""
        sheets = apps.get_model("crosscultural", "Sheet").objects.of(user)
        return self.prefetch_related(Prefetch("sheets", sheets, to_attr="own"))


class SheetQuerySet(models.QuerySet):
    """Sheets …"""

    def of(self, user):
        """… of one assessor."""
        return self.filter(membership__assessor=user)

    def counting(self):
        """… whose author has not stepped back from the file."""
        return self.exclude(is_recused("membership__assessor", "interview__application"))

    def locked(self):
        """… that nobody changes any more."""
        return self.filter(state=SheetState.LOCKED)
