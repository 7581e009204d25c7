"""What an application is made of."""

from screening.applications.models.application import Application, Rejection, SectionProgress
from screening.applications.models.following import LateRequest, MissedPromise, Version
from screening.applications.models.sections import Attachment, Declaration, Education, Employment, Identity, LanguageEvidence

__all__ = [
    "Application",
    "Attachment",
    "Declaration",
    "Education",
    "Employment",
    "Identity",
    "LanguageEvidence",
    "LateRequest",
    "MissedPromise",
    "Rejection",
    "SectionProgress",
    "Version",
]
