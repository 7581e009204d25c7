"""The timeline's words for what happens to a file."""

from django.utils.translation import gettext_lazy as _

from recruitment.audit.words import register

OFFICE = {
    "screening.application.begin": _("Application begun"),
    "screening.application.discard": _("Draft deleted"),
    "screening.application.submit": _("Application submitted"),
    "screening.application.send_back": _("Corrections requested"),
    "screening.application.amend": _("Answers changed after a request for corrections"),
    "screening.application.resubmit": _("Corrections handed in"),
    "screening.application.qualify": _("Qualification check passed"),
    "screening.application.examine": _("Professional competence test passed"),
    "screening.application.assess": _("Cross-cultural assessment passed"),
    "screening.application.nominate": _("Nominated"),
    "screening.application.reserve": _("Placed on the reserve list"),
    "screening.application.clear": _("Cleared for public notice"),
    "screening.application.announce": _("Named in a public notice"),
    "screening.application.confirm": _("Confirmed after the public notice"),
    "screening.application.defer": _("Deferred after the public notice"),
    "screening.application.revoke": _("Not appointed after the public notice"),
    "screening.application.offer": _("Offer made"),
    "screening.application.appoint": _("Appointed"),
    "screening.application.decline": _("Offer declined"),
    "screening.application.reject": _("Rejection decided"),
    "screening.application.propose_rejection": _("Rejection proposed"),
    "screening.application.withdraw": _("Application withdrawn"),
    "screening.application.lapse": _("Application lapsed"),
    "screening.application.assign": _("Assigned to an officer"),
    "screening.application.record_gate": _("Gate result recorded"),
    "screening.application.score": _("Score recorded"),
    "screening.application.warn_of_expiry": _("Candidate told that a paper lapses"),
    "screening.application.read": _("File read"),
    "screening.application.copy_answers": _("Answers copied from an earlier application"),
    "screening.referee.ask": _("Reference asked for"),
    "screening.referee.remind": _("Referee reminded"),
    "screening.referee.withdraw": _("Request for a reference withdrawn"),
    "screening.referee.answer": _("Reference received"),
    "screening.referee.decline": _("Referee declined to answer"),
    "screening.referee.receive_on_paper": _("Reference on paper recorded"),
    "screening.referee.read": _("Reference read"),
}

register(OFFICE)
