"""The timeline's words for requests about personal information."""

from django.utils.translation import gettext_lazy as _

from recruitment.audit.words import register

register(
    {
        "rights.request.ask": _("Request about personal data received"),
        "rights.request.fulfil": _("Request about personal data fulfilled"),
        "rights.request.refuse": _("Request about personal data refused"),
        "rights.request.escalate": _("Overdue request escalated"),
        "rights.request.read": _("Request read"),
        "rights.parcel.take": _("Whole application downloaded by its candidate"),
        "rights.copy.issue": _("Copy of one’s own data prepared"),
    }
)
