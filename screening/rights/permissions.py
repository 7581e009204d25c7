"""Who answers requests about personal information: who answers for its protection, and never their own."""

from recruitment.accounts.roles import Role


def may_answer(request, user) -> bool:
    """The security administrator (PIPL Art. 52)."""
    return user.has_role(Role.SECURITY_ADMINISTRATOR) and request.person_id != user.pk
