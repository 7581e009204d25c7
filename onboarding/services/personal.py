"""What life services keep about an officer's requests; and the officer's own copy of them."""

from django.apps import apps
from django.utils.translation import gettext_lazy as _

HELP = _("To help you and your family settle in")

PERSONAL = {"Case": dict.fromkeys(("request", "outcome", "due_on", "grade"), (HELP, "contract", "service"))}


def services_of(person) -> list[dict]:
    """Each request of a person with what came of it."""
    cases = apps.get_model("services", "Case").objects.filter(appointment__officer=person).select_related("kind")
    names = ("state", "request", "outcome", "opened_at", "due_on", "closed_at", "grade")
    return [{"kind": case.kind.code, **{name: getattr(case, name) for name in names}} for case in cases.order_by("pk")]


EXPORTS = {"services": services_of}
