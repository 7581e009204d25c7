"""The timeline's words for what happens to panels and recusals."""

from django.utils.translation import gettext_lazy as _

from recruitment.audit.words import register

register(
    {
        "screening.panel.compose": _("Panel set up"),
        "screening.panel.seat": _("Seat given"),
        "screening.panel.unseat": _("Seat ended"),
        "screening.recusal.recuse": _("Recusal"),
    }
)
