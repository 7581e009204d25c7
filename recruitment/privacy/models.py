"""The registers of privacy: notices, the wordings people were shown, and what they consented to. Rows are only added."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from recruitment.privacy.queries import ConsentQuerySet, PrivacyNoticeQuerySet
from recruitment.privacy.states import ConsentEvent, ConsentKind


class PrivacyNotice(models.Model):
    """One version of the notice on personal information, the same in five languages (PIPL Art. 17)."""

    version = models.PositiveIntegerField(_("version"), primary_key=True)
    body_zh_hans = models.TextField("简体中文")
    body_en = models.TextField("English")
    body_de = models.TextField("Deutsch")
    body_ja = models.TextField("日本語")
    body_ko = models.TextField("한국어")
    hash = models.CharField(_("checksum"), max_length=64, unique=True, editable=False)
    valid_from = models.DateField(_("valid from"))

    objects = PrivacyNoticeQuerySet.as_manager()

    class Meta:
        ordering = ["-version"]
        verbose_name = _("notice on personal information")
        verbose_name_plural = _("notices on personal information")

    def __str__(self) -> str:
        return str(self.version)

    def body(self, language: str) -> str:
        """The text in one of the five languages."""
        return getattr(self, f"body_{language.replace('-', '_')}")


class Wording(models.Model):
    """The exact sentences that somebody was shown, once for each language and version; named by their checksum."""

    hash = models.CharField(_("checksum"), max_length=64, primary_key=True)
    kind = models.CharField(_("kind of consent"), max_length=24, choices=ConsentKind.choices)
    language = models.CharField(_("language"), max_length=10)
    body = models.TextField(_("text"))
    first_used_at = models.DateTimeField(_("first used"), auto_now_add=True)

    class Meta:
        verbose_name = _("wording of a consent")
        verbose_name_plural = _("wordings of consents")

    def __str__(self) -> str:
        return self.hash[:12]


class Consent(models.Model):
    """One line of the consent ledger: who gave or withdrew what, about which matter, on which words."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="consents", verbose_name=_("person"))
    kind = models.CharField(_("kind of consent"), max_length=24, choices=ConsentKind.choices)
    event = models.CharField(_("what happened"), max_length=10, choices=ConsentEvent.choices)
    wording = models.ForeignKey(Wording, on_delete=models.PROTECT, related_name="+", verbose_name=_("wording"))
    about_label = models.CharField(pgettext_lazy("consent", "about"), max_length=100, blank=True)
    about_reference = models.CharField(_("reference"), max_length=100, blank=True)
    at = models.DateTimeField(_("date and time"))

    objects = ConsentQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=ConsentKind.values), name="consent_kind_known"),
            models.CheckConstraint(condition=Q(event__in=ConsentEvent.values), name="consent_event_known"),
            models.CheckConstraint(condition=~(Q(about_label="") ^ Q(about_reference="")), name="consent_about_whole"),
        ]
        indexes = [models.Index(fields=["person", "kind", "about_label", "about_reference", "-id"], name="consent_latest")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} · {self.get_event_display()}"
