"""An appointment's whole life: offered, accepted, contracted, filed, serving, confirmed, ended."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField, transition

from onboarding.appointments import conditions as is_
from onboarding.appointments import permissions as may
from onboarding.appointments.states import IN_FORCE, AppointmentState


class Lifecycle(models.Model):
    """Offered → accepted → contracted → filed → serving → confirmed → ended."""

    state = FSMField(_("state"), default=AppointmentState.OFFERED, choices=AppointmentState, protected=True, db_index=True)

    class Meta:
        abstract = True

    @transition("state", AppointmentState.OFFERED, AppointmentState.ACCEPTED, permission=may.may_accept)
    def accept(self, *, by):
        """The person takes the post."""

    @transition("state", AppointmentState.OFFERED, AppointmentState.DECLINED, permission=may.may_decline)
    def decline(self, *, by):
        """The person does not take the post."""

    @transition(
        "state", AppointmentState.ACCEPTED, AppointmentState.CONTRACTED, permission=may.may_conclude, conditions=[is_.has_all_clauses]
    )
    def conclude(self, *, by):
        """Signed in writing, by equal and voluntary parties, with its mandatory clauses (Civil Servants Law, art. 103)."""

    @transition("state", AppointmentState.CONTRACTED, AppointmentState.FILED, permission=may.may_file, conditions=[is_.is_filed])
    def enter_into_force(self, *, by):
        """Filed with the civil-service authority of the same level (art. 102)."""

    @transition("state", AppointmentState.FILED, AppointmentState.SERVING, permission=may.may_start)
    def start(self, *, by):
        """Only with work permit and work-type residence permit, or permanent residence (Exit and Entry Law, art. 41, 48)."""

    @transition(
        "state", AppointmentState.SERVING, AppointmentState.CONFIRMED, permission=may.may_confirm, conditions=[is_.has_initial_training]
    )
    def confirm(self, *, by):
        """Probation passed, initial training completed within it (art. 67)."""

    @transition("state", list(IN_FORCE), AppointmentState.ENDED, permission=may.may_end)
    def end(self, *, by):
        """The contract ended; its termination is filed."""
