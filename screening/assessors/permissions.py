"""Who may compose panels and run the assessment of a post."""

from recruitment.accounts.roles import Role
from screening.applications.models import Application


def may_run(position, user) -> bool:
    """An HR officer of the post's department who is not a candidate for it."""
    if not user.holds(Role.HR_OFFICER, position.department.code):
        return False
    return not Application.objects.of_candidate(user).for_position(position).exists()


def may_compose(panel, user) -> bool:
    """Whoever runs the assessment of the post."""
    return may_run(panel.position, user)


def may_recuse(application, assessor, user) -> bool:
    """The assessor for themselves, or whoever runs the assessment of the post."""
    return user.pk == assessor.pk or may_run(application.position, user)


def may_keep_pool(user) -> bool:
    """HR officers keep the pool; it is one for all departments."""
    return user.has_role(Role.HR_OFFICER)


def may_probe(panel, user) -> bool:
    """The clock looks for conflicts in the robot's name, or whoever runs the assessment does."""
    return user.is_robot or may_compose(panel, user)


def may_answer(hint, user) -> bool:
    """The assessor who was asked."""
    return user.pk == hint.assessor_id and user.has_role(Role.ASSESSOR)


def may_decide(hint, user) -> bool:
    """Whoever runs the assessment of the post, never the assessor."""
    return user.pk != hint.assessor_id and may_run(hint.application.position, user)


def may_reveal(draw, user) -> bool:
    """Whoever runs the assessment of the post."""
    return may_run(draw.position, user)


def may_declare(user, round) -> bool:
    """An assessor with a seat in the round."""
    return user.has_role(Role.ASSESSOR) and user.memberships.filter(panel__position__round=round, left_at=None).exists()
