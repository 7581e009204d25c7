"""The states of an application, their groups, the words each reader sees, the gates, and the coded reasons."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from recruitment.core.badges import register


class State(models.TextChoices):
    """Where the file is; the labels are the officers' words."""

    DRAFT = "draft", pgettext_lazy("state", "Draft")
    SUBMITTED = "submitted", pgettext_lazy("state", "Submitted")
    RETURNED = "returned", pgettext_lazy("state", "Returned for correction")
    REOPENED = "reopened", pgettext_lazy("state", "Being changed by the candidate")
    QUALIFIED = "qualified", pgettext_lazy("state", "Qualified")
    TESTED = "tested", pgettext_lazy("state", "Tested")
    ASSESSED = "assessed", pgettext_lazy("state", "Assessed")
    NOMINATED = "nominated", pgettext_lazy("state", "Nominated")
    RESERVED = "reserved", pgettext_lazy("state", "On the reserve list")
    CLEARED = "cleared", pgettext_lazy("state", "Cleared for notice")
    ANNOUNCED = "announced", pgettext_lazy("state", "On public notice")
    CONFIRMED = "confirmed", pgettext_lazy("state", "Confirmed")
    DEFERRED = "deferred", pgettext_lazy("state", "Deferred")
    REVOKED = "revoked", pgettext_lazy("state", "Revoked")
    OFFERED = "offered", pgettext_lazy("state", "Offered")
    APPOINTED = "appointed", pgettext_lazy("state", "Appointed")
    DECLINED = "declined", pgettext_lazy("state", "Declined")
    REJECTED = "rejected", pgettext_lazy("state", "Not successful")
    WITHDRAWN = "withdrawn", pgettext_lazy("state", "Withdrawn")
    LAPSED = "lapsed", pgettext_lazy("state", "Lapsed")


PREPARING = (State.DRAFT, State.RETURNED, State.REOPENED)
# What is being written belongs to its writer; an officer sees what was handed in.
UNSEEN_BY_OFFICE = (State.DRAFT, State.REOPENED)
IN_REVIEW = (State.SUBMITTED, State.QUALIFIED, State.TESTED, State.ASSESSED, State.NOMINATED, State.RESERVED, State.CLEARED)
IN_NOTICE = (State.ANNOUNCED, State.DEFERRED)
SUCCEEDED = (State.CONFIRMED, State.OFFERED, State.APPOINTED)
ENDED = (State.REVOKED, State.DECLINED, State.REJECTED, State.WITHDRAWN, State.LAPSED)

GROUPS = {
    "preparing": (pgettext_lazy("group of states", "In the candidate's hands"), PREPARING),
    "in_review": (pgettext_lazy("group of states", "In selection"), IN_REVIEW),
    "in_notice": (pgettext_lazy("group of states", "On public notice"), IN_NOTICE),
    "succeeded": (pgettext_lazy("group of states", "Proceeding to appointment"), SUCCEEDED),
    "ended": (pgettext_lazy("group of states", "Ended"), ENDED),
}

# Once a stage is passed it stays passed: these sets grow shorter along the life.
NEEDS_NOTICE = (State.CONFIRMED, State.OFFERED, State.APPOINTED, State.DECLINED)
NEEDS_SECURITY = (State.CLEARED, State.ANNOUNCED, State.DEFERRED, State.REVOKED, *NEEDS_NOTICE)
NEEDS_CROSSCULTURAL = (State.ASSESSED, State.NOMINATED, State.RESERVED, *NEEDS_SECURITY)
NEEDS_COMPETENCE = (State.TESTED, *NEEDS_CROSSCULTURAL)
NEEDS_QUALIFICATION = (State.QUALIFIED, *NEEDS_COMPETENCE)

# Until the interview somebody else can be named in the place of a referee who does not answer.
NAMING = (*PREPARING, State.SUBMITTED, State.QUALIFIED, State.TESTED)

LIVE = tuple(state for state in State if state not in ENDED and state != State.APPOINTED)


