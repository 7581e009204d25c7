"""Who may do what to papers, sittings and markings. Nobody runs the test for a post that they applied for."""

from recruitment.accounts.roles import Role
from screening.assessors.permissions import may_run


def may_prepare(paper, user) -> bool:
    """HR of the post's department writes, seals and closes."""
    return may_run(paper.position, user)


may_seal = may_invite = may_assign = may_prepare


def may_open(paper, user) -> bool:
    """The clock opens and closes a paper in the robot's name, or HR does."""
    return user.is_robot or may_prepare(paper, user)


may_close = may_open


def is_own(sitting, user) -> bool:
    """The person who sits the paper."""
    return user.pk == sitting.application.candidate_id


may_start = may_hand_in = is_own


def may_expire(sitting, user) -> bool:
    """Only the clock, in the robot's name."""
    return user.is_robot


may_miss = may_expire


def may_manage(sitting, user) -> bool:
    """HR of the post's department gives more time and establishes the result."""
    return may_run(sitting.paper.position, user)


may_extend = may_conclude = may_manage


def may_mark(marking, user) -> bool:
    """The assessor to whom the script was given."""
    return user.pk == marking.marker_id and user.has_role(Role.ASSESSOR)


may_lock = may_mark
