"""The audit register."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from recruitment.audit.queries import EntryQuerySet
from recruitment.audit.words import word


class Entry(models.Model):
    """One thing that was done: who, what, to what, why, from where. Never changed, never deleted, chained to the one before."""

    at = models.DateTimeField(_("at"))
    actor_id = models.BigIntegerField(_("actor"), null=True)
    actor_label = models.CharField(_("actor's name"), max_length=150)
    verb = models.CharField(_("verb"), max_length=100)
    subject_label = models.CharField(_("kind of subject"), max_length=100)
    subject_id = models.CharField(_("subject"), max_length=40)
    subject_reference = models.CharField(_("reference"), max_length=60, blank=True)
    source = models.CharField(_("from state"), max_length=40, blank=True)
    target = models.CharField(_("to state"), max_length=40, blank=True)
    data = models.JSONField(_("particulars"), default=dict)
    origin = models.CharField(_("origin"), max_length=100, blank=True)
    previous = models.BinaryField(max_length=32)
    hash = models.BinaryField(max_length=32, unique=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit entries")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["subject_label", "subject_id", "id"]), models.Index(fields=["at"])]

    def __str__(self) -> str:
        return f"{self.verb} · {self.subject_reference or self.subject_id}"

    @property
    def label(self):
        """The verb in words."""
        return word(self.verb)

    def content(self) -> dict:
        """What the hash covers."""
        names = (
            "actor_id",
            "actor_label",
            "verb",
            "subject_label",
            "subject_id",
            "subject_reference",
            "source",
            "target",
            "data",
            "origin",
        )
        return {"at": self.at.isoformat(), **{name: getattr(self, name) for name in names}}