# What the candidate reads; the security review is never named while it is under way, so that its course shows nothing.
PUBLIC_LABELS = {
    State.DRAFT: (_("Draft, not yet submitted"), "grey"),
    State.SUBMITTED: (_("Received, qualification check under way"), "blue"),
    State.RETURNED: (_("Corrections needed from you"), "orange"),
    State.REOPENED: (_("Opened by you for changes"), "yellow"),
    State.QUALIFIED: (_("Qualification check passed, competence test next"), "blue"),
    State.TESTED: (_("Competence test passed, interview next"), "blue"),
    State.ASSESSED: (_("Assessment completed, ranking under way"), "blue"),
    State.NOMINATED: (_("Nominated, final checks under way"), "teal"),
    State.RESERVED: (_("On the reserve list"), "yellow"),
    State.CLEARED: (_("Nominated, public notice in preparation"), "teal"),
    State.ANNOUNCED: (_("Named in the public notice"), "teal"),
    State.CONFIRMED: (_("Public notice concluded, offer in preparation"), "green"),
    State.DEFERRED: (_("Public notice concluded, appointment deferred"), "orange"),
    State.REVOKED: (_("Not appointed after the public notice"), "red"),
    State.OFFERED: (_("Offer waiting for your answer"), "green"),
    State.APPOINTED: (_("Appointed"), "green"),
    State.DECLINED: (_("Offer declined by you"), "grey"),
    State.REJECTED: (_("Not successful"), "red"),
    State.WITHDRAWN: (_("Withdrawn by you"), "grey"),
    State.LAPSED: (_("Lapsed"), "grey"),
}

register("applications.application", {state: (state.label, colour) for state, (_label, colour) in PUBLIC_LABELS.items()})
register("applications.application", PUBLIC_LABELS, audience="candidate")


class Gate(models.TextChoices):
    """The doors a file passes; each is decided on a floor of its own and leaves one result here."""

    QUALIFICATION = "qualification", _("Qualification check")
    COMPETENCE = "competence", _("Professional competence test")
    CROSSCULTURAL = "crosscultural", _("Cross-cultural assessment")
    SECURITY = "security", _("Security review")
    NOTICE = "notice", _("Public notice")


class GateResult(models.TextChoices):
    """All that a floor tells of its decision."""

    PENDING = "pending", pgettext_lazy("gate result", "pending")
    PASSED = "passed", pgettext_lazy("gate result", "passed")
    NOT_PASSED = "not_passed", pgettext_lazy("gate result", "not passed")
    DEFERRED = "deferred", pgettext_lazy("gate result", "deferred")


class RejectionReason(models.TextChoices):
    """Coded reasons; the letter adds the officer's own sentence."""

    REQUIREMENT_NOT_MET = "requirement_not_met", _("A requirement of the position is not met")
    EVIDENCE_MISSING = "evidence_missing", _("The evidence asked for was not provided")
    TEST_BELOW_MINIMUM = "test_below_minimum", _("Result of the competence test below the pass mark")
    ASSESSMENT_BELOW_MINIMUM = "assessment_below_minimum", _("Result of the interview below the pass mark")
    RANKED_BELOW = "ranked_below", _("Other candidates ranked higher")
    REVIEW_NOT_PASSED = "review_not_passed", _("Security review not passed")
    FALSE_STATEMENT = "false_statement", _("False statement in the application")
    DID_NOT_ATTEND = "did_not_attend", _("Did not take part in the test or interview")


class WithdrawalReason(models.TextChoices):
    """Why somebody withdraws, if they like to say; the office learns from it and nobody is judged by it."""

    OTHER_OFFER = "other_offer", _("I have accepted another offer")
    TERMS = "terms", _("The terms of the position do not suit me")
    FAMILY = "family", _("Family or health")
    DURATION = "duration", _("The selection takes too long")
    DOCUMENTS = "documents", _("I cannot get the documents in time")
    CONSENT = "consent", _("I have withdrawn a consent that an application needs")
    OTHER = "other", _("Another reason")


class Section(models.TextChoices):
    """The parts of an application form, in their order."""

    IDENTITY = "identity", pgettext_lazy("section", "Identity")
    EDUCATION = "education", pgettext_lazy("section", "Education")
    WORK = "work", pgettext_lazy("section", "Work experience")
    LANGUAGES = "languages", pgettext_lazy("section", "Languages")
    COMPETENCIES = "competencies", pgettext_lazy("section", "Competencies and case studies")
    REFEREES = "referees", pgettext_lazy("section", "Referees")
    DOCUMENTS = "documents", pgettext_lazy("section", "Documents")
    INTERESTS = "interests", pgettext_lazy("section", "Conflicts of interest")
    ADJUSTMENTS = "adjustments", pgettext_lazy("section", "Adjustments")
    DECLARATIONS = "declarations", pgettext_lazy("section", "Declarations and consents")
