"""What mentoring keeps about the two people of a pairing; and the copy that each of them may have."""

from django.apps import apps
from django.utils.translation import gettext_lazy as _

GUIDE = _("To accompany you in your work by one-on-one counselling")

PERSONAL = {
    "Pairing": dict.fromkeys(("goals", "since", "until"), (GUIDE, "contract", "service")),
    "Session": dict.fromkeys(("held_on", "topics", "agreed", "note", "next_on"), (GUIDE, "contract", "service")),
}


def mentoring_of(person) -> list[dict]:
    """Each pairing of a person, as mentor or as officer, with its sessions."""
    pairings = apps.get_model("mentoring", "Pairing").objects.visible_to(person).select_related("mentor", "appointment__officer")
    names = ("held_on", "minutes", "topics", "agreed", "note", "next_on")
    return [
        {
            "mentor": str(pairing.mentor),
            "officer": str(pairing.appointment.officer),
            "since": pairing.since,
            "until": pairing.until,
            "goals": pairing.goals,
            "sessions": [{name: getattr(session, name) for name in names} for session in pairing.sessions.all()],
        }
        for pairing in pairings.prefetch_related("sessions").order_by("pk")
    ]


EXPORTS = {"mentoring": mentoring_of}
