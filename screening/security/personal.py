"""What the compartment keeps about a person, and about those who work in it; only the conclusion ever leaves.

Nothing of it is in the export of "My data", which would carry it out of the compartment; people take their own
declarations away on the page of the declaration itself.
"""

from django.utils.translation import gettext_lazy as _

REVIEW = _("To carry out the security review that the post requires")
WHO_SAW = _("To know who was inside the compartment and what they read")
HEARD = _("To let you correct facts and ask for reconsideration")
SERVICE = _("To notice in time what could bear on the duty")


def _each(names: str, purpose, retention: str = "security_gate") -> dict:
    return dict.fromkeys(names.split(), (purpose, "duty", retention))


PERSONAL = {
    "Review": {
        **_each("reference conclusion reasons mitigating disclosure disclosure_reason disclosed valid_until", REVIEW),
        **_each("statement", HEARD),
        **_each("proposed_label decided_label", WHO_SAW, "audit"),
    },
    "Judgement": {
        **_each("finding topic checklist concern evidence mitigating assessment source_url seen_on relevance quote", REVIEW),
        **_each("judged_label", WHO_SAW, "audit"),
    },
    "Draft": _each("content", REVIEW),
    "Declaration": _each("content", REVIEW),
    "Hearing": {**_each("facts due_on answer", HEARD), **_each("asked_label", WHO_SAW, "audit")},
    "Referral": {
        **_each("organ_kind reference_no sent_on answered_on answer_code", REVIEW),
        **_each("sent_label", WHO_SAW, "audit"),
    },
    "Change": _each("reference happened_on statement", SERVICE),
    "Signature": _each("user_label factor digest", WHO_SAW, "audit"),
    "Membership": _each("user_label granted_by reason", WHO_SAW, "audit"),
    "EmergencyAccess": _each("user_label granted_label reason", WHO_SAW, "audit"),
    "RiskAssessment": _each("proposed_label confirmed_label", WHO_SAW, "audit"),
    "Trace": _each("user_label verb", WHO_SAW, "audit"),
}
NOT_PERSONAL = {
    "Review": ("tier", "occasion", "position_reference"),
    "Judgement": ("dimension",),
    "Signature": ("signed_as",),
    "RiskAssessment": ("position_reference", "tier", "grounds"),
}
