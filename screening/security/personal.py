"""What the compartment keeps about a person, and about those who work in it; only the conclusion ever leaves."""

from django.utils.translation import gettext_lazy as _

REVIEW = _("To carry out the security review that the post requires")
WHO_SAW = _("To know who was inside the compartment and what they read")


def _each(names: str, purpose, retention: str) -> dict:
    return dict.fromkeys(names.split(), (purpose, "duty", retention))


PERSONAL = {
    "Review": {
        **_each("reference conclusion reasons mitigating disclosed valid_until", REVIEW, "security_gate"),
        **_each("proposed_label decided_label", WHO_SAW, "audit"),
    },
    "Judgement": {
        **_each("finding concern evidence mitigating", REVIEW, "security_gate"),
        **_each("judged_label", WHO_SAW, "audit"),
    },
    "Membership": _each("user_label granted_by reason", WHO_SAW, "audit"),
    "Trace": _each("user_label verb", WHO_SAW, "audit"),
}
NOT_PERSONAL = {"Review": ("tier",), "Judgement": ("dimension",)}
