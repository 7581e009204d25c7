"""The words of the notice board."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from recruitment.core.badges import register


class NoticeState(models.TextChoices):
    """A notice is drawn up, reviewed by a second person, published, concluded."""

    DRAFTED = "drafted", pgettext_lazy("notice", "Draft")
    REVIEWED = "reviewed", pgettext_lazy("notice", "Secrecy review passed")
    PUBLISHED = "published", pgettext_lazy("notice", "Open to objections")
    CONCLUDED = "concluded", pgettext_lazy("notice", "Concluded")


PUBLIC_STATES = (NoticeState.PUBLISHED, NoticeState.CONCLUDED)


class Weight(models.TextChoices):
    """What objections mean for one person so far; written by the objections' floor, without a word of their content."""

    NONE = "none", pgettext_lazy("objection", "nothing reported that stands in the way")
    OPEN = "open", pgettext_lazy("objection", "an objection is being examined")
    UNDETERMINED = "undetermined", pgettext_lazy("objection", "cannot be determined yet")
    BLOCKING = "blocking", pgettext_lazy("objection", "substantiated and affecting the appointment")


class Outcome(models.TextChoices):
    """What the notice came to, for each person by themselves (domain 1.1.5)."""

    PROCEED = "proceed", _("Proceed to appointment")
    NOT_APPOINTED = "not_appointed", _("Not appointed")
    DEFERRED = "deferred", _("Appointment deferred")


register(
    "notices.notice",
    {
        NoticeState.DRAFTED: (NoticeState.DRAFTED.label, "grey"),
        NoticeState.REVIEWED: (NoticeState.REVIEWED.label, "blue"),
        NoticeState.PUBLISHED: (NoticeState.PUBLISHED.label, "orange"),
        NoticeState.CONCLUDED: (NoticeState.CONCLUDED.label, "green"),
    },
)
