"""The words of an appointment."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from recruitment.core.badges import register


class AppointmentState(models.TextChoices):
    """From the offer to the end of service."""

    OFFERED = "offered", pgettext_lazy("appointment", "Offered")
    ACCEPTED = "accepted", pgettext_lazy("appointment", "Accepted")
    DECLINED = "declined", pgettext_lazy("appointment", "Declined")
    CONTRACTED = "contracted", pgettext_lazy("appointment", "Contract signed")
    FILED = "filed", pgettext_lazy("appointment", "Contract in force")
    SERVING = "serving", pgettext_lazy("appointment", "In service, on probation")
    CONFIRMED = "confirmed", pgettext_lazy("appointment", "In service")
    ENDED = "ended", pgettext_lazy("appointment", "Ended")


IN_FORCE = (AppointmentState.FILED, AppointmentState.SERVING, AppointmentState.CONFIRMED)
IN_SERVICE = (AppointmentState.SERVING, AppointmentState.CONFIRMED)

register(
    "appointments.appointment",
    {
        AppointmentState.OFFERED: (AppointmentState.OFFERED.label, "orange"),
        AppointmentState.ACCEPTED: (AppointmentState.ACCEPTED.label, "blue"),
        AppointmentState.DECLINED: (AppointmentState.DECLINED.label, "grey"),
        AppointmentState.CONTRACTED: (AppointmentState.CONTRACTED.label, "blue"),
        AppointmentState.FILED: (AppointmentState.FILED.label, "teal"),
        AppointmentState.SERVING: (AppointmentState.SERVING.label, "green"),
        AppointmentState.CONFIRMED: (AppointmentState.CONFIRMED.label, "green"),
        AppointmentState.ENDED: (AppointmentState.ENDED.label, "grey"),
    },
)


class PermitKind(models.TextChoices):
    """What lets a foreigner work and live here (Exit and Entry Administration Law, art. 41, 48)."""

    WORK_PERMIT = "work_permit", _("Foreigner's work permit")
    RESIDENCE_PERMIT = "residence_permit", _("Residence permit for work")
    PERMANENT_RESIDENCE = "permanent_residence", _("Permanent residence")


class PermitClass(models.TextChoices):
    """Classes of the work permit."""

    A = "A", _("Class A")
    B = "B", _("Class B")
    C = "C", _("Class C")


class FilingKind(models.TextChoices):
    """What of a contract is filed (Civil Servants Law, art. 102)."""

    CONCLUSION = "conclusion", _("Conclusion of the contract")
    CHANGE = "change", _("Change of the contract")
    TERMINATION = "termination", _("Termination of contract")
