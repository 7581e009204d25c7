"""What the merit list keeps about a candidate: the scores, the place, and what followed."""

from django.utils.translation import gettext_lazy as _

RANK = _("To rank by merit and to be able to show it")

PERSONAL = {
    "MeritLine": dict.fromkeys(
        ("competence_score", "crosscultural_score", "composite", "rank", "decision", "tie_break"), (RANK, "duty", "assessment")
    ),
}
PERSONAL |= {"Shortlist": {"lines": (RANK, "duty", "assessment")}}
# A list as a whole tells only who drew it up and who closed it; a report holds figures of groups.
NOT_PERSONAL = {"MeritList": "*", "QualityReport": "*"}
