"""Who may do what to accounts."""

from recruitment.accounts.roles import Role


def may_grant(user, person) -> bool:
    """The security administrator gives and takes roles, but never their own."""
    return user.has_role(Role.SECURITY_ADMINISTRATOR) and user != person


def may_disable(user, person) -> bool:
    """The system administrator opens and closes accounts, but not their own."""
    return user.has_role(Role.SYSTEM_ADMINISTRATOR) and user != person
