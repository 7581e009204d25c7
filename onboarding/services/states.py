"""The words of life services."""

from django.db import models
from django.utils.translation import pgettext_lazy

from recruitment.core.badges import register


class CaseState(models.TextChoices):
    """A request is opened, taken by a specialist, closed."""

    OPENED = "opened", pgettext_lazy("service request", "Opened")
    TAKEN = "taken", pgettext_lazy("service request", "In hand")
    CLOSED = "closed", pgettext_lazy("service request", "Closed")


class Grade(models.IntegerChoices):
    """The five grades of the service rating (State Council Office 2019 no. 51)."""

    VERY_SATISFIED = 5, pgettext_lazy("service rating", "Very satisfied")
    SATISFIED = 4, pgettext_lazy("service rating", "Satisfied")
    FAIR = 3, pgettext_lazy("service rating", "Fairly satisfied")
    DISSATISFIED = 2, pgettext_lazy("service rating", "Dissatisfied")
    VERY_DISSATISFIED = 1, pgettext_lazy("service rating", "Very dissatisfied")


register(
    "services.case",
    {
        CaseState.OPENED: (CaseState.OPENED.label, "orange"),
        CaseState.TAKEN: (CaseState.TAKEN.label, "blue"),
        CaseState.CLOSED: (CaseState.CLOSED.label, "green"),
    },
)
