"""Who may do what with notices and consents."""

from recruitment.accounts.roles import Role


def may_adopt_notice(user) -> bool:
    """The security administrator answers for the protection of personal information."""
    return user.has_role(Role.SECURITY_ADMINISTRATOR)
