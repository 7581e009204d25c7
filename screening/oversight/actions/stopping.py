"""The verbs of a stop: stop, propose to lift, lift. One who watches stops alone; to go on takes two who are named for it."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from recruitment.accounts.models import User
from recruitment.accounts.roles import Role
from recruitment.audit.actions import record
from recruitment.core.moving import moving
from recruitment.core.refusals import Refused
from recruitment.notifications.actions import notify
from recruitment.notifications.kinds import Kind
from screening.oversight.models import Mandate
from screening.oversight.permissions import may_lift, may_stop
from screening.stages.models import Stage, Stop
from screening.stages.queries import take_turn
from screening.stages.states import StageState


@transaction.atomic
def stop(stage: Stage, *, reason: str, by: User) -> Stage:
    """Nothing is decided in the stage from now on; whatever was being decided at this moment is either in or out."""
    if not may_stop(stage, by):
        raise PermissionDenied
    take_turn()
    with moving(stage) as stage:
        stage.stop(by=by)
        Stop.objects.create(stage=stage, reason=reason, stopped_by=by)
        for reader in {*_office(stage), *_lifters()}:
            notify(reader, Kind.STAGE_STOPPED, about=stage, reason=reason, person=str(by))
    return stage


@transaction.atomic
def propose_lift(stage: Stage, *, ground: str, by: User) -> Stage:
    """Say why the stage may go on; a second person who is named for it decides."""
    if not may_lift(stage, by):
        raise PermissionDenied
    take_turn()
    with moving(stage) as stage:
        stop = _standing(stage)
        if stop.proposed_by_id is not None:
            raise Refused(_("Lifting this stop was proposed already; a second person confirms it."), subject=stage)
        stop.ground, stop.proposed_by, stop.proposed_at = ground, by, timezone.now()
        stop.save(update_fields=["ground", "proposed_by", "proposed_at"])
        record("screening.stage.propose_lift", stage, by=by, data={"ground": ground})
        for reader in _lifters() - {by}:
            notify(reader, Kind.STAGE_LIFT_PROPOSED, about=stage, ground=ground, person=str(by))
    return stage


@transaction.atomic
def lift(stage: Stage, *, by: User) -> Stage:
    """Confirm as the second person: the stage goes on."""
    if not may_lift(stage, by):
        raise PermissionDenied
    take_turn()
    with moving(stage) as stage:
        stop = _standing(stage)
        if stop.proposed_by_id is None:
            raise Refused(_("Somebody proposes first to lift the stop, and says why."), subject=stage)
        if stop.proposed_by_id == by.pk:
            raise Refused(_("Two different people lift a stop."), subject=stage)
        stage.lift(by=by)
        stop.lifted_by, stop.lifted_at = by, timezone.now()
        stop.save(update_fields=["lifted_by", "lifted_at"])
        for reader in {*_office(stage), stop.stopped_by}:
            notify(reader, Kind.STAGE_LIFTED, about=stage, ground=stop.ground)
    return stage


def _standing(stage: Stage) -> Stop:
    if stage.state != StageState.STOPPED:
        raise Refused(_("This stage is not stopped."), subject=stage)
    return stage.stops.standing().select_related("stopped_by").get()


def _office(stage: Stage) -> list[User]:
    return list(User.objects.with_role(Role.HR_OFFICER, stage.position.department.code))


def _lifters() -> set[User]:
    return {mandate.person for mandate in Mandate.objects.in_force().filter(lifts_stops=True).select_related("person")}
