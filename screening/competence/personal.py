"""What the competence test keeps about a candidate; and one's own answers in one's own copy of the data."""

from django.apps import apps
from django.utils.translation import gettext_lazy as _

TEST = _("To judge professional competence without knowing the name")
CONDUCT = _("To show that a test went as it should, and to give back lost time")
JUSTIFY = _("To give reasons for every mark")
ADJUST = _("To arrange the test and the interview for you")

PERSONAL = {
    "Sitting": {
        "code": (TEST, "contract", "assessment"),
        "receipt": (TEST, "contract", "assessment"),
        "extra_minutes": (ADJUST, "separate_consent", "assessment"),
        "score": (TEST, "contract", "assessment"),
    },
    "Event": {"note": (CONDUCT, "duty", "assessment")},
    "Moderation": {"reason": (JUSTIFY, "duty", "assessment"), "text": (JUSTIFY, "duty", "assessment")},
    "FollowUp": {"text": (_("To let you speak about what you wrote in the interview"), "duty", "assessment")},
    "Answer": {"text": (TEST, "contract", "assessment")},
    "Mark": {"points": (TEST, "contract", "assessment"), "observation": (JUSTIFY, "duty", "assessment")},
}
# A question, a paper and its rubric tell only who prepared and opened them; a form is drawn by lot.
NOT_PERSONAL = {"Paper": "*", "KeyTurn": "*", "Question": "*", "Sitting": ("form",)}


def tests_of(person) -> list[dict]:
    """Each sitting with what was written; the score once the result is established."""
    sittings = apps.get_model("competence", "Sitting").objects.of_candidate(person).select_related("application")
    return [
        {
            "application": sitting.application.reference,
            "state": sitting.state,
            "started": sitting.started_at,
            "handed_in": sitting.submitted_at,
            "receipt": sitting.receipt,
            "score": sitting.score if sitting.concluded_at else None,
            "answers": [{"task": answer.task.order, "text": answer.text, "saved": answer.saved_at} for answer in sitting.answers.all()],
        }
        for sitting in sittings.prefetch_related("answers__task").order_by("pk")
    ]


EXPORTS = {"tests": tests_of}
