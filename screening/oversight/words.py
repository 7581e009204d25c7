"""The timeline's words for what oversight does, and what it reads."""

from django.utils.translation import gettext_lazy as _

from recruitment.audit.words import register

register(
    {
        "oversight.mandate.grant": _("Mandate granted"),
        "oversight.mandate.end": _("Mandate ended"),
        "oversight.question.ask": _("Question of the oversight body"),
        "oversight.question.answer": _("Question of the oversight body answered"),
        "oversight.question.escalate": _("Overdue question of the oversight body escalated"),
        "oversight.attestation.attest": _("Stage attested"),
        "oversight.body.add": _("Body entered"),
        "oversight.body.change": _("Body changed"),
        "oversight.read": _("Read by the oversight body"),
    }
)
