"""What requests keep about those who make them; and in one's own copy of the data the requests, and who read one's files."""

from django.apps import apps
from django.db.models import Count, Max
from django.utils.translation import gettext_lazy as _

ANSWER = _("To answer what you ask about your data, and to prove that it was answered")

PERSONAL = {"Request": dict.fromkeys(("statement", "due_on", "decision", "answer"), (ANSWER, "duty", "provision"))}


def requests_of(person) -> list[dict]:
    """Every request of a person with its answer."""
    names = ("reference", "kind", "statement", "asked_at", "due_on", "decision", "answer", "answered_at")
    return [{name: getattr(row, name) for name in names} for row in apps.get_model("rights", "Request").objects.of(person).order_by("pk")]


def readings_of(person) -> list[dict]:
    """How often others opened each of a person's applications, and when last."""
    files = {
        str(pk): reference
        for pk, reference in apps.get_model("applications", "Application").objects.of_candidate(person).values_list("pk", "reference")
    }
    entries = apps.get_model("audit", "Entry").objects.filter(
        verb="screening.application.read", subject_label="applications.Application", subject_id__in=files
    )
    rows = entries.exclude(actor_id=person.pk).order_by().values("subject_id").annotate(number=Count("pk"), last_at=Max("at"))
    return [{"number": files[row["subject_id"]], "times": row["number"], "last_at": row["last_at"]} for row in rows]


EXPORTS = {"requests": requests_of, "readings": readings_of}
