"""What stands around a review: organs that are asked, their answers by code, what appointees report."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class OrganKind(models.TextChoices):
    """Which organ is asked, by application and outside this system (domain 4.11)."""

    PUBLIC_SECURITY = "public_security", _("Public security organ")
    STATE_SECURITY = "state_security", _("State security organ")
    FOREIGN_AFFAIRS = "foreign_affairs", _("Foreign affairs office")
    EMPLOYING_UNIT = "employing_unit", _("Employing unit")
    OTHER = "other", pgettext_lazy("organ", "Another competent organ")


class AnswerCode(models.TextChoices):
    """All that is entered of an answer; its content stays outside."""

    NOTHING_KNOWN = "1", pgettext_lazy("answer of an organ", "1: nothing that stands against it")
    SEE_FILE = "2", pgettext_lazy("answer of an organ", "2: see the file kept outside")
    NO_ANSWER = "3", pgettext_lazy("answer of an organ", "3: no answer is given")
    NOT_COMPETENT = "4", pgettext_lazy("answer of an organ", "4: not competent")


class ChangeKind(models.TextChoices):
    """What an appointee reports while in service (domain 4.12)."""

    MARRIAGE = "marriage", _("Marriage or separation")
    NATIONALITY = "nationality", _("A new nationality or residence right")
    BUSINESS = "business", _("A new business interest or outside activity")
    DEBTS = "debts", _("Large debts")
    CONTACT = "contact", _("Contact by a foreign service")
    OTHER = "other", pgettext_lazy("change of circumstances", "Something else that bears on the duty")
