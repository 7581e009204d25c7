"""Who answers requests about personal information: who answers for its protection, and never their own; and whose account stays open."""

from django.apps import apps
from django.utils.translation import gettext as _

from recruitment.accounts.permissions import may_close
from recruitment.accounts.roles import Role
from screening.applications.states import State


def may_answer(request, user) -> bool:
    """The security administrator (PIPL Art. 52)."""
    return user.has_role(Role.SECURITY_ADMINISTRATOR) and request.person_id != user.pk


def why_it_stays(person) -> str:
    """Why somebody cannot close their account themselves, and whom to ask; empty if they can."""
    if person.has_role(Role.OFFICER_IN_SERVICE):
        return _(
            "You are in service: contract, permits and letters hang on this account. When your service ends, ask the recruiting authority."
        )
    if not may_close(person):
        return _("You hold a role in the office. Ask the system administrator to close your account.")
    appointed = apps.get_model("applications", "Application").objects.of_candidate(person).filter(state=State.APPOINTED)
    if appointed.exists():
        return _("You have been appointed: contract and filings hang on this account. Ask the recruiting authority.")
    return ""
