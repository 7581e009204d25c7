"""The lives of a paper, of one candidate's sitting, and of one assessor's marking."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_fsm import FSMField, transition

from screening.competence import conditions as is_
from screening.competence import permissions as may
from screening.competence.states import MarkingState, PaperState, QuestionState, SittingState


class QuestionLifecycle(models.Model):
    """Drafted → proposed → approved → retired; a reviewer may send it back."""

    state = FSMField(_("state"), default=QuestionState.DRAFTED, choices=QuestionState, protected=True)

    class Meta:
        abstract = True

    @transition(
        "state", QuestionState.DRAFTED, QuestionState.PROPOSED, permission=may.may_propose, custom={"label": _("Propose for review")}
    )
    def propose(self, *, by):
        """Its author holds it for complete."""

    @transition(
        "state",
        QuestionState.PROPOSED,
        QuestionState.APPROVED,
        permission=may.may_review,
        conditions=[is_.is_reviewed_by_another],
        custom={"label": pgettext_lazy("question", "Approve")},
    )
    def approve(self, *, by):
        """A second setter has read it (Interview Rules 2015: qualified authors)."""

    @transition(
        "state",
        QuestionState.PROPOSED,
        QuestionState.DRAFTED,
        permission=may.may_review,
        custom={"label": pgettext_lazy("question", "Send back")},
    )
    def send_back(self, *, by):
        """Something must be mended first."""

    @transition(
        "state",
        QuestionState.APPROVED,
        QuestionState.RETIRED,
        permission=may.may_retire,
        custom={"label": pgettext_lazy("question", "Retire")},
    )
    def retire(self, *, by):
        """It is asked no more."""


class PaperLifecycle(models.Model):
    """Drafted → sealed → opened → closed."""

    state = FSMField(_("state"), default=PaperState.DRAFTED, choices=PaperState, protected=True)

    class Meta:
        abstract = True

    @transition("state", PaperState.DRAFTED, PaperState.SEALED, permission=may.may_seal, custom={"label": _("Seal")})
    def seal(self, *, by):
        """From now on nothing in it changes; its hash stands in the ledger (Interview Rules 2015: secrecy of drafting)."""

    @transition(
        "state",
        PaperState.SEALED,
        PaperState.OPENED,
        permission=may.may_open,
        conditions=[is_.is_within_reach],
        custom={"label": _("Open")},
    )
    def open(self, *, by):
        """Its hour has come, and two people opened it; what is opened is what was sealed (Interview Rules 2015)."""

    @transition(
        "state",
        PaperState.OPENED,
        PaperState.CLOSED,
        permission=may.may_close,
        conditions=[is_.is_over],
        custom={"label": _("Close")},
    )
    def close(self, *, by):
        """Its time is over for everybody."""


class SittingLifecycle(models.Model):
    """Invited → started → handed in → concluded; or missed."""

    state = FSMField(_("state"), default=SittingState.INVITED, choices=SittingState, protected=True, db_index=True)

    class Meta:
        abstract = True

    @transition(
        "state",
        SittingState.INVITED,
        SittingState.STARTED,
        permission=may.may_start,
        conditions=[is_.has_open_paper, is_.is_identified],
        custom={"label": _("Start the test")},
    )
    def start(self, *, by):
        """The candidate starts the clock, once."""

    @transition(
        "state",
        SittingState.STARTED,
        SittingState.HANDED_IN,
        permission=may.may_hand_in,
        conditions=[is_.is_in_time],
        custom={"label": _("Hand in")},
    )
    def hand_in(self, *, by):
        """The candidate is done before the end."""

    @transition("state", SittingState.STARTED, SittingState.HANDED_IN, permission=may.may_expire, conditions=[is_.is_out_of_time])
    def expire(self, *, by):
        """The time is over: what was saved is handed in."""

    @transition("state", SittingState.INVITED, SittingState.MISSED, permission=may.may_miss, conditions=[is_.has_missed])
    def miss(self, *, by):
        """The paper closed and the candidate had not started."""

    @transition(
        "state",
        [SittingState.HANDED_IN, SittingState.MISSED],
        SittingState.CONCLUDED,
        permission=may.may_conclude,
        conditions=[is_.has_result],
        custom={"label": _("Establish the result")},
    )
    def conclude(self, *, by):
        """Marked blind by two assessors, by a third where they lay far apart."""


class MarkingLifecycle(models.Model):
    """Drafted → locked, and never back."""

    state = FSMField(_("state"), default=MarkingState.DRAFTED, choices=MarkingState, protected=True)

    class Meta:
        abstract = True

    @transition(
        "state",
        MarkingState.DRAFTED,
        MarkingState.LOCKED,
        permission=may.may_lock,
        conditions=[is_.is_filled_in],
        custom={"label": _("Lock the marks")},
    )
    def lock(self, *, by):
        """Rated independently first (domain 3.3.3): after this nobody changes these marks, their author included."""
