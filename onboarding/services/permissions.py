"""Who may do what to a service request."""

from recruitment.accounts.roles import Role


def is_requester(case, user) -> bool:
    """The officer whose request it is."""
    return user.pk == case.appointment.officer_id


def may_take(case, user) -> bool:
    """A specialist, not for themselves."""
    return user.has_role(Role.SERVICE_SPECIALIST) and not is_requester(case, user)


def may_close(case, user) -> bool:
    """The specialist who has it in hand."""
    return may_take(case, user) and user.pk == case.specialist_id
