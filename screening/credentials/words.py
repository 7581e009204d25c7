"""The timeline's words for what officers change in the tables of foreign papers."""

from django.utils.translation import gettext_lazy as _

from recruitment.audit.words import register

register(
    {
        "credentials.credential.add": _("Foreign paper added"),
        "credentials.credential.change": _("Foreign paper changed"),
        "credentials.country.add": _("Recognition of a country’s papers added"),
        "credentials.credential.verify": _("Foreign paper verified against its source"),
        "credentials.credential.doubt": _("Foreign paper no longer verified"),
        "credentials.country.verify": _("Recognition of a country’s papers verified against its source"),
        "credentials.country.doubt": _("Recognition of a country’s papers no longer verified"),
        "credentials.country.change": _("Recognition of a country’s papers changed"),
    }
)
