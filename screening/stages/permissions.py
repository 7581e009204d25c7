"""Who may move a stage. Oversight adds what a mandate says; here stands what a role says."""

from recruitment.accounts.roles import Role


def may_stop(stage, user) -> bool:
    """An observer; which mandate that takes, oversight knows."""
    return user.has_role(Role.OVERSIGHT_OBSERVER)


may_lift = may_stop


def may_close(stage, user) -> bool:
    """HR of the post's department."""
    return user.holds(Role.HR_OFFICER, stage.position.department.code)


may_explain = may_close


def may_record_quality(stage, user) -> bool:
    """HR of the post's department, or the robot that counts."""
    return user.is_robot or may_close(stage, user)
