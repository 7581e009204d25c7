"""What papers tell about their owner, what for, and how long; and the list of them in one's own copy of the data."""

from django.apps import apps
from django.utils.translation import gettext_lazy as _

PROVE = _("To prove what you state in your application")
TELL = _("To give you decisions and receipts in writing")

PERSONAL = {
    "Document": {
        "kind": (PROVE, "contract", "application"),
        "display_name": (PROVE, "contract", "application"),
    },
    "Issued": {
        "title": (TELL, "contract", "application"),
        "context": (TELL, "contract", "application"),
        "about_reference": (TELL, "contract", "application"),
    },
}

NOT_PERSONAL = {
    "Document": ("sha256", "received_sha256", "wrapped_key", "key_id", "media_type", "scan_engine", "scan_note"),
    "Issued": ("sha256", "wrapped_key", "key_id", "template", "language", "about_label", "error"),
}


def documents_of(person) -> dict[str, list[dict]]:
    """Names, kinds and checksums of what a person sent and was given; the files themselves are fetched one by one."""
    received, issued = (apps.get_model("documents", name).objects.visible_to(person).order_by("pk") for name in ("Document", "Issued"))
    return {
        "received": list(received.values("kind", "display_name", "uploaded_at", "state", "received_sha256")),
        "issued": list(issued.values("title", "about_reference", "created_at", "sha256")),
    }


EXPORTS = {"documents": documents_of}
