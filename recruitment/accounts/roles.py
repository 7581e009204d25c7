"""The roles of the office, and which of them sit in the admin."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """Who somebody is in the office; a person may have several, except the three administrators."""

    CANDIDATE = "candidate", _("Candidate")
    HR_OFFICER = "hr_officer", _("HR officer")
    QUALIFICATION_OFFICER = "qualification_officer", _("Qualification officer")
    ASSESSOR = "assessor", _("Assessor")
    SETTER = "setter", _("Question setter")
    SECURITY_REVIEWER = "security_reviewer", _("Security review officer")
    OVERSIGHT_OBSERVER = "oversight_observer", _("Oversight observer")
    PUBLICITY_OFFICER = "publicity_officer", _("Publicity officer")
    MENTOR = "mentor", _("Mentor")
    SERVICE_SPECIALIST = "service_specialist", _("Multilingual service specialist")
    OFFICER_IN_SERVICE = "officer_in_service", _("Officer in service")
    SYSTEM_ADMINISTRATOR = "system_administrator", _("System administrator")
    SECURITY_ADMINISTRATOR = "security_administrator", _("Security administrator")
    AUDIT_ADMINISTRATOR = "audit_administrator", _("Audit administrator")


# MLPS 2.0 level 3, 8.1.4.2: the three administrators exclude one another.
ADMINISTRATORS = (Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR)

# These work in Django admin.
STAFF = (
    Role.HR_OFFICER,
    Role.QUALIFICATION_OFFICER,
    Role.SECURITY_REVIEWER,
    Role.PUBLICITY_OFFICER,
    Role.SERVICE_SPECIALIST,
    *ADMINISTRATORS,
)

# These are given for a department; "*" stands for all of them.
SCOPED = (Role.HR_OFFICER, Role.QUALIFICATION_OFFICER)
EVERYWHERE = "*"

# Everybody who decides about others needs a second factor outside the demo.
SECOND_FACTOR = (*STAFF, Role.ASSESSOR, Role.SETTER, Role.OVERSIGHT_OBSERVER, Role.MENTOR)
