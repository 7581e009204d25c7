"""The timeline's words for what happens to merit lists."""

from django.utils.translation import gettext_lazy as _

from recruitment.audit.words import register

register(
    {
        "screening.meritlist.draw_up": _("Merit list drawn up"),
        "screening.meritlist.close": _("Merit list closed"),
        "screening.meritlist.discard": _("Merit list sent back"),
        "screening.shortlist.shortlist": _("Interview list made"),
        "screening.qualityreport.report": _("Quality report made"),
        "screening.meritlist.export": _("Merit list exported under candidate numbers"),
        "screening.meritlist.promote": _("Next on the reserve list moved up"),
    }
)
