"""Who may handle objections: supervision, never HR, the employing unit or the person concerned (Petition Regulations, art. 30)."""

from recruitment.accounts.roles import Role


def may_examine(objection, user) -> bool:
    return user.has_role(Role.PUBLICITY_OFFICER) and not user.has_role(Role.HR_OFFICER)


may_propose = may_examine


def may_answer(objection, user) -> bool:
    """The rule proposes, two people confirm: a second person answers."""
    return may_examine(objection, user) and user.pk != objection.proposed_by_id
