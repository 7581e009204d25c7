"""The life of a merit list: drawn up by one person, closed or sent back by another."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField, transition

from screening.merit import permissions as may
from screening.merit.states import ListState


class Lifecycle(models.Model):
    """Drafted → closed | discarded."""

    state = FSMField(_("state"), default=ListState.DRAFTED, choices=ListState, protected=True)

    class Meta:
        abstract = True

    @transition("state", ListState.DRAFTED, ListState.CLOSED, permission=may.may_close, custom={"label": _("Close the list")})
    def close(self, *, by):
        """A second person approves; nominations follow the order (Recruitment Rules 2019: proposals by overall score)."""

    @transition("state", ListState.DRAFTED, ListState.DISCARDED, permission=may.may_discard, custom={"label": _("Send back")})
    def discard(self, *, by, reason: str):
        """The list does not stand any more; another one is drawn up."""
