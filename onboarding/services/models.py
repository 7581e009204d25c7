"""Kinds of service, places that give them, and the requests of officers and their families."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from onboarding.appointments.models import Appointment
from onboarding.services.lifecycle import Lifecycle
from onboarding.services.queries import CaseQuerySet
from onboarding.services.states import CaseState, Grade
from recruitment.core.fields import EncryptedTextField


class ServiceKind(models.Model):
    """A matter that a family has to settle, with its checklist and promised time."""

    code = models.SlugField(_("code"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=200)
    description = models.TextField(_("description"), blank=True)
    working_days = models.PositiveSmallIntegerField(_("promised time in working days"))
    checklist = models.JSONField(_("checklist"), default=list, help_text=_("Lines with a key and a text in five languages."))

    class Meta:
        verbose_name = _("kind of service")
        verbose_name_plural = _("kinds of service")
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name or self.code


class ServicePoint(models.Model):
    """A place where services are given."""

    code = models.CharField(_("code"), max_length=12, unique=True)
    name = models.CharField(_("name"), max_length=200)
    address = models.CharField(_("address"), max_length=300)
    hours = models.CharField(_("opening hours"), max_length=200, blank=True)
    district = models.CharField(_("district"), max_length=60)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    languages = ArrayField(models.CharField(max_length=10), default=list, blank=True, verbose_name=_("languages"))
    services = ArrayField(models.CharField(max_length=60), default=list, blank=True, verbose_name=_("services"))

    class Meta:
        verbose_name = _("service point")
        verbose_name_plural = _("service points")
        ordering = ["district", "code"]

    def __str__(self) -> str:
        return self.name or self.code


class Case(Lifecycle):
    """One request of an officer, carried by a specialist to its end."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    appointment = models.ForeignKey(Appointment, models.PROTECT, related_name="cases", verbose_name=_("officer"))
    kind = models.ForeignKey(ServiceKind, models.PROTECT, related_name="+", verbose_name=_("kind of service"))
    request = EncryptedTextField(_("what is needed"))
    done = ArrayField(models.CharField(max_length=60), default=list, blank=True, verbose_name=_("done"))
    specialist = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("specialist")
    )
    outcome = EncryptedTextField(_("what was reached"), blank=True)
    opened_at = models.DateTimeField(_("opened"), default=timezone.now)
    due_on = models.DateField(_("promised by"))
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
    grade = models.PositiveSmallIntegerField(_("service rating"), choices=Grade, null=True, blank=True)

    objects = CaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("service request")
        verbose_name_plural = _("service requests")
        ordering = ["-opened_at"]
        constraints = [
            models.CheckConstraint(condition=Q(state=CaseState.CLOSED) ^ Q(closed_at=None), name="case_closed_stamp"),
            models.CheckConstraint(condition=Q(state=CaseState.OPENED) ^ Q(specialist__isnull=False), name="case_specialist"),
            models.CheckConstraint(condition=Q(grade=None) | Q(grade__range=(1, 5)), name="case_grade"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} · {self.appointment.officer}"

    @property
    def reference(self) -> str:
        return self.appointment.reference

    def lines(self, language: str) -> list[dict]:
        """The checklist in one language: key, text, whether it is done."""
        return [
            {"key": line["key"], "text": line["text"].get(language, ""), "done": line["key"] in self.done} for line in self.kind.checklist
        ]

    def letter_context(self) -> dict:
        return {
            "kind_name": self.kind.name,
            "due_on": self.due_on,
            "outcome": self.outcome,
            "case_url": f"{settings.SITE_URL}/{translation.get_language()}/services/{self.uuid}/",
        }
