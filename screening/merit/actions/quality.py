"""The verb of the quality gate: reckon a report, with which the stage may close."""

from hashlib import sha256

from django.core.exceptions import PermissionDenied
from django.db import transaction

from positions.models import Position
from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.ledger.actions import commit
from recruitment.ledger.commitments import canonical
from recruitment.policy.queries import value
from screening.applications.states import Gate
from screening.merit import quality
from screening.merit.models import QualityReport
from screening.merit.permissions import may_report
from screening.stages import actions as stages
from screening.stages.models import Stage


@transaction.atomic
def report(position: Position, *, gate: Gate, by: User) -> QualityReport:
    """Reckon agreement, severity, missing marks and rates of one stage as it stands; its hash goes to the ledger."""
    if not may_report(position, by):
        raise PermissionDenied
    limits = quality.Limits(
        alpha=float(value("agreement.alpha_warn")), ratio=float(value("fairness.ratio_warn")), gap=float(value("marking.max_gap"))
    )
    agreement = quality.agreement(quality.marks_of(position, gate))
    fairness = quality.fairness(position, gate, least=value("fairness.min_cell"))
    content = {"agreement": agreement, "fairness": fairness, "limits": vars(limits), "least": value("fairness.min_cell")}
    made = QualityReport(position=position, gate=gate, content=content, made_by=by)
    made.digest, made.reds = sha256(canonical(content)).hexdigest(), quality.reds_of(agreement, fairness, limits)
    made.save(force_insert=True)
    commit("quality", f"{position.reference}/{gate}/{made.pk}", {"digest": made.digest, "reds": made.reds}, by=by)
    stages.record_quality(_stage(position, gate), digest=made.digest, reds=made.reds, by=by)
    record("screening.qualityreport.report", made, by=by, data={"gate": gate, "reds": len(made.reds)})
    return made


def _stage(position: Position, gate: Gate) -> Stage:
    stages.lay_out(position)
    return Stage.objects.of(position).get(gate=gate)
