"""Who may do what to papers, sittings and markings. Nobody runs the test for a post that they applied for."""

from recruitment.accounts.roles import Role
from screening.applications.models import Application
from screening.assessors.permissions import may_run


def may_prepare(paper, user) -> bool:
    """HR of the post's department writes, seals and closes."""
    return may_run(paper.position, user)


may_seal = may_invite = may_assign = may_prepare


def may_open(paper, user) -> bool:
    """The two keys: HR of the post's department, or an observer of the oversight; never whoever applied for the post."""
    is_observer = user.has_role(Role.OVERSIGHT_OBSERVER)
    return may_prepare(paper, user) or (is_observer and not Application.objects.of_candidate(user).for_position(paper.position).exists())


def may_close(paper, user) -> bool:
    """The clock closes a paper in the robot's name, or HR does."""
    return user.is_robot or may_prepare(paper, user)


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


may_extend = may_conclude = may_identify = may_pause = may_resume = may_manage


def may_mark(marking, user) -> bool:
    """The assessor to whom the script was given."""
    return user.pk == marking.marker_id and user.has_role(Role.ASSESSOR)


may_lock = may_mark


def may_moderate(sitting, user) -> bool:
    """The chief marker: whoever chairs the marking panel of the post and has not stepped back from the file."""
    return user.has_role(Role.ASSESSOR) and type(sitting).objects.moderated_by(user).filter(pk=sitting.pk).exists()


def may_set(question, user) -> bool:
    """Outside setters write the bank."""
    return user.has_role(Role.SETTER)


def may_propose(question, user) -> bool:
    """The author."""
    return may_set(question, user) and user.pk == question.author_id


def may_review(question, user) -> bool:
    """A second setter, never the author."""
    return may_set(question, user) and user.pk != question.author_id


def may_retire(question, user) -> bool:
    """The author or the reviewer."""
    return may_set(question, user) and user.pk in (question.author_id, question.reviewer_id)
