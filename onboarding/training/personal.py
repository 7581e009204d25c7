"""What courses keep about who takes them; and the officer's own copy of it."""

from django.apps import apps
from django.utils.translation import gettext_lazy as _

TRAIN = _("To plan courses and to certify them")

PERSONAL = {"Enrolment": dict.fromkeys(("enrolled_on", "completed_on", "result"), (TRAIN, "contract", "personnel"))}


def courses_of(person) -> list[dict]:
    """Each course of a person."""
    enrolments = apps.get_model("training", "Enrolment").objects.filter(appointment__officer=person)
    return list(enrolments.order_by("pk").values("course__code", "enrolled_on", "completed_on", "result"))


EXPORTS = {"courses": courses_of}
