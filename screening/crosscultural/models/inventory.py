"""The inventory: items that anybody may use, one candidate's answers until they are scored, and results of other instruments.

Nothing here counts: no field of it is read by a score, a gate or a rank (domain 3.5.4, 3.5.5).
"""

import uuid

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from recruitment.core.fields import EncryptedJSONField, EncryptedTextField
from screening.crosscultural.models.interviews import Interview
from screening.crosscultural.queries import ItemQuerySet
from screening.crosscultural.states import MOST_OPTION, ItemKind, Scale, Validation


class Item(models.Model):
    """One item: a public-domain statement of the IPIP, or an original situation with four ways to act."""

    key = models.SlugField(_("key"), max_length=60, unique=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    kind = models.CharField(_("kind"), max_length=10, choices=ItemKind, default=ItemKind.STATEMENT)
    scale = models.CharField(_("scale"), max_length=20, choices=Scale)
    text = models.TextField(_("text"))
    is_reversed = models.BooleanField(_("counts the other way round"), default=False)
    source = models.CharField(_("source and licence"), max_length=200)
    validation_status = models.CharField(_("validation"), max_length=10, choices=Validation, default=Validation.PILOT)

    objects = ItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("item of the inventory")
        verbose_name_plural = _("items of the inventory")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=ItemKind.values, scale__in=Scale.values, validation_status__in=Validation.values),
                name="item_words_known",
            )
        ]

    def __str__(self) -> str:
        return self.key


class Option(models.Model):
    """One way to act in a situation, keyed by what the behaviour is worth, from 0 to 3."""

    item = models.ForeignKey(Item, models.CASCADE, related_name="options", verbose_name=_("item of the inventory"))
    order = models.PositiveSmallIntegerField(_("order"))
    text = models.TextField(_("text"))
    points = models.PositiveSmallIntegerField(_("points"), validators=[MaxValueValidator(MOST_OPTION)])

    class Meta:
        verbose_name = _("way to act")
        verbose_name_plural = _("ways to act")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["item", "order"], name="option_order_once"),
            models.CheckConstraint(condition=Q(points__lte=MOST_OPTION), name="option_points"),
        ]

    def __str__(self) -> str:
        return f"{self.item_id}/{self.order}"


class Inventory(models.Model):
    """One candidate's answers, which are gone as soon as they are scored, and what the scales gave."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    interview = models.OneToOneField(Interview, models.CASCADE, related_name="inventory", verbose_name=_("interview"))
    answers = EncryptedJSONField(_("single answers"), null=True, blank=True)
    scales = EncryptedJSONField(_("scales"), null=True, blank=True)
    begun_at = models.DateTimeField(_("begun"), default=timezone.now)
    scored_at = models.DateTimeField(_("scored"), null=True, blank=True)

    class Meta:
        verbose_name = _("answered inventory")
        verbose_name_plural = _("answered inventories")
        constraints = [
            models.CheckConstraint(
                condition=Q(scored_at__isnull=True, scales__isnull=True)
                | Q(scored_at__isnull=False, scales__isnull=False, answers__isnull=True),
                name="inventory_answers_gone",
            )
        ]

    def __str__(self) -> str:
        return str(self.interview_id)


class ExternalInstrumentResult(models.Model):
    """What an instrument gave that somebody else holds the licence for: provider, reference and result, never its items."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    interview = models.ForeignKey(Interview, models.CASCADE, related_name="external_results", verbose_name=_("interview"))
    provider = models.CharField(_("provider"), max_length=150)
    name = models.CharField(_("instrument"), max_length=150)
    licence_ref = models.CharField(_("reference of the licence"), max_length=100)
    score = EncryptedTextField(_("result"), max_length=60)
    percentile = EncryptedTextField(_("percentile"), max_length=10, blank=True)
    date = models.DateField(_("day of the test"))
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("recorded by"))

    class Meta:
        verbose_name = _("result of a licensed instrument")
        verbose_name_plural = _("results of licensed instruments")
        ordering = ["date", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(licence_ref=""), name="external_result_licensed")]

    def __str__(self) -> str:
        return f"{self.provider} · {self.name}"
