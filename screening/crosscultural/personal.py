"""What the interviews keep about a candidate; and the hours that one took in one's own copy of the data."""

from django.apps import apps
from django.utils.translation import gettext_lazy as _

INTERVIEW = _("To judge how somebody works across cultures")
JUSTIFY = _("To give reasons for every mark")

PERSONAL = {
    "Interview": {"code": (INTERVIEW, "contract", "assessment"), "score": (INTERVIEW, "contract", "assessment")},
    "Rating": {"points": (INTERVIEW, "contract", "assessment"), "observation": (JUSTIFY, "duty", "assessment")},
}


def interviews_of(person) -> list[dict]:
    """Each interview with its bookings; the score once the result is established."""
    interviews = apps.get_model("crosscultural", "Interview").objects.filter(application__candidate=person).select_related("application")
    return [
        {
            "application": interview.application.reference,
            "state": interview.state,
            "invited": interview.invited_at,
            "score": interview.score if interview.concluded_at else None,
            "bookings": [
                {"starts": booking.slot.starts_at, "booked": booking.booked_at, "released": booking.released_at}
                for booking in interview.bookings.all()
            ],
        }
        for interview in interviews.prefetch_related("bookings__slot").order_by("pk")
    ]


EXPORTS = {"interviews": interviews_of}
