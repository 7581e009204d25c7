"""START HERE. The whole life of an application: from, to, who, under what condition, and nothing else.

A stage that is decided elsewhere records its gate result first; the verb's condition reads it. Rights are enforced by
`recruitment.audit.guard`, transactions and locks by `recruitment.core.moving`, letters by `actions`.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField, transition

from screening.applications import conditions as is_
from screening.applications import permissions as may
from screening.applications.states import LIVE, State


class Lifecycle(models.Model):
    """Draft → submitted ⇄ reopened | returned → qualified → tested → assessed → nominated | reserved → cleared → announced → … → appointed."""

    state = FSMField(_("state"), default=State.DRAFT, choices=State, protected=True, db_index=True)

    class Meta:
        abstract = True

    @transition(
        "state",
        State.DRAFT,
        State.SUBMITTED,
        permission=may.may_submit,
        conditions=[is_.is_complete, is_.is_before_deadline],
        custom={"label": _("Submit")},
    )
    def submit(self, *, by):
        """The candidate hands in a complete form before the deadline, once."""

    @transition(
        "state",
        State.SUBMITTED,
        State.REOPENED,
        permission=may.may_reopen,
        conditions=[is_.is_before_deadline],
        custom={"label": _("Change the application")},
    )
    def reopen(self, *, by):
        """Until the deadline the candidate may change what was handed in; the version handed in stays on record."""

    @transition(
        "state",
        State.REOPENED,
        State.SUBMITTED,
        permission=may.may_renew,
        conditions=[is_.is_complete, is_.is_before_deadline],
        custom={"label": _("Hand in the new version")},
    )
    def renew(self, *, by):
        """The changed form is handed in whole, under the same number and checked like the first time."""

    @transition("state", State.REOPENED, State.SUBMITTED, permission=may.may_restore, custom={"label": _("Keep the version handed in")})
    def restore(self, *, by):
        """Nobody loses an application by beginning to change it: the version handed in last counts."""

    @transition("state", State.SUBMITTED, State.RETURNED, permission=may.may_send_back, custom={"label": _("Request corrections")})
    def send_back(self, *, by):
        """The officer tells once and completely what is missing (Entry-Exit Regulations, art. 13)."""

    @transition(
        "state",
        State.RETURNED,
        State.SUBMITTED,
        permission=may.may_resubmit,
        conditions=[is_.is_complete, is_.is_before_correction_deadline],
        custom={"label": _("Hand in corrections")},
    )
    def resubmit(self, *, by):
        """The candidate answers the request within its time."""

    @transition(
        "state",
        State.SUBMITTED,
        State.QUALIFIED,
        permission=may.may_qualify,
        conditions=[is_.has_passed_qualification],
        custom={"label": _("Qualify")},
    )
    def qualify(self, *, by):
        """Every check is met, with evidence (Recruitment Rules 2019, art. 6 no. 2)."""

    @transition(
        "state",
        State.QUALIFIED,
        State.TESTED,
        permission=may.may_examine,
        conditions=[is_.has_passed_competence],
        custom={"label": _("Record the test result")},
    )
    def examine(self, *, by):
        """The paper was marked blind by two assessors and reached the pass mark."""

    @transition(
        "state",
        State.TESTED,
        State.ASSESSED,
        permission=may.may_assess,
        conditions=[is_.has_passed_crosscultural],
        custom={"label": _("Record the interview result")},
    )
    def assess(self, *, by):
        """The panel rated the structured interview and the result reached the pass mark."""

    @transition(
        "state",
        [State.ASSESSED, State.RESERVED],
        State.NOMINATED,
        permission=may.may_nominate,
        conditions=[is_.has_merit_decision, is_.may_be_published, is_.has_nothing_to_follow],
        custom={"label": _("Nominate")},
    )
    def nominate(self, *, by):
        """In the order of the merit list and within the headcount."""

    @transition(
        "state",
        State.ASSESSED,
        State.RESERVED,
        permission=may.may_reserve,
        conditions=[is_.has_merit_decision],
        custom={"label": _("Place on the reserve list")},
    )
    def reserve(self, *, by):
        """Ranked behind the headcount; moves up when somebody declines."""

    @transition(
        "state",
        State.NOMINATED,
        State.CLEARED,
        permission=may.may_clear,
        conditions=[is_.has_passed_security],
        custom={"label": _("Clear")},
    )
    def clear(self, *, by):
        """The security review passed the file; only that result leaves the compartment."""

    @transition(
        "state",
        State.CLEARED,
        State.ANNOUNCED,
        permission=may.may_announce,
        conditions=[is_.has_passed_all_gates, is_.may_be_published, is_.has_nothing_to_follow],
        custom={"label": _("Announce")},
    )
    def announce(self, *, by):
        """The name stands on a published notice (Civil Servants Law, art. 32)."""

    @transition(
        "state",
        [State.ANNOUNCED, State.DEFERRED],
        State.CONFIRMED,
        permission=may.may_confirm,
        conditions=[is_.has_passed_notice],
        custom={"label": _("Confirm")},
    )
    def confirm(self, *, by):
        """The period is over; nothing reported, or what was reported does not affect the appointment."""

    @transition(
        "state",
        State.ANNOUNCED,
        State.DEFERRED,
        permission=may.may_defer,
        conditions=[is_.is_deferred_by_notice],
        custom={"label": _("Defer")},
    )
    def defer(self, *, by):
        """A serious report cannot be verified for the time being: decided after it is clarified."""

    @transition(
        "state",
        [State.ANNOUNCED, State.DEFERRED],
        State.REVOKED,
        permission=may.may_revoke,
        conditions=[is_.is_blocked_by_notice],
        custom={"label": _("Revoke")},
    )
    def revoke(self, *, by):
        """A report that affects the appointment was verified."""

    @transition(
        "state",
        State.CONFIRMED,
        State.OFFERED,
        permission=may.may_offer,
        conditions=[is_.has_passed_notice],
        custom={"label": _("Offer")},
    )
    def offer(self, *, by):
        """Terms are put to the person in writing."""

    @transition(
        "state",
        State.OFFERED,
        State.APPOINTED,
        permission=may.may_appoint,
        conditions=[is_.has_passed_notice],
        custom={"label": _("Appoint")},
    )
    def appoint(self, *, by):
        """The contract is signed and filed (Civil Servants Law, art. 102)."""

    @transition("state", State.OFFERED, State.DECLINED, permission=may.may_decline, custom={"label": _("Decline the offer")})
    def decline(self, *, by):
        """The person does not take the post; the reserve list moves up."""

    @transition(
        "state",
        [State.SUBMITTED, State.RETURNED, State.QUALIFIED, State.TESTED, State.ASSESSED, State.RESERVED, State.NOMINATED],
        State.REJECTED,
        permission=may.may_reject,
        conditions=[is_.has_proposed_rejection],
        custom={"label": _("Decide on rejection")},
    )
    def reject(self, *, by):
        """A second person decides, with the stage, a coded reason and a sentence (PIPL, art. 24)."""

    @transition(
        "state",
        [state for state in LIVE if state != State.DRAFT],
        State.WITHDRAWN,
        permission=may.may_withdraw,
        custom={"label": _("Withdraw")},
    )
    def withdraw(self, *, by):
        """The candidate ends it, at any time before the appointment."""

    @transition(
        "state",
        [State.DRAFT, State.RETURNED, State.RESERVED, State.OFFERED],
        State.LAPSED,
        permission=may.may_lapse,
        custom={"label": _("Let lapse")},
    )
    def lapse(self, *, by):
        """A day passed: the deadline of the post or of a request, the validity of the reserve list or of the offer."""
