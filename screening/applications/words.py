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
    "screening.application.reopen": _("Opened for changes by the candidate"),
    "screening.application.renew": _("New version handed in"),
    "screening.application.restore": _("Version handed in before kept"),
    "screening.application.ask_late": _("Late submission asked for"),
    "screening.application.approve_late": _("Late submission approved"),
    "screening.application.refuse_late": _("Late submission refused"),
    "screening.application.miss_promise": _("Promised day missed"),
    "screening.application.hold": _("Publication consent withdrawn: stops before the nomination"),
    "screening.application.unhold": _("Publication consent given again"),
    "screening.application.warn_purge": _("Deletion announced"),
    "screening.application.purge": _("Content deleted"),
    "screening.application.print_answers": _("Answers printed by the candidate"),
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
    "screening.application.read": _("File read"),
}

register(OFFICE)
