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
