"""What oversight keeps about those who watch; what they ask and attest is about stages, never about a candidate."""

from django.utils.translation import gettext_lazy as _

MANDATE = _("To show who may look into the selection, for how long and why")

PERSONAL = {"Mandate": {"reason": (MANDATE, "duty", "provision")}}
NOT_PERSONAL = {"Question": "*", "Attestation": "*"}
