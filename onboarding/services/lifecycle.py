"""A service request's whole life: opened, taken, closed."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField, transition

from onboarding.services import permissions as may
from onboarding.services.states import CaseState


class Lifecycle(models.Model):
    """Opened → taken → closed; one that was closed too early can be taken again."""

    state = FSMField(_("state"), default=CaseState.OPENED, choices=CaseState, protected=True, db_index=True)

    class Meta:
        abstract = True

    @transition("state", [CaseState.OPENED, CaseState.CLOSED], CaseState.TAKEN, permission=may.may_take)
    def take(self, *, by):
        """A specialist takes it in hand and carries it to the end."""

    @transition("state", CaseState.TAKEN, CaseState.CLOSED, permission=may.may_close)
    def close(self, *, by):
        """Done, with a word of what was reached."""
