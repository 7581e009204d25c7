"""How the form is put on record each time it is handed in, and brought back as it was."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import models

from screening.applications.models import (
    Application,
    Arrangement,
    Attachment,
    ExpiryWarning,
    LateRequest,
    MissedPromise,
    Referee,
    Rejection,
    Version,
)
from screening.applications.personal import plain

# These tell of the file and not of the answers; papers are never destroyed once handed in, so their keys are enough;
# and a referee who was asked stays asked.
NOT_ANSWERS = (Arrangement, Attachment, ExpiryWarning, LateRequest, MissedPromise, Referee, Rejection, Version)


def keep_version(application: Application) -> Version:
    """Put the answers on record as they are handed in now."""
    answers: dict[str, Any] = {model.__name__: [_kept(row) for row in _rows(model, application)] for model in answer_models()}
    answers["papers"] = list(Attachment.objects.standing().filter(application=application).values_list("pk", flat=True))
    number = application.versions.count() + 1
    return Version.objects.create(application=application, number=number, handed_in_at=application.submitted_at, answers=answers)


def bring_back(version: Version) -> None:
    """Make the answers again what they were in a version; rows added since are taken out.

    A table that the form did not have then is left as it is.
    """
    application, answers = version.application, version.answers
    for model in (model for model in answer_models() if model.__name__ in answers):
        kept = answers[model.__name__]
        _rows(model, application).exclude(pk__in=[values["id"] for values in kept]).delete()
        for values in kept:
            _typed(model, values, application).save()
    papers = Attachment.objects.filter(application=application)
    papers.standing().exclude(pk__in=answers["papers"]).update(removed_at=models.functions.Now())
    papers.filter(pk__in=answers["papers"]).update(removed_at=None)


def answer_models() -> Iterator[type[models.Model]]:
    """Every table of the form: what belongs to one application and is filled by its candidate."""
    for model in apps.get_app_config("applications").get_models():
        names = [field.name for field in model._meta.local_fields if field.related_model is Application]
        if names == ["application"] and model not in NOT_ANSWERS:
            yield model


def _rows(model: type[models.Model], application: Application) -> models.QuerySet:
    return model._default_manager.filter(application=application)


def _kept(row: models.Model) -> dict[str, Any]:
    return {field.attname: plain(getattr(row, field.attname)) for field in row._meta.concrete_fields if field.name != "application"}


def _typed(model: type[models.Model], values: dict[str, Any], application: Application) -> models.Model:
    fields = {field.attname: field for field in model._meta.concrete_fields}
    return model(application=application, **{name: fields[name].to_python(value) for name, value in values.items() if name in fields})
