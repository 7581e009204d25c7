"""Who may do what to a post: HR of its department writes and publishes, a second person reviews."""

from recruitment.accounts.roles import Role


def may_plan(user, department) -> bool:
    """HR of the department."""
    return user.holds(Role.HR_OFFICER, department.code)


def may_edit(position, user) -> bool:
    """HR of the post's department."""
    return user.holds(Role.HR_OFFICER, position.department.code)


def may_review(position, user) -> bool:
    """HR of the department or a publicity officer, but neither who wrote the post nor who edited it last."""
    entitled = user.holds(Role.HR_OFFICER, position.department.code) or user.has_role(Role.PUBLICITY_OFFICER)
    return entitled and user.pk not in (position.author_id, position.edited_by_id)


def may_publish(position, user) -> bool:
    """HR of the post's department."""
    return user.holds(Role.HR_OFFICER, position.department.code)


def may_amend(position, user) -> bool:
    """HR of the post's department, or the publicity officer who sends it back."""
    return user.holds(Role.HR_OFFICER, position.department.code) or user.has_role(Role.PUBLICITY_OFFICER)


def may_close(position, user) -> bool:
    """The robot when the deadline has passed, or HR of the department."""
    return user.is_robot or user.holds(Role.HR_OFFICER, position.department.code)
