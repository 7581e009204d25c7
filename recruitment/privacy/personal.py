"""What the registers of privacy themselves keep about people."""

from django.utils.translation import gettext_lazy as _

from recruitment.privacy.queries import consents_of

WHY = _("To prove what you consented to, and when you withdrew it")

PERSONAL = {
    "Consent": {
        "event": (WHY, "duty", "provision"),
        "about_label": (WHY, "duty", "provision"),
        "about_reference": (WHY, "duty", "provision"),
    },
}

NOT_PERSONAL = {"Wording": ("body",)}

EXPORTS = {"consents": consents_of}
