"""What the qualification check keeps about a candidate."""

from django.utils.translation import gettext_lazy as _

WHY = _("To check the requirements of the position")
ASK = _("To ask for missing documents once and completely")

PERSONAL = {
    "Check": {"result": (WHY, "contract", "application"), "note": (WHY, "contract", "application")},
    "CorrectionRequest": dict.fromkeys(("items", "message", "reason_again", "due_on"), (ASK, "contract", "application")),
}
# What was asked, and on which page the answer stands.
NOT_PERSONAL = {"Check": ("key", "sentences", "page")}
