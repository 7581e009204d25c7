"""Encrypted columns: stored as sealed bytes that open only in their own column of their own row.

A model that has one also has `uuid = UUIDField(default=uuid4, unique=True, editable=False)`. A value is decrypted when it
is first read, so a list that does not show it does not pay for it. Law: PIPL Art. 51 (encryption as a protective measure).

Danger: the table's and the column's name are part of the bond. Renaming either makes what is stored unreadable; copy the
values with a data migration instead.
"""

import datetime
import json
from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.core import checks, validators
from django.core.exceptions import FieldDoesNotExist, FieldError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models.query_utils import DeferredAttribute
from django.utils.functional import cached_property

from recruitment.core import crypto


class Sealed:
    """A value as it lies in the database; it has no clear text without its row."""

    __slots__ = ("raw",)

    def __init__(self, raw: bytes):
        self.raw = raw

    def __repr__(self) -> str:
        return "<sealed>"


class _OpenedOnRead(DeferredAttribute):
    """The attribute of an encrypted field: opens a sealed value the first time somebody looks."""

    def __get__(self, instance, cls=None):
        value = super().__get__(instance, cls)
        if instance is not None and isinstance(value, Sealed):
            value = self.field.opened(value, instance)
            instance.__dict__[self.field.attname] = value
        return value

    # A data descriptor wins over the instance's dictionary, so every reading passes here.
    def __set__(self, instance, value):
        instance.__dict__[self.field.attname] = value


class EncryptedField(models.Field):
    """What the encrypted fields have in common; subclasses say how a value becomes text and back.

    `keys` names the setting whose keys seal the column.
    """

    descriptor_class = _OpenedOnRead
    empty_strings_allowed = False

    def __init__(self, *args, keys: str = "FIELD_KEYS", **kwargs):
        self.keyring = keys
        for option in ("primary_key", "unique", "db_index", "unique_for_date"):
            if kwargs.get(option):
                raise TypeError(f"An encrypted field cannot have {option}: equal values look different. Use a blind index.")
        kwargs["serialize"] = False
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("serialize", None)
        if self.keyring != "FIELD_KEYS":
            kwargs["keys"] = self.keyring
        return name, path, args, kwargs

    def get_internal_type(self) -> str:
        return "BinaryField"

    def check(self, **kwargs):
        return [*super().check(**kwargs), *self._check_uuid()]

    def _check_uuid(self):
        try:
            uuid = self.model._meta.get_field("uuid")
        except FieldDoesNotExist:
            uuid = None
        if isinstance(uuid, models.UUIDField) and uuid.unique and not uuid.editable and uuid.has_default():
            return []
        said = "A model with an encrypted field needs uuid = UUIDField(default=uuid4, unique=True, editable=False)."
        return [checks.Error(said, obj=self, id="core.E001")]

    # --- Clear and sealed -----------------------------------------------------------------------------------------

    def encode(self, value: Any) -> str:
        return value

    def decode(self, text: str) -> Any:
        return text

    @property
    def purpose(self) -> str:
        return f"{self.model._meta.db_table}.{self.column}"

    @property
    def keys(self) -> dict[str, bytes]:
        return getattr(settings, self.keyring)

    def bond(self, instance: models.Model) -> str:
        uuid = getattr(instance, "uuid", None)
        if uuid is None:
            raise ValueError(f"{self.purpose}: a row without uuid cannot hold an encrypted value.")
        return str(uuid if isinstance(uuid, UUID) else UUID(str(uuid)))

    def opened(self, sealed: Sealed, instance: models.Model) -> Any:
        """The clear value; raises Tampered if the ciphertext was made for another row or column."""
        return self.decode(crypto.unseal(sealed.raw, purpose=self.purpose, bond=self.bond(instance), keys=self.keys).decode())

    def sealed(self, value: Any, instance: models.Model) -> Sealed:
        clear = self.encode(self.to_python(value))
        return Sealed(crypto.seal(clear.encode(), purpose=self.purpose, bond=self.bond(instance), keys=self.keys))

    # --- To and from the database ---------------------------------------------------------------------------------

    def from_db_value(self, value, expression, connection):
        return None if value is None else Sealed(bytes(value))

    def pre_save(self, model_instance, add):
        """Seal what was set; a value nobody looked at goes back as it came, except into a new row."""
        value = model_instance.__dict__.get(self.attname)
        if isinstance(value, Sealed) and not add:
            return value
        value = getattr(model_instance, self.attname)
        if value is None or hasattr(value, "resolve_expression"):
            return value
        return self.sealed(value, model_instance)

    def get_db_prep_value(self, value, connection, prepared=False):
        if value is None:
            return None
        if not isinstance(value, Sealed):
            raise TypeError(f"{self.purpose} is encrypted for its row: set it on the object and save() it; update() does not know the row.")
        return connection.Database.Binary(value.raw)

    def get_lookup(self, lookup_name):
        if lookup_name == "isnull":
            return super().get_lookup(lookup_name)
        raise FieldError(f"{self.purpose} is encrypted and cannot be searched by {lookup_name}; use a blind index.")

    def get_transform(self, lookup_name):
        raise FieldError(f"{self.purpose} is encrypted and cannot be searched by {lookup_name}; use a blind index.")


class EncryptedTextField(EncryptedField):
    """Text that lies encrypted; `max_length` counts the characters of the clear text."""

    empty_strings_allowed = True
    default_validators = [validators.ProhibitNullCharactersValidator()]

    @cached_property
    def validators(self):
        limit = [] if self.max_length is None else [validators.MaxLengthValidator(self.max_length)]
        return [*super().validators, *limit]

    def to_python(self, value):
        return value if value is None or isinstance(value, str) else str(value)

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": forms.CharField, "max_length": self.max_length, **kwargs})


class EncryptedDateField(EncryptedField):
    """A day that lies encrypted (a birth date is a date, never an instant)."""

    _day = models.DateField()

    def to_python(self, value):
        return self._day.to_python(value)

    def encode(self, value: datetime.date) -> str:
        return value.isoformat()

    def decode(self, text: str) -> datetime.date:
        return datetime.date.fromisoformat(text)

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": forms.DateField, **kwargs})


class EncryptedJSONField(EncryptedField):
    """A dictionary or list that lies encrypted; dates and decimals come back as text, as from JSON."""

    def encode(self, value: Any) -> str:
        return json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False)

    def decode(self, text: str) -> Any:
        return json.loads(text)

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": forms.JSONField, **kwargs})
