"""The verbs at the end of a stage: attest, close."""

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.core.moving import moving
from recruitment.core.refusals import Refused
from recruitment.ledger.actions import commit, sign_checkpoint
from recruitment.notifications.actions import notify
from recruitment.notifications.kinds import Kind
from screening.oversight.models import Attestation, Body, Mandate
from screening.oversight.permissions import may_attest, may_close
from screening.oversight.queries import obstacles, unfinished
from screening.stages.models import Stage
from screening.stages.queries import take_turn
from screening.stages.states import StageState


@transaction.atomic
def attest(stage: Stage, *, text: str, by: User) -> Attestation:
    """Say for the body that sent one what was seen in a stage whose work is done; the ledger fixes it."""
    if not may_attest(stage, by):
        raise PermissionDenied
    take_turn()
    stage = Stage.objects.select_related("position__round").get(pk=stage.pk)
    if stage.state == StageState.CLOSED:
        raise Refused(_("The stage is closed; nothing in it changes any more."), subject=stage)
    if said := unfinished(stage):
        raise Refused(" ".join(said), subject=stage)
    body = Body.objects.filter(pk__in=Mandate.objects.of(by).in_force().values("body")).order_by("pk").first()
    attestation = _written(Attestation(stage=stage, body=body, person=by, text=text))
    record("oversight.attestation.attest", attestation, by=by, data={"stage": str(stage.uuid), "body": body.pk})
    payload = {"stage": str(stage.uuid), "body": body.pk, "text": text, "quality": stage.quality_digest}
    commit("attestation", f"{stage.position.reference}/{stage.gate}/{body.pk}", payload, by=by)
    return attestation


def _written(attestation: Attestation) -> Attestation:
    try:
        with transaction.atomic():
            attestation.save(force_insert=True)
    except IntegrityError:
        raise Refused(_("This body has attested the stage already."), subject=attestation.stage) from None
    return attestation


@transaction.atomic
def close(stage: Stage, *, by: User) -> Stage:
    """End a stage for good: everybody is decided, every question answered, the quality gate seen, and attested where the round says so."""
    if not may_close(stage, by):
        raise PermissionDenied
    take_turn()
    with moving(stage) as stage:
        if said := obstacles(stage):
            raise Refused(" ".join(said), subject=stage)
        stage.close(by=by)
        stage.closed_by, stage.closed_at = by, timezone.now()
        commit("stage.closed", f"{stage.position.reference}/{stage.gate}", _payload(stage), by=by)
        for mandate in Mandate.objects.in_force().select_related("person"):
            notify(mandate.person, Kind.STAGE_CLOSED, about=stage)
    sign_checkpoint()
    return stage


def _payload(stage: Stage) -> dict:
    """What the ledger fixes of a closing: the quality report, what was red and why it closed, who attested."""
    attested = list(stage.attestations.values_list("body", flat=True))
    return {"quality": stage.quality_digest, "reds": stage.reds, "red_reason": stage.red_reason, "attested_by": attested}
