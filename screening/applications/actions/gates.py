"""What the other floors leave on a file: gate results and scores."""

import datetime
from decimal import Decimal

from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.core.moving import moving
from screening.applications.models import Application
from screening.applications.states import Gate, GateResult
from screening.stages import states as stages
from screening.stages.queries import refuse_resting

STAGE_OF = {
    "competence_score": stages.Gate.COMPETENCE,
    "crosscultural_score": stages.Gate.CROSSCULTURAL,
    "composite": stages.Gate.MERIT,
    "rank": stages.Gate.MERIT,
}


def record_gate(application: Application, gate: Gate, result: GateResult, *, on: datetime.date, by: User) -> Application:
    """Write one gate's result, unless its stage is stopped or closed; done twice it changes nothing."""
    with moving(application) as application:
        if (application.gate(gate), getattr(application, f"{gate.value}_on")) == (result, on):
            return application
        refuse_resting(application.position, gate)
        setattr(application, f"{gate.value}_gate", result)
        setattr(application, f"{gate.value}_on", on)
        record("screening.application.record_gate", application, by=by, data={"gate": gate, "result": result})
    return application


def score(application: Application, *, by: User, **values: Decimal | int) -> Application:
    """Write competence_score, crosscultural_score (0–100), composite (0–100) or rank."""
    with moving(application) as application:
        for gate in {STAGE_OF[name] for name in values}:
            refuse_resting(application.position, gate)
        for name, value in values.items():
            setattr(application, name, value)
        record("screening.application.score", application, by=by, data={name: str(value) for name, value in values.items()})
    return application
