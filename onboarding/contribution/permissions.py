"""Who registers a figure, and who signs it."""

from recruitment.accounts.roles import Role


def may_register(user) -> bool:
    return user.has_role(Role.HR_OFFICER)


def may_sign(measurement, user) -> bool:
    """A second person signs (domain 8.1)."""
    return (
        measurement.signed_at is None and user.has_role(Role.HR_OFFICER, Role.PUBLICITY_OFFICER) and user.pk != measurement.registered_by_id
    )
