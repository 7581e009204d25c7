"""The timeline's words for what happens to booklets, slots, interviews and sheets."""

from django.utils.translation import gettext_lazy as _

from recruitment.audit.words import register

register(
    {
        "screening.booklet.seal": _("Question booklet sealed"),
        "screening.booklet.read": _("Question booklet looked at"),
        "screening.panel.offer": _("Interview slots offered"),
        "screening.panel.invite": _("Candidates invited to interviews"),
        "screening.interview.book": _("Interview slot chosen"),
        "screening.interview.move": _("Interview slot moved"),
        "screening.interview.read": _("Interview looked at"),
        "screening.interview.conclude": _("Interview result established"),
        "screening.interview.miss": _("Interview not attended"),
        "screening.sheet.rate": _("Ratings saved as a draft"),
        "screening.sheet.lock": _("Ratings locked"),
    }
)
