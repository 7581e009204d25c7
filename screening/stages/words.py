"""The timeline's words for what happens to stages."""

from django.utils.translation import gettext_lazy as _

from recruitment.audit.words import register

register(
    {
        "screening.stage.stop": _("Stage stopped"),
        "screening.stage.propose_lift": _("Lifting of the stop proposed"),
        "screening.stage.lift": _("Stop lifted"),
        "screening.stage.close": _("Stage closed"),
        "screening.stage.record_quality": _("Quality report recorded"),
        "screening.stage.explain": _("Red item of the quality report explained"),
    }
)
