"""The tables of foreign papers: editable, with their source, the day on which it was looked at, and whether it was verified."""

from django.core.validators import MaxValueValidator, URLValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_countries.fields import CountryField

from recruitment.policy.states import SourceStatus
from screening.credentials.queries import CredentialQuerySet
from screening.credentials.states import CountedFrom, PaperKind, Recognition

AT_MOST_TWO_YEARS = MaxValueValidator(104)


class Sourced(models.Model):
    """Where a line comes from, on which day it was looked at, and whether the office has verified it."""

    source = models.CharField(_("source"), max_length=300)
    checked_on = models.DateField(_("as of"), default=timezone.localdate)
    status = models.CharField(_("status of the source"), max_length=10, choices=SourceStatus, default=SourceStatus.UNVERIFIED)

    class Meta:
        abstract = True

    @property
    def is_verified(self) -> bool:
        return self.status == SourceStatus.VERIFIED


class Country(Sourced):
    """How the public papers of one country (region) are recognised in mainland China."""

    code = CountryField(_("country (region)"), unique=True)
    recognition = models.CharField(_("what its papers need"), max_length=12, choices=Recognition)
    in_force_on = models.DateField(_("Convention in force with China since"), null=True, blank=True)
    authority = models.CharField(_("who gives the apostille or begins the legalisation"), max_length=300)
    note = models.CharField(pgettext_lazy("credentials", "note"), max_length=500, blank=True)
    weeks_min = models.PositiveSmallIntegerField(_("typical weeks, from"), default=1, validators=[AT_MOST_TWO_YEARS])
    weeks_max = models.PositiveSmallIntegerField(_("typical weeks, to"), default=3, validators=[AT_MOST_TWO_YEARS])

    class Meta:
        verbose_name = _("recognition of a country’s papers")
        verbose_name_plural = _("recognition of papers by country")
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(condition=Q(recognition__in=Recognition.values), name="country_recognition_known"),
            models.CheckConstraint(
                condition=Q(weeks_min__lte=F("weeks_max")),
                name="country_weeks_in_order",
                violation_error_message=_("The weeks must go from the lower to the higher number."),
            ),
            models.CheckConstraint(
                condition=~Q(recognition=Recognition.PARTY) | Q(in_force_on__isnull=False),
                name="country_party_since",
                violation_error_message=_("Say since when the Convention is in force between this country and China."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code.code} {self.code.name}"


class Credential(Sourced):
    """One kind of paper of one country: who issues it, how long it counts; without a country, the rule for all others.

    What a country's own line leaves open is read from the general rule.
    """

    country = models.ForeignKey(
        Country, models.PROTECT, null=True, blank=True, related_name="credentials", verbose_name=_("country (region)"),
        help_text=_("Leave this empty for the rule of every other country."),
    )  # fmt: skip
    kind = models.CharField(_("kind of paper"), max_length=30, choices=PaperKind)
    original_name = models.CharField(_("what the country calls it"), max_length=120, blank=True)
    issuer = models.CharField(_("who issues it"), max_length=300, blank=True)
    steps = models.TextField(_("what to do"), max_length=1500, blank=True)
    translation_rule = models.TextField(_("translation for China"), max_length=1500, blank=True)
    is_authenticated = models.BooleanField(_("needs an apostille or legalisation"), default=True)
    validity_months = models.PositiveSmallIntegerField(
        _("counts for so many months"), null=True, blank=True, validators=[MaxValueValidator(240)],
        help_text=_("Leave this empty if there is no limit, or if the general rule gives it."),
    )  # fmt: skip
    counted_from = models.CharField(
        pgettext_lazy("validity", "counted from"), max_length=12, choices=CountedFrom, default=CountedFrom.ISSUE
    )
    weeks_min = models.PositiveSmallIntegerField(_("typical weeks, from"), null=True, blank=True, validators=[AT_MOST_TWO_YEARS])
    weeks_max = models.PositiveSmallIntegerField(_("typical weeks, to"), null=True, blank=True, validators=[AT_MOST_TWO_YEARS])
    link = models.CharField(_("where to read on"), max_length=200, blank=True, validators=[URLValidator(["https", "http"])])

    objects = CredentialQuerySet.as_manager()

    class Meta:
        verbose_name = _("foreign paper")
        verbose_name_plural = _("foreign papers")
        ordering = [F("country__code").asc(nulls_first=True), "kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["country", "kind"], nulls_distinct=False, name="credential_once",
                violation_error_message=_("This kind of paper is already there for this country."),
            ),
            models.CheckConstraint(condition=Q(kind__in=PaperKind.values), name="credential_kind_known"),
            models.CheckConstraint(
                condition=Q(weeks_min=None, weeks_max=None) | Q(weeks_min__lte=F("weeks_max")),
                name="credential_weeks_in_order",
                violation_error_message=_("The weeks must go from the lower to the higher number."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_kind_display()} · {self.country or _('every other country')}"
