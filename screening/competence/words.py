"""The timeline's words for what happens to questions, papers, sittings and markings."""

from django.utils.translation import gettext_lazy as _

from recruitment.audit.words import register

register(
    {
        "screening.paper.seal": _("Paper sealed"),
        "screening.question.write": _("Question written"),
        "screening.question.attach": _("File added to a question"),
        "screening.question.read": _("Question looked at"),
        "screening.question.propose": _("Question proposed for review"),
        "screening.question.approve": _("Question approved"),
        "screening.question.send_back": _("Question sent back"),
        "screening.question.retire": _("Question retired"),
        "screening.paper.compose": _("Questions put into the paper"),
        "screening.paper.turn": _("First key of the paper turned"),
        "screening.paper.open": _("Paper opened"),
        "screening.paper.close": _("Paper closed"),
        "screening.paper.read": _("Paper looked at"),
        "screening.paper.invite": _("Candidates invited to the test"),
        "screening.paper.assign": _("Scripts given to markers"),
        "screening.sitting.start": _("Test started"),
        "screening.sitting.hand_in": _("Test handed in"),
        "screening.sitting.expire": _("Test handed in by the clock"),
        "screening.sitting.miss": _("Test not taken"),
        "screening.sitting.identify": _("Identity checked"),
        "screening.sitting.read_identity": _("Passport data looked at"),
        "screening.sitting.pause": _("Clock stopped"),
        "screening.sitting.resume": _("Clock running again"),
        "screening.sitting.moderate": _("Score moderated"),
        "screening.sitting.ask": _("Question for the interview proposed"),
        "screening.sitting.extend": _("Additional time given"),
        "screening.sitting.read": _("Script looked at"),
        "screening.sitting.conclude": _("Test result established"),
        "screening.marking.mark": _("Marks saved as a draft"),
        "screening.marking.lock": _("Marks locked"),
    }
)
