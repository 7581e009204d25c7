"""Who may do what to an appointment."""

from recruitment.accounts.roles import Role


def is_officer(appointment, user) -> bool:
    """The person appointed."""
    return user.pk == appointment.officer_id


def may_manage(appointment, user) -> bool:
    """HR of the department, never for themselves."""
    return not is_officer(appointment, user) and user.holds(Role.HR_OFFICER, appointment.application.position.department.code)


may_accept = may_decline = is_officer
may_conclude = may_file = may_start = may_confirm = may_end = may_manage
