"""Paper in and paper out. Each file lies encrypted under a key of its own; without the wrapped key it is gone for good."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from recruitment.core.fields import EncryptedJSONField
from recruitment.documents.queries import DocumentQuerySet, IssuedQuerySet
from recruitment.documents.states import SCANNED, DocumentState, IssuedState, MediaType


class Paper(models.Model):
    """What papers have in common: a file in the storage, named by its uuid alone, and the key that opens it."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    size = models.PositiveIntegerField(pgettext_lazy("document", "size in bytes"), default=0)
    sha256 = models.CharField(_("SHA-256 of the file as kept"), max_length=64, blank=True)
    pages = models.PositiveIntegerField(pgettext_lazy("document", "pages"), default=0)
    wrapped_key = models.BinaryField(null=True)
    key_id = models.CharField(max_length=16, blank=True)
    tries = models.PositiveSmallIntegerField(pgettext_lazy("document", "tries"), default=0)
    next_try_at = models.DateTimeField(pgettext_lazy("document", "next try"), default=timezone.now)
    erased_at = models.DateTimeField(pgettext_lazy("document", "erased"), null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def path(self) -> str:
        """Where the file lies in the storage; nothing that a person typed is part of it."""
        return f"{self.uuid.hex[:2]}/{self.uuid.hex}"

    @property
    def is_erased(self) -> bool:
        return self.erased_at is not None


class Document(Paper):
    """A file that somebody handed in: checked, rewritten without hidden parts, scanned, and kept encrypted."""

    kind = models.CharField(_("kind of document"), max_length=60)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="documents", verbose_name=pgettext_lazy("document", "owner")
    )
    display_name = models.CharField(_("name of the file"), max_length=120)
    media_type = models.CharField(_("kind of file"), max_length=20, choices=MediaType)
    received_sha256 = models.CharField(_("SHA-256 of the file as sent"), max_length=64)
    state = models.CharField(pgettext_lazy("document", "state"), max_length=12, choices=DocumentState, default=DocumentState.RECEIVED)
    uploaded_at = models.DateTimeField(pgettext_lazy("document", "received"), default=timezone.now)
    scanned_at = models.DateTimeField(pgettext_lazy("document", "scanned"), null=True, blank=True)
    scan_engine = models.CharField(pgettext_lazy("document", "scanner"), max_length=80, blank=True)
    scan_note = models.CharField(_("scanner's note"), max_length=200, blank=True)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("document", "document")
        verbose_name_plural = pgettext_lazy("document", "documents")
        ordering = ["-uploaded_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=DocumentState.values), name="document_state"),
            models.CheckConstraint(condition=Q(media_type__in=MediaType.values), name="document_media_type"),
            models.CheckConstraint(
                condition=Q(state__in=SCANNED, scanned_at__isnull=False) | Q(~Q(state__in=SCANNED), scanned_at__isnull=True),
                name="document_scanned",
            ),
            models.CheckConstraint(condition=Q(erased_at__isnull=True) ^ Q(wrapped_key__isnull=True), name="document_erased"),
        ]
        indexes = [models.Index(fields=["next_try_at"], condition=Q(state__in=["received", "scanning"]), name="document_waiting")]

    def __str__(self) -> str:
        return f"{self.kind} · {self.uuid}"

    @property
    def filename(self) -> str:
        return self.display_name

    @property
    def is_accepted(self) -> bool:
        return self.state == DocumentState.ACCEPTED and not self.is_erased

    @property
    def is_waiting(self) -> bool:
        return self.state not in SCANNED and not self.is_erased


class Issued(Paper):
    """A document that the portal writes: its words are frozen when it is issued, its PDF is pressed once by a worker."""

    template = models.CharField(pgettext_lazy("document", "template"), max_length=120)
    title = models.CharField(pgettext_lazy("document", "title"), max_length=200)
    language = models.CharField(pgettext_lazy("document", "language"), max_length=10, choices=settings.LANGUAGES)
    context = EncryptedJSONField(default=dict)
    about_label = models.CharField(pgettext_lazy("document", "kind of subject"), max_length=100)
    about_reference = models.CharField(pgettext_lazy("document", "subject"), max_length=60)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="issued_documents",
        verbose_name=pgettext_lazy("document", "owner"),
    )
    state = models.CharField(pgettext_lazy("document", "state"), max_length=12, choices=IssuedState, default=IssuedState.QUEUED)
    error = models.CharField(pgettext_lazy("document", "reason of failure"), max_length=300, blank=True)
    created_at = models.DateTimeField(pgettext_lazy("document", "issued"), default=timezone.now)
    pressed_at = models.DateTimeField(pgettext_lazy("document", "pressed"), null=True, blank=True)

    objects = IssuedQuerySet.as_manager()

    class Meta:
        verbose_name = _("issued document")
        verbose_name_plural = _("issued documents")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=IssuedState.values), name="issued_state"),
            models.CheckConstraint(condition=~Q(state=IssuedState.PRESSED) ^ Q(pressed_at__isnull=False), name="issued_pressed"),
            models.CheckConstraint(
                condition=Q(wrapped_key__isnull=True) ^ Q(state=IssuedState.PRESSED, erased_at__isnull=True), name="issued_kept"
            ),
        ]
        indexes = [
            models.Index(fields=["next_try_at"], condition=Q(state="queued"), name="issued_waiting"),
            models.Index(fields=["about_label", "about_reference"], name="issued_about"),
            models.Index(fields=["sha256"], name="issued_sha256"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def filename(self) -> str:
        return f"{self.title}.pdf"

    @property
    def media_type(self) -> str:
        return MediaType.PDF

    @property
    def is_pressed(self) -> bool:
        return self.state == IssuedState.PRESSED and not self.is_erased

    @property
    def is_failed(self) -> bool:
        return self.state == IssuedState.FAILED
