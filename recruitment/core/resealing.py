"""After FIELD_KEYS or COMPARTMENT_KEYS got a new first key: seal every encrypted column with it, row by row."""

from collections.abc import Iterator

from django.apps import apps
from django.db import models, router

from recruitment.core import crypto
from recruitment.core.fields import EncryptedField, Sealed
from recruitment.core.moving import moving
from recruitment.core.routers import COMPARTMENT_APPEND_ONLY


def reseal() -> int:
    """Seal anew what an older key sealed; may be broken off and run again. Returns the number of rows."""
    done = 0
    for model in apps.get_models():
        fields = [field for field in model._meta.local_fields if isinstance(field, EncryptedField)]
        for row in _under_old_keys(model, fields) if fields else ():
            with moving(row) as row:
                for field in fields:
                    getattr(row, field.attname)  # what was read is sealed anew when it is saved
            done += 1
    return done


def _under_old_keys(model: type[models.Model], fields: list[EncryptedField]) -> Iterator[models.Model]:
    newest = {field.attname: crypto.newest(field.keys) for field in fields}
    # What the compartment's role may only add to, its owner seals anew.
    alias = "compartment_owner" if model._meta.db_table in COMPARTMENT_APPEND_ONLY else router.db_for_write(model)
    for row in model._base_manager.using(alias).order_by("pk").iterator(chunk_size=500):
        sealed = [(row.__dict__[name], key_id) for name, key_id in newest.items()]
        if any(isinstance(value, Sealed) and crypto.key_id_of(value.raw) != key_id for value, key_id in sealed):
            yield row
