"""Which fields may hold something personal: the other half of the register, found by looking at the models themselves.

A model holds personal data if it is in the register, or if a foreign key leads from it to a user or to such a model. Of
its fields those count into which something about a person can be written: text, days, files, JSON, encrypted values. An
app can say of a whole model that it is not personal; then nothing is inherited through it either.
"""

from collections.abc import Iterable

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import models

from recruitment.core.fields import EncryptedField
from recruitment.privacy import registry

OUR_PACKAGES = ("recruitment.", "positions", "screening.", "publicity.", "onboarding.")
HOLDS = (models.CharField, models.TextField, models.DateField, models.JSONField, models.FileField, EncryptedField)
HOLDS_NOT = (models.DateTimeField,)
NEUTRAL_NAMES = frozenset({"state", "status", "kind", "language", "reference", "hash"})


def unregistered() -> list[str]:
    """`app.Model.field` of everything that may be personal and that nobody has answered for, sorted."""
    return sorted(
        f"{model._meta.label}.{field.name}"
        for model in personal_models()
        for field in model._meta.local_fields
        if _may_hold(field) and not registry.is_answered(model._meta.label, field.name)
    )


def personal_models() -> set[type[models.Model]]:
    """Our models that hold personal data, by the register or by a path of foreign keys."""
    ours = [model for model in apps.get_models() if model.__module__.startswith(OUR_PACKAGES) and not registry.is_exempt(model._meta.label)]
    found = {get_user_model()} | {model for model in ours if model._meta.label in registry.registered()}
    while grown := [model for model in ours if model not in found and found & set(_targets(model))]:
        found.update(grown)
    return found


def _targets(model: type[models.Model]) -> Iterable[type[models.Model]]:
    return (field.related_model for field in model._meta.local_fields if field.is_relation and field.related_model)


def _may_hold(field: models.Field) -> bool:
    if field.is_relation or field.primary_key or field.name in NEUTRAL_NAMES or type(field).__name__.startswith("FSM"):
        return False
    if hasattr(field, "translated_field"):  # a column of one language; the field itself is asked for
        return False
    return isinstance(field, HOLDS) and not isinstance(field, HOLDS_NOT)
