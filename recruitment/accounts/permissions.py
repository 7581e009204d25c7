"""Who may do what to accounts."""

from recruitment.accounts.roles import Role


def may_grant(user, person) -> bool:
    """The security administrator gives and takes roles, but never their own."""
    return user.has_role(Role.SECURITY_ADMINISTRATOR) and user != person


def may_disable(user, person) -> bool:
    """The system administrator opens and closes accounts, but not their own."""
    return user.has_role(Role.SYSTEM_ADMINISTRATOR) and user != person


def may_close(person) -> bool:
    """Everybody closes their own account, unless others rely on the role they hold."""
    return not (person.is_superuser or person.is_robot or any(role != Role.CANDIDATE for role, _code in person.held))
