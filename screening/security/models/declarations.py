"""What the person declares: a draft that they correct, versions that stay, changes reported in service."""

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from screening.security.models.sealed import sealed_json, sealed_text
from screening.security.queries import ChangeQuerySet, OfFileQuerySet
from screening.security.states import ChangeKind


class Draft(models.Model):
    """What the person is writing; only they read it."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    application_uuid = models.UUIDField(unique=True)
    candidate_id = models.BigIntegerField(db_index=True)
    content = sealed_json(_("content"), default=dict)
    saved_at = models.DateTimeField(_("saved"), default=timezone.now)

    objects = OfFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("draft of a declaration")
        verbose_name_plural = _("drafts of declarations")

    def __str__(self) -> str:
        return str(self.application_uuid)


class Declaration(models.Model):
    """One version that was handed in; it stays as it was, and the next one is compared with it (domain 4.3)."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    application_uuid = models.UUIDField()
    candidate_id = models.BigIntegerField(db_index=True)
    number = models.PositiveSmallIntegerField(_("version"))
    content = sealed_json(_("content"))
    given_at = models.DateTimeField(_("handed in"), default=timezone.now)

    objects = OfFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("declaration")
        verbose_name_plural = _("declarations")
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["application_uuid", "number"], name="declaration_version_once")]

    def __str__(self) -> str:
        return str(self.number)


class Change(models.Model):
    """A change of circumstances, reported by somebody in service; whether it needs a new review is for a member to say."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    application_uuid = models.UUIDField()
    reference = models.CharField(_("application number"), max_length=20)
    candidate_id = models.BigIntegerField(db_index=True)
    kind = models.CharField(_("what changed"), max_length=12, choices=ChangeKind)
    happened_on = models.DateField(_("since"))
    statement = sealed_text(_("statement"))
    reported_at = models.DateTimeField(_("reported"), default=timezone.now)

    objects = ChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("change of circumstances")
        verbose_name_plural = _("changes of circumstances")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.reference
