"""The lives of a question booklet, of one candidate's interview, and of one member's rating sheet."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_fsm import FSMField, transition

from screening.crosscultural import conditions as is_
from screening.crosscultural import permissions as may
from screening.crosscultural.states import BookletState, InterviewState, SheetState


class BookletLifecycle(models.Model):
    """Drafted → sealed → opened."""

    state = FSMField(_("state"), default=BookletState.DRAFTED, choices=BookletState, protected=True)

    class Meta:
        abstract = True

    @transition("state", BookletState.DRAFTED, BookletState.SEALED, permission=may.may_seal, custom={"label": _("Seal")})
    def seal(self, *, by):
        """From now on everybody is asked the same questions in the same order (Interview Rules 2015)."""

    @transition(
        "state",
        BookletState.SEALED,
        BookletState.OPENED,
        permission=may.may_open,
        conditions=[is_.is_keyed],
        custom={"label": pgettext_lazy("booklet", "Open")},
    )
    def open(self, *, by):
        """Two people open it before the first interview (Interview Rules 2015: the questions are secret until then)."""


class InterviewLifecycle(models.Model):
    """Opened → concluded, or missed."""

    state = FSMField(_("state"), default=InterviewState.OPENED, choices=InterviewState, protected=True, db_index=True)

    class Meta:
        abstract = True

    @transition(
        "state",
        InterviewState.OPENED,
        InterviewState.CONCLUDED,
        permission=may.may_conclude,
        conditions=[is_.has_score],
        custom={"label": _("Establish the result")},
    )
    def conclude(self, *, by):
        """Every member of the panel has locked their ratings."""

    @transition(
        "state", InterviewState.OPENED, InterviewState.MISSED, permission=may.may_miss, custom={"label": _("Record as not attended")}
    )
    def miss(self, *, by):
        """The candidate chose no slot, or did not come."""


class SheetLifecycle(models.Model):
    """Drafted → locked, and never back."""

    state = FSMField(_("state"), default=SheetState.DRAFTED, choices=SheetState, protected=True)

    class Meta:
        abstract = True

    @transition(
        "state",
        SheetState.DRAFTED,
        SheetState.LOCKED,
        permission=may.may_lock,
        conditions=[is_.is_filled_in],
        custom={"label": _("Lock the ratings")},
    )
    def lock(self, *, by):
        """Rated independently first (domain 3.3.3): after this nobody changes these ratings, their author included."""
