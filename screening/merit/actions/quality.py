"""The verbs of the quality gate: reckon a report, and say why a red item does not keep a stage from closing."""

from hashlib import sha256

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from positions.models import Position
from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.core.refusals import Refused
from recruitment.ledger.actions import commit
from recruitment.ledger.commitments import canonical
from recruitment.policy.queries import value
from screening.applications.states import Gate
from screening.merit import quality
from screening.merit.models import Explanation, QualityReport
from screening.merit.permissions import may_explain, may_report
from screening.merit.states import SHORTEST_REASON


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
    record("screening.qualityreport.report", made, by=by, data={"gate": gate, "reds": len(made.reds)})
    return made


@transaction.atomic
def explain(made: QualityReport, *, item: str, reason: str, by: User) -> Explanation:
    """Give the reason for one red item, once."""
    if not may_explain(made, by):
        raise PermissionDenied
    if item not in made.reds:
        raise Refused(_("This item is not red."), subject=made)
    if len(reason.strip()) < SHORTEST_REASON:
        raise Refused(_("Give a reason of at least %(number)s characters.") % {"number": SHORTEST_REASON}, subject=made)
    try:
        with transaction.atomic():
            explanation = Explanation.objects.create(report=made, item=item, reason=reason.strip(), by=by)
    except IntegrityError:
        raise Refused(_("This item has its reason already."), subject=made) from None
    record("screening.qualityreport.explain", made, by=by, data={"item": item})
    return explanation
