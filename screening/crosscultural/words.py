"""The timeline's words for what happens to booklets, slots, interviews and sheets."""

from django.utils.translation import gettext_lazy as _

from recruitment.audit.words import register

register(
    {
        "screening.booklet.seal": _("Question booklet sealed"),
        "screening.booklet.turn": _("First key of the question booklet turned"),
        "screening.booklet.open": _("Question booklet opened"),
        "screening.booklet.read": _("Question booklet looked at"),
        "screening.panel.offer": _("Interview slots offered"),
        "screening.panel.invite": _("Candidates invited to interviews"),
        "screening.interview.book": _("Interview slot chosen"),
        "screening.interview.move": _("Interview slot moved"),
        "screening.interview.read": _("Interview looked at"),
        "screening.interview.extend": _("Additional minutes given"),
        "screening.interview.moderate": _("Points moderated after the discussion"),
        "screening.interview.note": _("Joint note written"),
        "screening.interview.register": _("Recording entered"),
        "screening.interview.add_result": _("Result of a licensed instrument entered"),
        "screening.booking.remind": _("Candidates and panels reminded"),
        "screening.recording.destroy": _("Recording destroyed"),
        "screening.recording.withdraw": _("Consent to the recording withdrawn"),
        "screening.inventory.begin": _("Questionnaire begun"),
        "screening.inventory.keep": _("Questionnaire saved"),
        "screening.inventory.finish": _("Questionnaire scored, single answers deleted"),
        "screening.inventory.forget": _("Questionnaire and results deleted"),
        "screening.interview.conclude": _("Interview result established"),
        "screening.interview.miss": _("Interview not attended"),
        "screening.sheet.rate": _("Ratings saved as a draft"),
        "screening.sheet.lock": _("Ratings locked"),
    }
)
