"""What an application is made of."""

from screening.applications.models.adjustments import Adjustment, Arrangement
from screening.applications.models.application import Application, Rejection, SectionProgress
from screening.applications.models.following import LateRequest, MissedPromise, Version
from screening.applications.models.papers import ExpiryWarning, PaperFacts, WarningStep
from screening.applications.models.referees import Referee, Reference
from screening.applications.models.sections import (
    Attachment,
    Certificate,
    CompetencyEvidence,
    Declaration,
    Education,
    Employment,
    Identity,
    Interest,
    LanguageEvidence,
    Pause,
)

__all__ = [
    "Adjustment",
    "Application",
    "Arrangement",
    "Attachment",
    "Certificate",
    "CompetencyEvidence",
    "Declaration",
    "Education",
    "Employment",
    "ExpiryWarning",
    "Identity",
    "Interest",
    "LanguageEvidence",
    "LateRequest",
    "MissedPromise",
    "PaperFacts",
    "Pause",
    "Referee",
    "Reference",
    "Rejection",
    "SectionProgress",
    "Version",
    "WarningStep",
]
