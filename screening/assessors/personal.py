"""What the assessors' office keeps: about those who assess, and about who stepped back from which file."""

from django.apps import apps
from django.utils.translation import gettext_lazy as _

SEATS = _("To show that panels are composed as the rules demand")
BIAS = _("To keep those who are biased out of the decision")
ASK_THEM = _("To ask you to assess, and to choose panels by field, language and time")

PERSONAL = {
    "Assessor": dict.fromkeys(
        ("number", "name", "email", "institution", "kinds", "competencies", "languages"), (ASK_THEM, "duty", "assessment")
    ),
    "Availability": dict.fromkeys(("from_on", "until_on"), (ASK_THEM, "duty", "assessment")),
    "Station": {"institution": (BIAS, "duty", "assessment")},
    "Membership": {"institution": (SEATS, "duty", "assessment")},
    "Recusal": {"ground": (BIAS, "duty", "assessment"), "reason": (BIAS, "duty", "assessment")},
    "Abstention": {"reason": (BIAS, "duty", "assessment")},
    "ConflictHint": dict.fromkeys(("ground", "institution", "note", "decision"), (BIAS, "duty", "assessment")),
}
NOT_PERSONAL = {
    "Invitation": ("token_hash",),
    "Undertaking": ("version", "body", "checksum"),
    "Allotment": ("reasons", "causes"),
}


def assessments_of(person) -> list[dict]:
    """What the pool keeps about somebody who assesses, for their own copy; nothing for anybody else."""
    pool = apps.get_model("assessors", "Assessor").objects.filter(user=person).prefetch_related("stations", "availabilities")
    return [
        {
            **{name: getattr(row, name) for name in ("number", "name", "email", "institution", "kinds", "competencies", "languages")},
            "stations": [{name: getattr(stay, name) for name in ("kind", "institution", "since", "until")} for stay in row.stations.all()],
            "availabilities": [{"from": time.from_on, "until": time.until_on} for time in row.availabilities.all()],
            "declarations": list(person.undertakings.values("round__reference", "version", "language", "declared_at")),
            "seats": list(person.memberships.values("panel__position__reference", "seated_at", "left_at")),
        }
        for row in pool
    ]


EXPORTS = {"assessments": assessments_of}
