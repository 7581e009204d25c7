"""What the candidate reads about the way of the file: the next step in every state, and what each verb did."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from screening.applications.states.life import Gate, Section, State

NOTHING_TO_DO = _("This application has ended. You are welcome to apply for other positions.")

NEXT_STEPS = {
    State.DRAFT: _("Complete every section and hand the application in before the deadline."),
    State.SUBMITTED: _("The office checks whether you meet the requirements. There is nothing for you to do; we write to you."),
    State.RETURNED: _("Answer the request for corrections and hand the application in again."),
    State.REOPENED: _("Hand in the new version before the deadline. Until then the version that you handed in before counts."),
    State.QUALIFIED: _("We invite you to the professional competence test by letter. The invitation says when you can sit it."),
    State.TESTED: _("Choose a time for your interview as soon as we write to you."),
    State.ASSESSED: _("The candidates for this position are being ranked. There is nothing for you to do."),
    State.NOMINATED: _("The final checks are under way. There is nothing for you to do."),
    State.RESERVED: _("You move up if a nominated candidate does not take the post. There is nothing for you to do."),
    State.CLEARED: _("The public notice is being prepared. There is nothing for you to do."),
    State.ANNOUNCED: _("Your name stands in the public notice until its period ends. There is nothing for you to do."),
    State.CONFIRMED: _("The recruiting authority prepares an offer for you."),
    State.DEFERRED: _("Something reported during the public notice is being clarified. We write to you once it is decided."),
    State.REVOKED: _("The letter tells you what you can do against the decision."),
    State.OFFERED: _("Read the offer, then accept or decline it."),
    State.APPOINTED: _("Your service page shows permits, first day and the people who help you."),
    State.REJECTED: _("The letter gives the reason and tells you what you can do."),
    State.DECLINED: NOTHING_TO_DO,
    State.WITHDRAWN: NOTHING_TO_DO,
    State.LAPSED: NOTHING_TO_DO,
}

# In these something is asked of the candidate.
ASKED = (State.DRAFT, State.RETURNED, State.REOPENED, State.OFFERED)

# Verb of the audit → what it was, in the candidate's words; what is not here is no business of the timeline.
TIMELINE = {
    "begin": _("You began the application."),
    "submit": _("You handed the application in."),
    "send_back": _("The office asked you for corrections."),
    "resubmit": _("You handed in the corrections."),
    "reopen": _("You opened the application for changes."),
    "renew": _("You handed in a new version."),
    "restore": _("The version handed in before was kept."),
    "qualify": _("The qualification check was passed."),
    "examine": _("The professional competence test was passed."),
    "assess": _("The cross-cultural assessment was passed."),
    "nominate": _("You were nominated for appointment."),
    "reserve": _("You were placed on the reserve list."),
    "clear": _("The final checks were completed."),
    "announce": _("Your name was published in the public notice."),
    "confirm": _("The public notice was concluded; the appointment goes on."),
    "defer": _("The public notice was concluded; the appointment was deferred."),
    "revoke": _("After the public notice it was decided not to appoint you."),
    "offer": _("You received an offer."),
    "appoint": _("You were appointed."),
    "decline": _("You declined the offer."),
    "reject": _("The application was not successful."),
    "withdraw": _("You withdrew the application."),
    "lapse": _("The application lapsed."),
}
VERB_PREFIX = "screening.application."

# The security review is never named while it is under way, so that its course shows nothing.
GATE_NAMES = {
    Gate.QUALIFICATION: Gate.QUALIFICATION.label,
    Gate.COMPETENCE: Gate.COMPETENCE.label,
    Gate.CROSSCULTURAL: Gate.CROSSCULTURAL.label,
    Gate.SECURITY: pgettext_lazy("gate", "Final checks"),
    Gate.NOTICE: Gate.NOTICE.label,
}

SECTION_HINTS = {
    Section.IDENTITY: _("Passport, names, nationality, telephone"),
    Section.EDUCATION: _("Your degrees, and certificates of a profession"),
    Section.WORK: _("Your employments, and what you did between them"),
    Section.LANGUAGES: _("Mother tongue, tests and certificates"),
    Section.COMPETENCIES: _("What you can do, with proof; motivation and two case studies"),
    Section.REFEREES: _("Two or three people whom we ask about you"),
    Section.DOCUMENTS: _("Scans of the papers that this position asks for"),
    Section.INTERESTS: _("Relatives, employers and officials you know"),
    Section.ADJUSTMENTS: _("What would help you in the test and the interview"),
    Section.DECLARATIONS: _("Declarations, and consents one by one"),
}
