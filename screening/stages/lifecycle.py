"""The life of a stage: open, stopped and open again as often as it takes, closed once."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField, transition

from screening.stages import conditions as is_
from screening.stages import permissions as may
from screening.stages.states import StageState


class Lifecycle(models.Model):
    """Open ⇄ stopped; open → closed."""

    state = FSMField(_("state"), default=StageState.OPEN, choices=StageState, protected=True)

    class Meta:
        abstract = True

    @transition("state", StageState.OPEN, StageState.STOPPED, permission=may.may_stop, custom={"label": _("Stop the stage")})
    def stop(self, *, by):
        """The oversight body sees something that must not go on; from now on nothing is decided in the stage."""

    @transition("state", StageState.STOPPED, StageState.OPEN, permission=may.may_lift, custom={"label": _("Lift the stop")})
    def lift(self, *, by):
        """Two people who are named for it agree that the stage may go on."""

    @transition(
        "state",
        StageState.OPEN,
        StageState.CLOSED,
        permission=may.may_close,
        conditions=[is_.has_quality, is_.has_reasons],
        custom={"label": _("Close the stage")},
    )
    def close(self, *, by):
        """Everybody is decided, every question answered, the quality gate seen: nothing in the stage changes any more."""
