"""Slots, and who comes when."""

import datetime
import uuid

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Func, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from recruitment.core.spoken_dates import moment
from screening.applications.models import Application
from screening.assessors.models import Panel
from screening.crosscultural.lifecycle import InterviewLifecycle
from screening.crosscultural.models.booklets import Booklet
from screening.crosscultural.queries import BookingQuerySet, InterviewQuerySet, SlotQuerySet
from screening.crosscultural.states import BOOKINGS, MOST_EXTRA, InterviewState


class InterviewPanel(Panel):
    """An assessment panel as the interview office sees it: its slots and the progress of its interviews."""

    class Meta:
        proxy = True
        verbose_name = _("interview board")
        verbose_name_plural = _("interview boards")


class Slot(models.Model):
    """One hour of one panel, for one candidate, in a room or online."""

    panel = models.ForeignKey(Panel, models.PROTECT, related_name="slots", verbose_name=_("panel"))
    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))
    place = models.CharField(_("place"), max_length=200, blank=True)
    online_link = models.URLField(_("address of the video room"), blank=True)

    objects = SlotQuerySet.as_manager()

    class Meta:
        verbose_name = _("interview slot")
        verbose_name_plural = _("interview slots")
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="slot_order", violation_error_message=_("The end lies before the beginning.")
            ),
            models.CheckConstraint(
                condition=~Q(place="") | ~Q(online_link=""),
                name="slot_somewhere",
                violation_error_message=_("Enter a place or the address of a video room."),
            ),
            ExclusionConstraint(
                name="slot_panel_free",
                expressions=[
                    (F("panel"), RangeOperators.EQUAL),
                    (Func(F("starts_at"), F("ends_at"), function="tstzrange", output_field=DateTimeRangeField()), RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("The panel has another slot at this time."),
            ),
        ]

    def __str__(self) -> str:
        return timezone.localtime(self.starts_at).strftime("%Y-%m-%d %H:%M")

    @property
    def minutes(self) -> int:
        return int((self.ends_at - self.starts_at) / datetime.timedelta(minutes=1))


class Interview(InterviewLifecycle):
    """One candidate's interview. `code` stands here too, so that the panel's page needs no row that knows a name."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    application = models.OneToOneField(Application, models.CASCADE, related_name="interview", verbose_name=_("application"))
    booklet = models.ForeignKey(Booklet, models.PROTECT, related_name="interviews", verbose_name=_("question booklet"))
    code = models.CharField(_("candidate number"), max_length=8, unique=True, editable=False)
    invited_at = models.DateTimeField(_("invited"), default=timezone.now)
    extra_minutes = models.PositiveSmallIntegerField(_("additional minutes"), default=0, validators=[MaxValueValidator(MOST_EXTRA)])
    score = models.DecimalField(_("score"), max_digits=5, decimal_places=2, null=True, blank=True)
    concluded_at = models.DateTimeField(_("result established"), null=True, blank=True)

    objects = InterviewQuerySet.as_manager()

    class Meta:
        verbose_name = _("interview")
        verbose_name_plural = _("interviews")
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=InterviewState.values), name="interview_state_known"),
            models.CheckConstraint(
                condition=Q(state=InterviewState.OPENED) ^ Q(concluded_at__isnull=False), name="interview_concluded_stamp"
            ),
            models.CheckConstraint(condition=~Q(state=InterviewState.CONCLUDED) | Q(score__isnull=False), name="interview_concluded_score"),
            models.CheckConstraint(condition=Q(score=None) | Q(score__range=(0, 100)), name="interview_score"),
            models.CheckConstraint(condition=Q(extra_minutes__lte=MOST_EXTRA), name="interview_extra"),
        ]

    def __str__(self) -> str:
        return self.code

    def letter_context(self) -> dict:
        """What letters say about an interview; asked under the recipient's language."""
        return {
            "reference": self.application.reference,
            "position_title": self.application.position.title,
            "interview_url": settings.SITE_URL + reverse("crosscultural:interview", args=[self.uuid]),
        }


class Booking(models.Model):
    """A candidate takes a slot: the first choice, or the one move; a released booking stays as a record."""

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="bookings", verbose_name=_("interview"))
    slot = models.ForeignKey(Slot, models.PROTECT, related_name="bookings", verbose_name=_("interview slot"))
    ordinal = models.PositiveSmallIntegerField(_("number"), default=1)
    booked_at = models.DateTimeField(_("booked"), default=timezone.now)
    released_at = models.DateTimeField(_("released"), null=True, blank=True)
    reminded_at = models.DateTimeField(_("reminded"), null=True, blank=True)

    objects = BookingQuerySet.as_manager()

    class Meta:
        verbose_name = _("booking")
        verbose_name_plural = _("bookings")
        ordering = ["ordinal"]
        constraints = [
            models.UniqueConstraint(fields=["slot"], condition=Q(released_at=None), name="booking_slot_once"),
            models.UniqueConstraint(fields=["interview"], condition=Q(released_at=None), name="booking_live_one"),
            models.UniqueConstraint(fields=["interview", "ordinal"], name="booking_ordinal_once"),
            models.CheckConstraint(condition=Q(ordinal__range=(1, BOOKINGS)), name="booking_moved_once"),
        ]

    def __str__(self) -> str:
        return f"{self.interview_id}/{self.ordinal}"

    @property
    def ends_at(self) -> datetime.datetime:
        """When the interview ends, additional minutes included."""
        return self.slot.ends_at + datetime.timedelta(minutes=self.interview.extra_minutes)

    @property
    def minutes(self) -> int:
        return self.slot.minutes + self.interview.extra_minutes

    def letter_context(self) -> dict:
        """What letters say about a booking; asked under the recipient's language."""
        return {
            **self.interview.letter_context(),
            "starts_at": moment(self.slot.starts_at, self.interview.application.candidate.time_zone),
            "minutes": self.minutes,
            "place": self.slot.place,
            "online_link": self.slot.online_link,
            "is_moved": self.ordinal == BOOKINGS,
        }
