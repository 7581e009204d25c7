"""The words of requests about personal information."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from recruitment.core.badges import register


class RequestKind(models.TextChoices):
    """What may be asked (PIPL Art. 44–48); seeing and taking a copy need no request."""

    CORRECTION = "correction", _("Correct or complete my data")
    DELETION = "deletion", _("Delete my data")
    EXPLANATION = "explanation", _("Explain how my data are used")


class Decision(models.TextChoices):
    """How a request stands."""

    OPEN = "open", pgettext_lazy("request", "Waiting for an answer")
    FULFILLED = "fulfilled", pgettext_lazy("request", "Fulfilled")
    REFUSED = "refused", pgettext_lazy("request", "Refused")


_COLOURS = {Decision.OPEN: "blue", Decision.FULFILLED: "green", Decision.REFUSED: "red"}
register("rights.request", {decision: (decision.label, _COLOURS[decision]) for decision in Decision})
