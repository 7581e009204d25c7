"""The words of the compartment."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from recruitment.core.badges import register


class ReviewState(models.TextChoices):
    """A review is open, waits for a second person, or is decided."""

    OPENED = "opened", pgettext_lazy("security review", "in review")
    PROPOSED = "proposed", pgettext_lazy("security review", "conclusion proposed")
    DECIDED = "decided", pgettext_lazy("security review", "decided")


class Dimension(models.TextChoices):
    """The three dimensions of the seed document."""

    POLITICAL = "political", _("Political background")
    BUSINESS = "business", _("Business interests")
    ONLINE = "online", _("Online conduct")


class Finding(models.TextChoices):
    """What one dimension came to."""

    CLEAR = "clear", pgettext_lazy("security finding", "no concern")
    CONCERN = "concern", pgettext_lazy("security finding", "concern")
    UNCLEAR = "unclear", pgettext_lazy("security finding", "cannot be determined yet")


class Conclusion(models.TextChoices):
    """What leaves the compartment is one of these and a date."""

    PASSED = "passed", _("Cleared")
    NOT_PASSED = "not_passed", _("Not cleared")
    DEFERRED = "deferred", pgettext_lazy("security conclusion", "Deferred")


class Tier(models.TextChoices):
    """How deep the review goes; the enhanced tier needs a recorded risk assessment."""

    BASELINE = "baseline", pgettext_lazy("security tier", "Baseline")
    ENHANCED = "enhanced", pgettext_lazy("security tier", "Enhanced")


register(
    "security.review",
    {
        ReviewState.OPENED: (ReviewState.OPENED.label, "blue"),
        ReviewState.PROPOSED: (ReviewState.PROPOSED.label, "yellow"),
        ReviewState.DECIDED: (ReviewState.DECIDED.label, "grey"),
    },
)
