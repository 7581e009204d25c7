"""The words of privacy: what somebody consents to, what they did, and on what basis data are processed."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ConsentKind(models.TextChoices):
    """Everything that is asked for separately (PIPL Art. 23, 25, 29, 31, 39)."""

    PRIVACY_NOTICE = "privacy_notice", _("Notice on personal information")
    PUBLICATION = "publication", _("Publication in the public notice")
    CRIMINAL_RECORD = "criminal_record", _("Certificate of no criminal record")
    EXTERNAL_ASSESSORS = "external_assessors", _("Assessors from outside institutions")
    HEALTH = "health", _("Health data")
    PSYCHOLOGICAL_TEST = "psychological_test", _("Psychological assessment")
    RECORDING = "recording", _("Recording of interviews")
    CROSS_BORDER = "cross_border", _("Reading by observers abroad")
    CHILDREN = "children", _("Data of children")


# Without these an application cannot be examined or concluded; the texts say so openly (PIPL Art. 16).
REQUIRED_FOR_APPLICATION = (
    ConsentKind.PRIVACY_NOTICE,
    ConsentKind.PUBLICATION,
    ConsentKind.CRIMINAL_RECORD,
    ConsentKind.EXTERNAL_ASSESSORS,
)


class ConsentEvent(models.TextChoices):
    """What a line of the consent ledger says."""

    GIVEN = "given", pgettext_lazy("consent", "Given")
    WITHDRAWN = "withdrawn", pgettext_lazy("consent", "Withdrawn")


CONSENT_BADGES = {
    ConsentEvent.GIVEN: (ConsentEvent.GIVEN.label, "green"),
    ConsentEvent.WITHDRAWN: (ConsentEvent.WITHDRAWN.label, "grey"),
}


class LegalBasis(models.TextChoices):
    """Why the portal may process something (PIPL Art. 13, 29); not everything is consent."""

    CONSENT = "consent", _("Consent")
    SEPARATE_CONSENT = "separate_consent", _("Separate consent")
    CONTRACT = "contract", _("Needed to conclude or carry out the contract")
    DUTY = "duty", _("Duty or power laid down by law")
    SECURITY = "security", _("Security of the system")


def is_required(kind: str) -> bool:
    """Whether an application cannot go on without this consent."""
    return kind in REQUIRED_FOR_APPLICATION
