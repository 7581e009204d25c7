"""The compartment: tables of a schema of its own, readable by one database role, without a key to any other table."""

from screening.security.models.around import Hearing, Referral
from screening.security.models.declarations import Change, Declaration, Draft
from screening.security.models.members import EmergencyAccess, Membership, RiskAssessment
from screening.security.models.reviews import Judgement, Review, Signature, Trace

__all__ = [
    "Change",
    "Declaration",
    "Draft",
    "EmergencyAccess",
    "Hearing",
    "Judgement",
    "Membership",
    "Referral",
    "Review",
    "RiskAssessment",
    "Signature",
    "Trace",
]
