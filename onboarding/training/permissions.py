"""Who may enrol officers and say that a course was completed."""

from onboarding.appointments.permissions import may_manage


def may_enrol(appointment, user) -> bool:
    return may_manage(appointment, user)


def may_complete(enrolment, user) -> bool:
    """HR of the department, never for oneself."""
    return enrolment.completed_on is None and may_manage(enrolment.appointment, user)
