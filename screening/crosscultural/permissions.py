"""Who may do what to booklets, slots, interviews and sheets. Nobody runs the interviews for a post that they applied for."""

from recruitment.accounts.roles import Role
from screening.applications.models import Application
from screening.assessors.permissions import may_run


def may_seal(booklet, user) -> bool:
    """HR of the post's department; the general booklet belongs to HR of all departments."""
    return may_run(booklet.position, user) if booklet.position else user.department_codes(Role.HR_OFFICER) is None


def may_open(booklet, user) -> bool:
    """The two keys: HR of the post's department, or an observer of the oversight; never whoever applied for the post."""
    applied = Application.objects.of_candidate(user)
    if booklet.position_id:
        applied = applied.for_position(booklet.position)
    return may_seal(booklet, user) or (user.has_role(Role.OVERSIGHT_OBSERVER) and not applied.exists())


def may_offer(panel, user) -> bool:
    """HR of the post's department offers slots and invites."""
    return may_run(panel.position, user)


may_invite = may_offer


def is_own(interview, user) -> bool:
    """The person who is interviewed."""
    return user.pk == interview.application.candidate_id


def may_conclude(interview, user) -> bool:
    """HR of the post's department establishes the result."""
    return may_run(interview.application.position, user)


may_miss = may_extend = may_register = may_add_result = may_conclude


def may_destroy(recording, user) -> bool:
    """HR of the post's department says that a recording is destroyed."""
    return may_conclude(recording.interview, user)


def may_lock(sheet, user) -> bool:
    """The member of the panel whose sheet it is."""
    return user.pk == sheet.membership.assessor_id and user.has_role(Role.ASSESSOR)


may_moderate = may_lock
