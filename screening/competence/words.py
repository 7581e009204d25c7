"""The timeline's words for what happens to papers, sittings and markings."""

from django.utils.translation import gettext_lazy as _

from recruitment.audit.words import register

register(
    {
        "screening.paper.seal": _("Paper sealed"),
        "screening.paper.open": _("Paper opened"),
        "screening.paper.close": _("Paper closed"),
        "screening.paper.read": _("Paper looked at"),
        "screening.paper.invite": _("Candidates invited to the test"),
        "screening.paper.assign": _("Scripts given to markers"),
        "screening.sitting.start": _("Test started"),
        "screening.sitting.hand_in": _("Test handed in"),
        "screening.sitting.expire": _("Test handed in by the clock"),
        "screening.sitting.miss": _("Test not taken"),
        "screening.sitting.extend": _("Additional time given"),
        "screening.sitting.read": _("Script looked at"),
        "screening.sitting.conclude": _("Test result established"),
        "screening.marking.mark": _("Marks saved as a draft"),
        "screening.marking.lock": _("Marks locked"),
    }
)
