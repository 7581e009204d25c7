"""What is kept of an interview beside the ratings: the panel's joint notes, and where its recording lies."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from recruitment.core.fields import EncryptedTextField
from screening.crosscultural.models.interviews import Interview
from screening.crosscultural.queries import RecordingQuerySet
from screening.crosscultural.states import OBSERVATION_LENGTH


class Note(models.Model):
    """One joint note of the panel, written in the discussion; a note is followed by others and never rewritten."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    interview = models.ForeignKey(Interview, models.CASCADE, related_name="notes", verbose_name=_("interview"))
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("written by"))
    text = EncryptedTextField(_("note"), max_length=OBSERVATION_LENGTH)
    at = models.DateTimeField(_("written"), default=timezone.now)

    class Meta:
        verbose_name = _("joint note")
        verbose_name_plural = _("joint notes")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.interview_id}/{self.pk}"


class Recording(models.Model):
    """That an interview was recorded with consent: where it is kept, by whom and until when. The recording itself is not here."""

    interview = models.OneToOneField(Interview, models.CASCADE, related_name="recording", verbose_name=_("interview"))
    place = models.CharField(_("where it is kept"), max_length=200)
    keeper = models.CharField(_("kept by"), max_length=150)
    keep_until = models.DateField(_("kept until"))
    registered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("registered by"))
    registered_at = models.DateTimeField(_("registered"), default=timezone.now)
    withdrawn_at = models.DateTimeField(_("consent withdrawn"), null=True, blank=True)
    destroyed_at = models.DateTimeField(_("destroyed"), null=True, blank=True)

    objects = RecordingQuerySet.as_manager()

    class Meta:
        verbose_name = _("recording of an interview")
        verbose_name_plural = _("recordings of interviews")
        ordering = ["keep_until", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(place="") & ~Q(keeper=""), name="recording_kept_somewhere")]

    def __str__(self) -> str:
        return self.interview.code

    @property
    def is_overdue(self) -> bool:
        """It should be destroyed and is not."""
        return self.destroyed_at is None and self.keep_until <= timezone.localdate()
