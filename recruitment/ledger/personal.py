"""What the ledger keeps about people: nothing in its leaves, something in their openings."""

from django.utils.translation import gettext_lazy as _

WHY = _("To prove later that what was decided is what was fixed before")

PERSONAL = {
    "Opening": {"payload": (WHY, "duty", "assessment")},
    "Leaf": {"kind": (WHY, "duty", "audit"), "reference": (WHY, "duty", "audit")},
}
