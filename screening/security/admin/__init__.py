"""The compartment's desk. The site shows it to members alone; being a superuser opens nothing."""

from screening.security.admin.around import ChangeAdmin, ReferralAdmin, TraceAdmin
from screening.security.admin.members import EmergencyAdmin, MembershipAdmin, RiskAdmin
from screening.security.admin.reviews import ReviewAdmin

__all__ = ["ChangeAdmin", "EmergencyAdmin", "MembershipAdmin", "ReferralAdmin", "ReviewAdmin", "RiskAdmin", "TraceAdmin"]
