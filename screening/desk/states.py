"""What the officers do next, and by which reasons a stage can end a file."""

from django.utils.translation import gettext_lazy as _

from recruitment.accounts.roles import Role
from screening.applications.states import RejectionReason, State

TASKS = {
    State.SUBMITTED: _("Check the requirements and decide"),
    State.QUALIFIED: _("Hold the competence test and establish its result"),
    State.TESTED: _("Hold the interview and establish its result"),
    State.ASSESSED: _("Rank the candidates of the position"),
    State.CONFIRMED: _("Make the offer"),
}
REJECTION_PROPOSED = _("Decide on the proposed rejection as second person")
GATE_NOT_PASSED = _("A gate was not passed: propose the rejection")

PROOF_OVERDUE = _("A proof that was to follow is overdue: record it, agree on a later day, or propose the rejection")
PUBLICATION_WITHDRAWN = _("Consent to publication withdrawn: speak with the candidate; without it nobody is nominated")
# Here a withdrawn consent to publication stops the file, and somebody has to speak with the candidate.
HELD_IN = (State.ASSESSED, State.RESERVED, State.NOMINATED, State.CLEARED)

# The states in which a file waits for somebody with the role.
WAITING_FOR = {
    Role.QUALIFICATION_OFFICER: (State.SUBMITTED,),
    Role.HR_OFFICER: (State.QUALIFIED, State.TESTED, State.ASSESSED, State.CONFIRMED),
}

_ALWAYS = (RejectionReason.FALSE_STATEMENT,)
REASONS = {
    State.SUBMITTED: (RejectionReason.REQUIREMENT_NOT_MET, RejectionReason.EVIDENCE_MISSING, *_ALWAYS),
    State.RETURNED: (RejectionReason.EVIDENCE_MISSING, RejectionReason.REQUIREMENT_NOT_MET, *_ALWAYS),
    State.QUALIFIED: (RejectionReason.TEST_BELOW_MINIMUM, RejectionReason.DID_NOT_ATTEND, *_ALWAYS),
    State.TESTED: (RejectionReason.ASSESSMENT_BELOW_MINIMUM, RejectionReason.DID_NOT_ATTEND, *_ALWAYS),
    State.ASSESSED: (RejectionReason.RANKED_BELOW, *_ALWAYS),
    State.RESERVED: (RejectionReason.RANKED_BELOW, *_ALWAYS),
    State.NOMINATED: (RejectionReason.REVIEW_NOT_PASSED, *_ALWAYS),
}

# Where the work of a state is done, outside the dossier: address of the list, and the words of the link.
ELSEWHERE = {
    State.QUALIFIED: ("admin:competence_paper_changelist", _("Test papers of this position")),
    State.TESTED: ("admin:crosscultural_interviewpanel_changelist", _("Interview boards of this position")),
    State.ASSESSED: ("admin:merit_meritlist_changelist", _("Merit lists of this position")),
    State.RESERVED: ("admin:merit_meritlist_changelist", _("Merit lists of this position")),
    State.CONFIRMED: ("admin:appointments_appointment_add", _("Offers to be made")),
}

GATE_BADGES = {"pending": "grey", "passed": "green", "not_passed": "red", "deferred": "orange"}
