"""What the qualification check keeps about a candidate."""

from django.utils.translation import gettext_lazy as _

WHY = _("To check the requirements of the position")
ASK = _("To ask for missing documents once and completely")
LATER = _("To accept a proof that takes its time on a day that was agreed")
CHECKED = ("sentences", "result", "note", "method", "route", "confidence", "certificate_number", "issued_on", "valid_until")

PERSONAL = {
    "Check": {
        **dict.fromkeys(CHECKED, (WHY, "contract", "application")),
        **dict.fromkeys(("due_on", "reminded_on", "escalated_on"), (LATER, "contract", "application")),
    },
    "CorrectionRequest": dict.fromkeys(("items", "message", "reason_again", "due_on"), (ASK, "contract", "application")),
}
# What was asked, and on which page the answer stands.
NOT_PERSONAL = {"Check": ("key", "page")}
