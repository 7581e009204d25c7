"""Who answers for the tables of foreign papers."""

from recruitment.accounts.roles import Role


def may_verify(row, user) -> bool:
    """The officers who read such papers every day; one pair of eyes is enough, and whose they were is on record."""
    return user.has_role(Role.HR_OFFICER, Role.QUALIFICATION_OFFICER)
