"""The bodies that have posts to fill."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from positions.states import BodyKind


class Department(models.Model):
    """A body with posts to fill, and the office that supervises its notices."""

    code = models.CharField(
        _("code"),
        max_length=12,
        unique=True,
        validators=[RegexValidator(r"^[A-Z0-9]+$", _("Capital letters and figures only, such as FTZ."))],
    )
    body_kind = models.CharField(_("kind of body"), max_length=30, choices=BodyKind)
    organ_code = models.CharField(
        _("code in document numbers"), max_length=20, help_text=_("The Chinese characters before the year, such as 沪人社公示.")
    )
    name = models.CharField(_("name"), max_length=200)
    short_name = models.CharField(_("short name"), max_length=60, blank=True)
    description = models.TextField(_("description"), blank=True)
    address = models.CharField(_("address"), max_length=300, blank=True)

    supervision_body = models.CharField(_("supervising body"), max_length=200, blank=True)
    supervision_phone = models.CharField(_("supervision telephone"), max_length=40, blank=True)
    supervision_hours = models.CharField(_("hours of the supervision telephone"), max_length=200, blank=True)
    supervision_address = models.CharField(_("address of the supervising body"), max_length=300, blank=True)
    supervision_email = models.EmailField(_("e-mail of the supervising body"), blank=True)

    class Meta:
        verbose_name = _("department")
        verbose_name_plural = _("departments")
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name or self.code
