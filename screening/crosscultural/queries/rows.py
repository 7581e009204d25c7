"""How the office speaks of booklets, slots, interviews, sheets and items."""

import datetime

from django.apps import apps
from django.db import models
from django.db.models import Exists, F, OuterRef, Prefetch, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from recruitment.accounts.roles import Role
from screening.applications.states import State
from screening.assessors.models import QUORUM, Membership
from screening.assessors.queries import declared_rounds, is_recused, run_by
from screening.assessors.states import PanelKind
from screening.crosscultural.states import KEY_WINDOW, REMIND, BookletState, InterviewState, SheetState, Validation


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


def awaited(interview) -> set[int]:
    """Seats whose ratings an interview needs: those on its panel who have not stepped back from the file."""
    panels = interview.bookings.filter(released_at=None).values("slot__panel")
    recused = interview.application.recusals.values("assessor")
    return set(Membership.objects.live().filter(panel__in=panels).exclude(assessor__in=recused).values_list("pk", flat=True))


def is_all_locked(interview) -> bool:
    """Whether everybody on the panel has locked, and they are a panel: only now may they talk about the candidate."""
    seats = awaited(interview)
    locked = set(interview.sheets.locked().values_list("membership", flat=True))
    return len(locked) >= QUORUM and seats <= locked


class BookletQuerySet(models.QuerySet):
    """Booklets …"""

    def visible_to(self, user):
        """… of the reader's departments, and the general one."""
        if not user.has_role(Role.HR_OFFICER):
            return self.none()
        return self.filter(run_by(user) | Q(position=None))

    def sealed_for(self, position):
        """… that may be used for a post, its own before the general one; once opened it stays the same for those who come later."""
        return (
            self.filter(Q(position=position) | Q(position=None))
            .exclude(state=BookletState.DRAFTED)
            .order_by(models.F("position").asc(nulls_last=True))
        )

    def keyed_by(self, user):
        """… that wait for the reader's key: sealed, their first interview near, not turned by the reader."""
        applied_for = apps.get_model("applications", "Application").objects.of_candidate(user).values("position")
        observed = ~Q(position__in=applied_for) if user.has_role(Role.OVERSIGHT_OBSERVER) else Q(pk__in=[])
        own = run_by(user) if user.has_role(Role.HR_OFFICER) else Q(pk__in=[])
        general = Q(position=None) if user.department_codes(Role.HR_OFFICER) is None and user.has_role(Role.HR_OFFICER) else Q(pk__in=[])
        near = apps.get_model("crosscultural", "Booking").objects.filter(
            released_at=None, slot__starts_at__lte=timezone.now() + KEY_WINDOW, interview__booklet=OuterRef("pk")
        )
        waiting = self.filter(Exists(near), own | general | observed, state=BookletState.SEALED)
        return waiting.exclude(pk__in=user.booklet_turns.values("booklet"))


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

    def with_room_for(self, minutes: int):
        """… after which the panel has so many minutes before its next slot."""
        extra = datetime.timedelta(minutes=minutes)
        following = apps.get_model("crosscultural", "Slot").objects.filter(
            panel=OuterRef("panel"), starts_at__gte=OuterRef("ends_at"), starts_at__lt=OuterRef("ends_at") + extra
        )
        return self.exclude(Exists(following)) if minutes else self

    def open_to(self, application):
        """… that a candidate may choose, with additional minutes only where the panel has them."""
        interview = getattr(application, "interview", None)
        return self.free().filter(panel__in=panels_for(application)).with_room_for(interview.extra_minutes if interview else 0)


class BookingQuerySet(models.QuerySet):
    """Bookings …"""

    def live(self):
        """… that hold."""
        return self.filter(released_at=None)

    def to_remind(self):
        """… of interviews that begin within a day, and of which nobody was reminded."""
        now = timezone.now()
        ahead = Q(slot__starts_at__gt=now, slot__starts_at__lte=now + REMIND, interview__state=InterviewState.OPENED)
        return self.live().filter(ahead, reminded_at=None, interview__application__state=State.TESTED)


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

    def standing(self):
        """… with the average that counts as `standing`: after the last moderation, or as it was locked."""
        last = apps.get_model("crosscultural", "Moderation").objects.filter(sheet=OuterRef("pk")).order_by("-pk")
        return self.annotate(standing=Coalesce(Subquery(last.values("average")[:1]), F("average")))


class RecordingQuerySet(models.QuerySet):
    """Recordings …"""

    def visible_to(self, user):
        """… of interviews for posts of the reader's departments."""
        return self.filter(run_by(user, "interview__application__position"))

    def kept(self):
        """… that are not destroyed."""
        return self.filter(destroyed_at=None)


class ItemQuerySet(models.QuerySet):
    """Items of the inventory …"""

    def visible_to(self, user):
        """… for HR of all departments: the inventory is one for everybody."""
        return self if user.has_role(Role.HR_OFFICER) and user.department_codes(Role.HR_OFFICER) is None else self.none()

    def asked(self):
        """… that are in use, in their order."""
        return self.exclude(validation_status=Validation.RETIRED).prefetch_related("options")
