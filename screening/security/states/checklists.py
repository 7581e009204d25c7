"""What is looked at in each dimension: only what bears on the duty and is lawful here (domain 4.2).

Of the thirteen guidelines of SEAD 4 those on sexual behaviour, psychological conditions, alcohol and drugs are not here, and must not be added.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from screening.security.states.reviews import Dimension


class Topic(models.TextChoices):
    """One thing that a reviewer looks at."""

    TRUTHFULNESS = "truthfulness", _("What was declared is complete and true")
    GOVERNMENT_TIES = "government_ties", _("Ties to a foreign government or its services")
    CRIMINAL = "criminal", _("Criminal record, with its weight and its age")
    INFORMATION = "information", _("Handling of protected information in earlier duties")
    FINANCIAL = "financial", _("Debts or payments that could make dependent")
    INTERESTS = "interests", _("Conflicts of interest with the department or its partners")
    OUTSIDE = "outside", _("Outside activities and posts held beside the duty")
    DECLARED_ACCOUNTS = "declared_accounts", _("Professional accounts that the person declared, as far as they are public")
    PUBLIC_CONDUCT = "public_conduct", _("Lawfully public statements that bear on the duty, with address and date")


CHECKLISTS: dict[str, tuple[Topic, ...]] = {
    Dimension.POLITICAL: (Topic.TRUTHFULNESS, Topic.GOVERNMENT_TIES, Topic.CRIMINAL, Topic.INFORMATION),
    Dimension.BUSINESS: (Topic.TRUTHFULNESS, Topic.FINANCIAL, Topic.INTERESTS, Topic.OUTSIDE),
    Dimension.ONLINE: (Topic.TRUTHFULNESS, Topic.DECLARED_ACCOUNTS, Topic.PUBLIC_CONDUCT),
}
