"""How a review stands, what it comes to, and who signs."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from recruitment.core.badges import register


class ReviewState(models.TextChoices):
    """A review is open, waits for a second person, is decided, or ended because its file did."""

    OPENED = "opened", pgettext_lazy("security review", "in review")
    PROPOSED = "proposed", pgettext_lazy("security review", "conclusion proposed")
    DECIDED = "decided", pgettext_lazy("security review", "decided")
    CLOSED = "closed", pgettext_lazy("security review", "ended without a conclusion")


class Occasion(models.TextChoices):
    """Why somebody is reviewed."""

    NOMINATION = "nomination", pgettext_lazy("security review", "nomination")
    RECONSIDERATION = "reconsideration", pgettext_lazy("security review", "reconsideration")
    EXPIRY = "expiry", pgettext_lazy("security review", "validity runs out")
    CHANGE = "change", pgettext_lazy("security review", "change of circumstances")


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


class Disclosure(models.TextChoices):
    """Whether the person is told the reasons (domain 4.6)."""

    TOLD = "told", pgettext_lazy("disclosure of reasons", "The reasons below are told")
    WITHHELD = "withheld", pgettext_lazy("disclosure of reasons", "The reasons are not told")


class SignedAs(models.TextChoices):
    """In which part somebody signed."""

    PROPOSER = "proposer", pgettext_lazy("signature", "proposed")
    APPROVER = "approver", pgettext_lazy("signature", "agreed")


register(
    "security.review",
    {
        ReviewState.OPENED: (ReviewState.OPENED.label, "blue"),
        ReviewState.PROPOSED: (ReviewState.PROPOSED.label, "yellow"),
        ReviewState.DECIDED: (ReviewState.DECIDED.label, "grey"),
        ReviewState.CLOSED: (ReviewState.CLOSED.label, "grey"),
    },
)
