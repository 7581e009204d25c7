"""Courses, and who takes them."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from onboarding.appointments.models import Appointment
from onboarding.training.queries import EnrolmentQuerySet


class Course(models.Model):
    """A course of the catalogue: policy, city, integrity, Shanghai-style culture."""

    code = models.CharField(_("code"), max_length=12, unique=True)
    title = models.CharField(_("title"), max_length=200)
    description = models.TextField(_("description"), blank=True)
    days = models.PositiveSmallIntegerField(_("days"))
    hours = models.PositiveSmallIntegerField(_("training hours"))
    is_compulsory = models.BooleanField(_("compulsory course"), default=False)
    is_initial = models.BooleanField(_("counts as initial training"), default=False)
    languages = ArrayField(models.CharField(max_length=10), default=list, blank=True, verbose_name=_("languages"))

    class Meta:
        verbose_name = _("course")
        verbose_name_plural = _("courses")
        ordering = ["code"]

    def __str__(self) -> str:
        return self.title or self.code


class Enrolment(models.Model):
    """An officer on a course."""

    course = models.ForeignKey(Course, models.PROTECT, related_name="enrolments", verbose_name=_("course"))
    appointment = models.ForeignKey(Appointment, models.PROTECT, related_name="enrolments", verbose_name=_("officer"))
    enrolled_on = models.DateField(_("enrolled"), default=timezone.localdate)
    completed_on = models.DateField(_("completed"), null=True, blank=True)
    result = models.CharField(_("result"), max_length=200, blank=True)

    objects = EnrolmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("enrolment")
        verbose_name_plural = _("enrolments")
        ordering = ["-enrolled_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["course", "appointment"], name="enrolment_once", violation_error_message=_("This officer is already on the course.")
            ),
            models.CheckConstraint(condition=Q(completed_on=None) | Q(completed_on__gte=F("enrolled_on")), name="enrolment_order"),
        ]

    def __str__(self) -> str:
        return f"{self.course} · {self.appointment.officer}"

    @property
    def reference(self) -> str:
        return self.appointment.reference

    def letter_context(self) -> dict:
        return {
            "course_title": self.course.title,
            "hours": self.course.hours,
            "training_url": f"{settings.SITE_URL}/{translation.get_language()}/training/",
        }
