"""Who may do what to a notice. Who drew it up does not review it."""

from recruitment.accounts.roles import Role


def may_draw_up(user) -> bool:
    return user.has_role(Role.PUBLICITY_OFFICER)


def may_review(notice, user) -> bool:
    """A second publicity officer does the secrecy review (Secrecy Law, art. 35)."""
    return user.has_role(Role.PUBLICITY_OFFICER) and user.pk != notice.author_id


def may_publish(notice, user) -> bool:
    return user.has_role(Role.PUBLICITY_OFFICER)


may_amend = may_publish


def may_conclude(notice, user) -> bool:
    """The period closes by itself."""
    return user.is_robot
