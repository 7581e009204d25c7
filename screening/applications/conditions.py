"""What must be true of a file before a verb may be done to it; each reads the file's own row."""

from django.utils import timezone

from screening.applications.states import Gate, GateResult


def is_complete(application) -> bool:
    """Every section is marked as done."""
    return not application.missing_sections()


def is_before_deadline(application) -> bool:
    """The post is published and its deadline, Shanghai time, has not passed."""
    return application.position.is_open


def is_before_correction_deadline(application) -> bool:
    """The day until which corrections were asked for has not ended."""
    return application.correction_due_on is None or timezone.localdate() <= application.correction_due_on


def _passed(application, gate: Gate) -> bool:
    return application.gate(gate) == GateResult.PASSED


def has_passed_qualification(application) -> bool:
    return _passed(application, Gate.QUALIFICATION)


def has_passed_competence(application) -> bool:
    return _passed(application, Gate.COMPETENCE)


def has_passed_crosscultural(application) -> bool:
    return _passed(application, Gate.CROSSCULTURAL)


def has_passed_security(application) -> bool:
    return _passed(application, Gate.SECURITY)


def has_passed_all_gates(application) -> bool:
    """No announcement before all gates (domain 0.12, first invariant)."""
    return all(_passed(application, gate) for gate in Gate if gate != Gate.NOTICE)


def has_passed_notice(application) -> bool:
    """The notice period is over and nothing blocks this person (domain 1.1.5)."""
    return _passed(application, Gate.NOTICE)


def is_deferred_by_notice(application) -> bool:
    return application.gate(Gate.NOTICE) == GateResult.DEFERRED


def is_blocked_by_notice(application) -> bool:
    return application.gate(Gate.NOTICE) == GateResult.NOT_PASSED


def has_merit_decision(application) -> bool:
    """A merit list with this file on it was closed."""
    return application.composite is not None


def has_proposed_rejection(application) -> bool:
    """Somebody proposed to reject and said why; another person has to decide (domain 2.5.7)."""
    rejection = getattr(application, "rejection", None)
    return rejection is not None and rejection.approved_at is None
