"""What a candidate declares, list by list."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(models.TextChoices):
    """One list of the declaration."""

    RESIDENCE = "residence", pgettext_lazy("declaration", "Where you lived")
    EMPLOYMENT = "employment", pgettext_lazy("declaration", "Where you worked")
    EDUCATION = "education", pgettext_lazy("declaration", "Where you studied")
    OTHER_TIME = "other_time", pgettext_lazy("declaration", "Other times: looking for work, family, travel")
    INTEREST = "interest", pgettext_lazy("declaration", "Business interests")
    ACCOUNT = "account", pgettext_lazy("declaration", "Public professional accounts")


# Times that leave no gap: where somebody lived, and what they did.
LIVED = (Kind.RESIDENCE,)
BUSY = (Kind.EMPLOYMENT, Kind.EDUCATION, Kind.OTHER_TIME)
PERIODS = (*LIVED, *BUSY)
# Lists of which somebody says that there is nothing.
LISTS = (Kind.INTEREST, Kind.ACCOUNT)
TITLES = {
    Kind.RESIDENCE: _("A place of residence"),
    Kind.EMPLOYMENT: _("An employment"),
    Kind.EDUCATION: _("A course of study"),
    Kind.OTHER_TIME: _("Another time"),
    Kind.INTEREST: _("A business interest"),
    Kind.ACCOUNT: _("A public professional account"),
}
