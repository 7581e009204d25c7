"""What letters keep about whom they were written to; and the letters themselves in one's own copy of the data."""

from django.apps import apps
from django.utils.translation import gettext_lazy as _

TELL = _("To give you decisions and receipts in writing")

PERSONAL = {
    "Letter": dict.fromkeys(
        ("address", "sealed_address", "subject", "body", "about_reference", "unsubscribe_url"), (TELL, "contract", "letter")
    )
}
NOT_PERSONAL = {"Letter": ("about_label", "about_id", "error")}


def letters_of(person) -> list[dict]:
    """Every letter to a person."""
    letters = apps.get_model("notifications", "Letter").objects.visible_to(person).order_by("pk")
    return list(letters.values("kind", "address", "language", "subject", "body", "about_reference", "written_at", "sent_at"))


EXPORTS = {"letters": letters_of}
