"""The question booklet: the same questions in the same order for everybody, and the anchored dimensions."""

import uuid

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from positions.models import Position
from screening.crosscultural.lifecycle import BookletLifecycle
from screening.crosscultural.queries import BookletQuerySet
from screening.crosscultural.states import BookletState


class Booklet(BookletLifecycle):
    """Questions and dimensions of the interviews for one post; without a post, for every post that has no booklet of its own.

    From sealing to opening its words lie in `envelope` alone, under a key of its own that is wrapped by a key outside the database.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    position = models.OneToOneField(
        Position, models.PROTECT, null=True, blank=True, related_name="booklet", verbose_name=_("position"),
        help_text=_("Empty for the general booklet."),
    )  # fmt: skip
    title = models.CharField(_("title"), max_length=200)
    instructions = models.TextField(_("instructions"))
    minutes = models.PositiveSmallIntegerField(_("minutes"), default=45, validators=[MinValueValidator(10), MaxValueValidator(240)])
    digest = models.CharField(_("hash"), max_length=64, blank=True, editable=False)
    sealed_at = models.DateTimeField(_("sealed"), null=True, blank=True, editable=False)
    opened_at = models.DateTimeField(_("opened"), null=True, blank=True, editable=False)
    envelope = models.BinaryField(null=True, editable=False)
    wrapped_key = models.BinaryField(null=True, editable=False)
    salt = models.CharField(max_length=64, blank=True, editable=False)

    objects = BookletQuerySet.as_manager()

    class Meta:
        verbose_name = _("question booklet")
        verbose_name_plural = _("question booklets")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["position"],
                nulls_distinct=False,
                name="booklet_once",
                violation_error_message=_("This post has a booklet already, or there is a general one."),
            ),
            models.CheckConstraint(
                condition=Q(state=BookletState.DRAFTED, sealed_at=None, digest="")
                | (~Q(state=BookletState.DRAFTED) & Q(sealed_at__isnull=False) & ~Q(digest="")),
                name="booklet_sealed_stamp",
            ),
            models.CheckConstraint(condition=Q(state=BookletState.OPENED) ^ Q(opened_at=None), name="booklet_opened_stamp"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.title

    @property
    def is_editable(self) -> bool:
        return self.state == BookletState.DRAFTED

    @property
    def is_open(self) -> bool:
        return self.state == BookletState.OPENED


class BookletKey(models.Model):
    """One of the two keys of a booklet, turned by one person."""

    booklet = models.ForeignKey(Booklet, models.CASCADE, related_name="turns", verbose_name=_("question booklet"))
    holder = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="booklet_turns", verbose_name=_("opened by"))
    at = models.DateTimeField(_("time"), default=timezone.now)
    note = models.CharField(_("remark"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("key of a booklet")
        verbose_name_plural = _("keys of booklets")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["booklet", "holder"], name="booklet_key_once")]

    def __str__(self) -> str:
        return f"{self.booklet_id}/{self.holder_id}"


class Question(models.Model):
    """One question, asked of everybody in its place."""

    booklet = models.ForeignKey(Booklet, models.CASCADE, related_name="questions", verbose_name=_("question booklet"))
    key = models.SlugField(_("key"), max_length=60)
    order = models.PositiveSmallIntegerField(_("order"))
    minutes = models.PositiveSmallIntegerField(_("minutes"), default=8)
    text = models.TextField(_("question"))
    probes = models.TextField(_("follow-up questions"), blank=True, help_text=_("One question a line; others may not be asked."))

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["booklet", "order"], name="question_order_once", violation_error_message=_("Another question has this place.")
            )
        ]

    def __str__(self) -> str:
        return str(self.order)

    @property
    def probe_lines(self) -> list[str]:
        return [line.strip() for line in self.probes.splitlines() if line.strip()]


class Dimension(models.Model):
    """One thing that is rated from 1 to 5, with the behaviour that stands at 1, 3 and 5."""

    booklet = models.ForeignKey(Booklet, models.CASCADE, related_name="dimensions", verbose_name=_("question booklet"))
    key = models.SlugField(_("key"), max_length=60)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    name = models.CharField(_("name"), max_length=200)
    description = models.TextField(_("description"))
    weight = models.PositiveSmallIntegerField(_("weight"), default=1, validators=[MinValueValidator(1), MaxValueValidator(100)])
    anchor_1 = models.TextField(_("behaviour at 1"))
    anchor_3 = models.TextField(_("behaviour at 3"))
    anchor_5 = models.TextField(_("behaviour at 5"))

    class Meta:
        verbose_name = _("dimension")
        verbose_name_plural = _("dimensions")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["booklet", "key"], name="dimension_once", violation_error_message=_("This key is already used in the booklet.")
            ),
            models.CheckConstraint(condition=Q(weight__range=(1, 100)), name="dimension_weight"),
        ]

    def __str__(self) -> str:
        return self.name
