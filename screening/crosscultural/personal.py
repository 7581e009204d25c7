"""What the interviews keep about a candidate; and the hours that one took in one's own copy of the data."""

from django.apps import apps
from django.utils.translation import gettext_lazy as _

INTERVIEW = _("To judge how somebody works across cultures")
JUSTIFY = _("To give reasons for every mark")

ADJUST = _("To arrange the test and the interview for you")
EXAMINE = _("To let a disputed rating be examined")
PREPARE = _("To prepare the talk after the ratings; it does not count")

PERSONAL = {
    "Interview": {
        "code": (INTERVIEW, "contract", "assessment"),
        "score": (INTERVIEW, "contract", "assessment"),
        "extra_minutes": (ADJUST, "separate_consent", "assessment"),
    },
    "Note": {"text": (JUSTIFY, "duty", "assessment")},
    "Recording": dict.fromkeys(("place", "keeper", "keep_until"), (EXAMINE, "separate_consent", "recording")),
    "Inventory": dict.fromkeys(("answers", "scales"), (PREPARE, "separate_consent", "assessment")),
    "ExternalInstrumentResult": dict.fromkeys(
        ("provider", "name", "licence_ref", "score", "percentile", "date"), (PREPARE, "separate_consent", "assessment")
    ),
    "Moderation": {"reason": (JUSTIFY, "duty", "assessment"), "text": (JUSTIFY, "duty", "assessment")},
    "Rating": {"points": (INTERVIEW, "contract", "assessment"), "observation": (JUSTIFY, "duty", "assessment")},
}

# A booklet and its keys tell only who prepared and opened them.
NOT_PERSONAL = {"Booklet": "*", "BookletKey": "*", "Item": "*", "Option": "*"}


def interviews_of(person) -> list[dict]:
    """Each interview with its bookings; the score once the result is established."""
    interviews = apps.get_model("crosscultural", "Interview").objects.filter(application__candidate=person).select_related("application")
    return [
        {
            "application": interview.application.reference,
            "state": interview.state,
            "invited": interview.invited_at,
            "score": interview.score if interview.concluded_at else None,
            "additional_minutes": interview.extra_minutes,
            "recording": _recording(interview),
            "questionnaire": _scales(interview),
            "instruments": [
                {"provider": row.provider, "name": row.name, "score": row.score, "percentile": row.percentile, "date": row.date}
                for row in interview.external_results.all()
            ],
            "bookings": [
                {"starts": booking.slot.starts_at, "booked": booking.booked_at, "released": booking.released_at}
                for booking in interview.bookings.all()
            ],
        }
        for interview in interviews.select_related("recording", "inventory")
        .prefetch_related("bookings__slot", "external_results")
        .order_by("pk")
    ]


def _recording(interview) -> dict | None:
    recording = getattr(interview, "recording", None)
    return recording and {"kept_until": recording.keep_until, "destroyed": recording.destroyed_at}


def _scales(interview) -> dict | None:
    """The answers while they are there, and what the scales gave."""
    inventory = getattr(interview, "inventory", None)
    return inventory and {"answers": inventory.answers, "scales": inventory.scales, "scored": inventory.scored_at}


EXPORTS = {"interviews": interviews_of}
