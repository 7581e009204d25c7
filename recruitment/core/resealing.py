"""After FIELD_KEYS got a new first key: seal every encrypted column with it, row by row."""

from collections.abc import Iterator

from django.apps import apps
from django.conf import settings
from django.db import models, router

from recruitment.core import crypto
from recruitment.core.fields import EncryptedField, Sealed
from recruitment.core.moving import moving


def reseal() -> int:
    """Seal anew what an older key sealed; may be broken off and run again. Returns the number of rows."""
    done = 0
    for model in apps.get_models():
        names = [field.attname for field in model._meta.local_fields if isinstance(field, EncryptedField)]
        for row in _under_old_keys(model, names) if names else ():
            with moving(row) as row:
                for name in names:
                    getattr(row, name)  # what was read is sealed anew when it is saved
            done += 1
    return done


def _under_old_keys(model: type[models.Model], names: list[str]) -> Iterator[models.Model]:
    newest = crypto.newest(settings.FIELD_KEYS)
    for row in model._base_manager.using(router.db_for_write(model)).order_by("pk").iterator(chunk_size=500):
        sealed = [row.__dict__[name] for name in names]
        if any(isinstance(value, Sealed) and crypto.key_id_of(value.raw) != newest for value in sealed):
            yield row
