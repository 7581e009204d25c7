"""What is known about an attached paper beside the file itself, and which warnings about its end were written."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_countries.fields import CountryField

from screening.applications.models.application import Application
from screening.applications.models.sections import Attachment
from screening.credentials.states import Authentication


class WarningStep(models.TextChoices):
    """How near the end is when somebody is written to."""

    FIRST = "first", pgettext_lazy("warning", "first warning")
    SECOND = "second", pgettext_lazy("warning", "second warning")


class PaperFacts(models.Model):
    """What the candidate said about one attached paper: from where, from when, in which language and name. Every answer is optional."""

    attachment = models.OneToOneField(Attachment, models.CASCADE, related_name="facts")
    country = CountryField(_("issued in"), blank=True)
    issued_on = models.DateField(_("issued on"), null=True, blank=True)
    expires_on = models.DateField(_("valid until"), null=True, blank=True)
    language = models.CharField(_("language of the paper"), max_length=20, blank=True)
    is_translated = models.BooleanField(_("a Chinese translation is in the file"), default=False)
    name_on_paper = models.CharField(_("name on the paper"), max_length=200, blank=True)
    authentication = models.CharField(_("authentication"), max_length=12, choices=Authentication, blank=True)

    class Meta:
        verbose_name = _("facts of a paper")
        verbose_name_plural = _("facts of papers")
        indexes = [models.Index(fields=["expires_on"], name="paper_expires"), models.Index(fields=["issued_on"], name="paper_issued")]
        constraints = [
            models.CheckConstraint(
                condition=Q(issued_on=None) | Q(expires_on=None) | Q(expires_on__gte=F("issued_on")),
                name="paper_days_in_order",
                violation_error_message=_("The paper ends before it was issued."),
            ),
            models.CheckConstraint(
                condition=Q(authentication="") | Q(authentication__in=Authentication.values), name="paper_authentication"
            ),
        ]

    def __str__(self) -> str:
        return str(self.attachment)


class ExpiryWarning(models.Model):
    """One letter about one day on which a paper stops counting; without an attachment it was about the passport. Written once."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="expiry_warnings")
    attachment = models.ForeignKey(Attachment, models.CASCADE, null=True, blank=True, related_name="+")
    lapses_on = models.DateField(_("counts until"))
    step = models.CharField(pgettext_lazy("warning", "step"), max_length=6, choices=WarningStep)
    written_at = models.DateTimeField(_("written"), default=timezone.now)

    class Meta:
        verbose_name = _("warning of expiry")
        verbose_name_plural = _("warnings of expiry")
        ordering = ["lapses_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["application", "attachment", "lapses_on", "step"], nulls_distinct=False, name="expiry_warning_once"
            ),
            models.CheckConstraint(condition=Q(step__in=WarningStep.values), name="expiry_warning_step_known"),
        ]

    def __str__(self) -> str:
        return f"{self.lapses_on} {self.get_step_display()}"
