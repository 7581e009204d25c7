"""The verbs of a stage that need nobody above: lay out, record its quality, explain what is red.

To stop, to lift and to close take what stands above: mandates, files, questions. Those verbs live in oversight.
"""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from positions.models import Position
from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.core.moving import moving
from recruitment.core.refusals import Refused
from screening.stages.models import Stage
from screening.stages.permissions import may_explain, may_record_quality
from screening.stages.queries import take_turn
from screening.stages.states import Gate, StageState


def lay_out(position: Position) -> None:
    """A post has its stages from its first application on; done twice it changes nothing."""
    Stage.objects.bulk_create([Stage(position=position, gate=gate) for gate in Gate], ignore_conflicts=True)


@transaction.atomic
def record_quality(stage: Stage, *, digest: str, reds: list[str], by: User) -> Stage:
    """Note which quality report the stage closes with, and what in it is red; a new report asks for its reason anew."""
    if not may_record_quality(stage, by):
        raise PermissionDenied
    take_turn()
    with moving(stage) as stage:
        _refuse_closed(stage)
        if (stage.quality_digest, stage.reds) == (digest, reds):
            return stage
        stage.quality_digest, stage.quality_at, stage.reds, stage.red_reason = digest, timezone.now(), reds, ""
        record("screening.stage.record_quality", stage, by=by, data={"digest": digest, "reds": reds})
    return stage


@transaction.atomic
def explain(stage: Stage, *, reason: str, by: User) -> Stage:
    """Say why the stage can close although something in its report is red; the oversight body reads it."""
    if not may_explain(stage, by):
        raise PermissionDenied
    take_turn()
    with moving(stage) as stage:
        _refuse_closed(stage)
        if not stage.has_red:
            raise Refused(_("Nothing in the quality report is red."), subject=stage)
        stage.red_reason = reason
        record("screening.stage.explain", stage, by=by, data={"reason": reason})
    return stage


def _refuse_closed(stage: Stage) -> None:
    if stage.state == StageState.CLOSED:
        raise Refused(_("The stage is closed; nothing in it changes any more."), subject=stage)
