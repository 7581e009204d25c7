"""The lives of a question about a conflict, and of a draw by lot."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_fsm import FSMField, transition

from screening.assessors import conditions as is_
from screening.assessors import permissions as may
from screening.assessors.states import DrawState, HintState


class HintLifecycle(models.Model):
    """Asked → confirmed, denied, or disputed until the office decides."""

    state = FSMField(_("state"), default=HintState.ASKED, choices=HintState, protected=True, db_index=True)

    class Meta:
        abstract = True

    @transition(
        "state", HintState.ASKED, HintState.CONFIRMED, permission=may.may_answer, custom={"label": pgettext_lazy("verb", "Confirm")}
    )
    def confirm(self, *, by):
        """The assessor could be seen as partial; the file leaves their world (Civil Servants Law, art. 76)."""

    @transition(
        "state",
        HintState.ASKED,
        HintState.DENIED,
        permission=may.may_answer,
        conditions=[is_.is_silent],
        custom={"label": pgettext_lazy("verb", "Deny")},
    )
    def deny(self, *, by):
        """The assessor sees no conflict, and the candidate has named none."""

    @transition(
        "state",
        HintState.ASKED,
        HintState.DISPUTED,
        permission=may.may_answer,
        conditions=[is_.is_spoken],
        custom={"label": pgettext_lazy("verb", "Dispute")},
    )
    def dispute(self, *, by):
        """The assessor sees no conflict, but the candidate named them: the office decides."""

    @transition("state", HintState.DISPUTED, HintState.CONFIRMED, permission=may.may_decide, custom={"label": _("Uphold the conflict")})
    def uphold(self, *, by):
        """The office finds that the assessor could be seen as partial."""

    @transition("state", HintState.DISPUTED, HintState.DENIED, permission=may.may_decide, custom={"label": _("Dismiss the conflict")})
    def dismiss(self, *, by):
        """The office finds no conflict."""


class DrawLifecycle(models.Model):
    """Seed committed → seed revealed."""

    state = FSMField(_("state"), default=DrawState.COMMITTED, choices=DrawState, protected=True)

    class Meta:
        abstract = True

    @transition("state", DrawState.COMMITTED, DrawState.REVEALED, permission=may.may_reveal, custom={"label": _("Reveal the seed")})
    def reveal(self, *, by):
        """Panels, rooms and order are drawn by lot (Interview Rules 2015); from now on anybody can repeat it."""
