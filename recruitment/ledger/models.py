"""The ledger's tables: leaves, checkpoints and co-signatures that are only ever added, and openings that may be erased.

A leaf is a salted commitment and says nothing to whoever lacks the opening; so names can lawfully vanish while every proof
stays valid. Grants keep leaves and checkpoints from being changed; the triggers of the migration help against mistakes.
"""

import uuid
from base64 import b64encode

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from recruitment.core.fields import EncryptedJSONField
from recruitment.ledger.queries import LeafQuerySet, OpeningQuerySet, WitnessQuerySet
from recruitment.ledger.signing import is_public_key

HASH_BYTES = 32


class Leaf(models.Model):
    """One thing that was fixed before it was used: a paper, a rubric, weights, marks, a notice."""

    index = models.BigIntegerField(_("place in the ledger"), primary_key=True)
    kind = models.CharField(_("kind"), max_length=60)
    reference = models.CharField(_("reference"), max_length=120)
    commitment = models.BinaryField(_("commitment"), max_length=HASH_BYTES)
    leaf_hash = models.BinaryField(_("hash of the leaf"), max_length=HASH_BYTES, unique=True)
    at = models.DateTimeField(_("entered at"))

    objects = LeafQuerySet.as_manager()

    class Meta:
        ordering = ["index"]
        verbose_name = _("ledger leaf")
        verbose_name_plural = _("ledger leaves")
        constraints = [models.CheckConstraint(condition=Q(index__gte=0), name="leaf_index_from_zero")]
        indexes = [models.Index(fields=["kind", "reference"], name="leaf_about")]

    def __str__(self) -> str:
        return f"{self.index} · {self.kind}"

    @property
    def hex(self) -> str:
        """The hash of the leaf as it stands in addresses and on paper."""
        return bytes(self.leaf_hash).hex()


class Opening(models.Model):
    """What a leaf commits to, with its salt: shown to whom it concerns, erased when it must be."""

    leaf = models.OneToOneField(Leaf, on_delete=models.PROTECT, primary_key=True, related_name="opening", verbose_name=_("ledger leaf"))
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    salt = models.BinaryField(_("salt"), max_length=HASH_BYTES)
    payload = EncryptedJSONField(_("content"))
    about = models.UUIDField(_("file that it concerns"), null=True, editable=False, db_index=True)

    objects = OpeningQuerySet.as_manager()

    class Meta:
        verbose_name = _("opening of a leaf")
        verbose_name_plural = _("openings of leaves")

    def __str__(self) -> str:
        return str(self.leaf_id)


class Checkpoint(models.Model):
    """The signed head of the ledger at one size: whoever keeps one can tell if the past was changed."""

    size = models.BigIntegerField(_("number of leaves"), primary_key=True)
    root = models.BinaryField(_("root"), max_length=HASH_BYTES)
    at = models.DateTimeField(_("signed at"))
    signature = models.BinaryField(_("signature"), max_length=64)
    key_id = models.CharField(_("signing key"), max_length=16)

    class Meta:
        ordering = ["-size"]
        verbose_name = _("checkpoint")
        verbose_name_plural = _("checkpoints")
        constraints = [models.CheckConstraint(condition=Q(size__gt=0), name="checkpoint_of_something")]

    def __str__(self) -> str:
        return str(self.size)

    @property
    def root_hex(self) -> str:
        """The root as it is read out and printed."""
        return bytes(self.root).hex()

    @property
    def signature_text(self) -> str:
        """The signature in base64."""
        return b64encode(bytes(self.signature)).decode()


def known_as_key(text: str) -> None:
    """A witness is known by the public half of an Ed25519 key."""
    if not is_public_key(text):
        raise ValidationError(_("A public key is 32 bytes in base64: 44 characters that end with “=”."))


class Witness(models.Model):
    """Somebody outside the office who puts a signature of their own under checkpoints; the key is never exchanged, only succeeded."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=200, help_text=_("An institution, not a person. The name is public."))
    public_key = models.CharField(_("public key"), max_length=44, unique=True, validators=[known_as_key], help_text=_("Ed25519, in base64"))
    since = models.DateTimeField(_("since"), default=timezone.now)
    until = models.DateTimeField(_("until"), null=True, blank=True)

    objects = WitnessQuerySet.as_manager()

    class Meta:
        ordering = ["since", "pk"]
        verbose_name = _("witness")
        verbose_name_plural = _("witnesses")
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gt=F("since")),
                name="witness_time",
                violation_error_message=_("A witness ends after it begins."),
            )
        ]

    def __str__(self) -> str:
        return self.name


class CoSignature(models.Model):
    """A witness has put its signature under a checkpoint; only ever added."""

    checkpoint = models.ForeignKey(Checkpoint, models.PROTECT, related_name="cosignatures", verbose_name=_("checkpoint"))
    witness = models.ForeignKey(Witness, models.PROTECT, related_name="cosignatures", verbose_name=_("witness"))
    signature = models.BinaryField(_("signature"), max_length=64)
    at = models.DateTimeField(_("received at"))

    class Meta:
        ordering = ["-checkpoint", "pk"]
        verbose_name = _("co-signature")
        verbose_name_plural = _("co-signatures")
        constraints = [models.UniqueConstraint(fields=["checkpoint", "witness"], name="cosignature_once")]

    def __str__(self) -> str:
        return f"{self.checkpoint_id} · {self.witness}"

    @property
    def signature_text(self) -> str:
        """The signature in base64."""
        return b64encode(bytes(self.signature)).decode()
