"""The timeline's words for what happens in the qualification check beside its own verbs."""

from django.utils.translation import gettext_lazy as _

from recruitment.audit.words import register

register(
    {
        "screening.application.remind_proof": _("Reminded of a proof that is to follow"),
        "screening.application.miss_proof": _("A proof that was to follow did not come"),
    }
)
