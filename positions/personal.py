"""What positions keep about people: who asked to be told of new posts, and who saved which; of the office only who wrote and published."""

from django.apps import apps
from django.utils.translation import gettext_lazy as _

TELL = _("To tell you of new positions that fit your search, until you unsubscribe")

PERSONAL = {"Alert": dict.fromkeys(("address", "address_index", "search", "frequency"), (TELL, "consent", "alert"))}
NOT_PERSONAL = {"Position": "*", "Refusal": "*", "Correction": "*"}


def saved_by(person) -> list[dict]:
    """Each post that a person saved."""
    saved = apps.get_model("positions", "SavedPosition").objects.filter(person=person)
    return list(saved.order_by("pk").values("position__reference", "saved_at"))


def alerts_to(person) -> list[dict]:
    """Each search that is told to a person's address."""
    alerts = apps.get_model("positions", "Alert").objects.of_address(person.email)
    return list(alerts.order_by("pk").values("search", "frequency", "language", "asked_at", "confirmed_at"))


EXPORTS = {"saved_positions": saved_by, "alerts": alerts_to}
