"""The timeline's words for what happens to a post."""

from django.utils.translation import gettext_lazy as _

from recruitment.audit.words import register

OFFICE = {
    "positions.position.plan": _("Post written"),
    "positions.position.revise": _("Draft changed"),
    "positions.position.copy": _("Written from another post"),
    "positions.position.review": _("Secrecy review passed"),
    "positions.position.refuse": _("Refused by a second person"),
    "positions.position.amend": _("Taken back to the draft"),
    "positions.position.publish": _("Post published"),
    "positions.position.close": _("Call closed"),
    "positions.position.propose": _("Correction proposed"),
    "positions.correction.issue": _("Correction issued"),
    "positions.correction.reject": _("Correction refused"),
    "positions.correction.withdraw": _("Correction taken back"),
    "positions.position.save": _("Post saved by a reader"),
    "positions.position.unsave": _("Saved post let go by a reader"),
    "positions.alert.subscribe": _("Alert asked for"),
    "positions.alert.confirm": _("Alert confirmed"),
    "positions.alert.tell": _("Alert sent"),
    "positions.alert.unsubscribe": _("Alert ended"),
}

register(OFFICE)
