"""An objection's whole life: received, examined, its finding proposed by one person and confirmed by another."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField, transition

from publicity.objections import permissions as may
from publicity.objections.states import ObjectionState


class Lifecycle(models.Model):
    """Received → examined → proposed → answered; an undetermined finding can be examined again."""

    state = FSMField(_("state"), default=ObjectionState.RECEIVED, choices=ObjectionState, protected=True, db_index=True)

    class Meta:
        abstract = True

    @transition("state", ObjectionState.RECEIVED, ObjectionState.EXAMINED, permission=may.may_examine)
    def examine(self, *, by):
        """Taken up; named ones first (Rules on Reports, art. 25)."""

    @transition("state", [ObjectionState.EXAMINED, ObjectionState.ANSWERED], ObjectionState.PROPOSED, permission=may.may_propose)
    def propose(self, *, by):
        """One person says what was found and whether it affects the appointment."""

    @transition("state", ObjectionState.PROPOSED, ObjectionState.ANSWERED, permission=may.may_answer)
    def answer(self, *, by):
        """A second person confirms; the answer lies ready for whoever objected."""
