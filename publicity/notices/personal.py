"""What a public notice tells about a person, and what was decided after it."""

from django.apps import apps
from django.utils.translation import gettext_lazy as _

PUBLISH = _("To name you in the public notice if you are proposed for appointment")
DECIDE = _("To decide on the appointment after the notice period")

PERSONAL = {
    "Notice": {"frozen": (PUBLISH, "duty", "notice")},
    "Entry": {
        **dict.fromkeys(("full_name", "chinese_name", "sex", "institution"), (PUBLISH, "separate_consent", "notice")),
        **dict.fromkeys(("position_title", "candidate_no", "nationality"), (PUBLISH, "duty", "notice")),
        **dict.fromkeys(("weight", "outcome", "review_by"), (DECIDE, "duty", "objection")),
    },
}
NOT_PERSONAL = {"Notice": ("document_no", "title", "legal_basis", "rule", "starts_on", "ends_on", "digest", "takedown_on")}


def notices_of(person) -> list[dict]:
    """What was published about a person, from the day it was public."""
    entries = apps.get_model("notices", "Entry").objects.filter(application__candidate=person, notice__published_at__isnull=False)
    names = ("full_name", "chinese_name", "sex", "candidate_no", "institution", "position_title")
    return [
        {
            "notice": entry.notice.document_no,
            "published": entry.notice.published_at,
            **{name: getattr(entry, name) for name in names},
            "outcome": entry.outcome,
        }
        for entry in entries.select_related("notice").order_by("pk")
    ]


EXPORTS = {"notices": notices_of}
