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


def may_refuse(position, user) -> bool:
    """Whoever could pass it: the second person, never who wrote the post or edited it last."""
    return may_review(position, user)


def may_publish(position, user) -> bool:
    """HR of the post's department."""
    return user.holds(Role.HR_OFFICER, position.department.code)


def may_amend(position, user) -> bool:
    """HR of the post's department, or the publicity officer who sends it back."""
    return user.holds(Role.HR_OFFICER, position.department.code) or user.has_role(Role.PUBLICITY_OFFICER)


def may_close(position, user) -> bool:
    """The robot when the deadline has passed, or HR of the department."""
    return user.is_robot or user.holds(Role.HR_OFFICER, position.department.code)


def may_correct(position, user) -> bool:
    """HR of the post's department proposes."""
    return user.holds(Role.HR_OFFICER, position.department.code)


def may_issue(correction, user) -> bool:
    """A second person: HR of the department or a publicity officer, never who proposed it."""
    entitled = user.holds(Role.HR_OFFICER, correction.position.department.code) or user.has_role(Role.PUBLICITY_OFFICER)
    return entitled and user.pk != correction.made_by_id


def may_withdraw(correction, user) -> bool:
    """HR of the department, as long as nobody has decided."""
    return user.holds(Role.HR_OFFICER, correction.position.department.code)
