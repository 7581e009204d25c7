"""Who is inside, and who may do what there. Named members only; a superuser is not exempt (domain 4.8)."""

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings

from recruitment.accounts.roles import ADMINISTRATORS, Role
from screening.security.states import Conclusion, ReviewState

PASSWORD = "password"  # noqa: S105 the name of a factor


def is_member(review, user) -> bool:
    """A named member who is not the person reviewed, and had no part in what is reconsidered."""
    if not type(review).is_worked_on_by(user) or review.candidate_id == user.pk:
        return False
    return not (review.is_reconsideration and type(review).objects.reconsidering(user).filter(pk=review.pk).exists())


def may_admit(user) -> bool:
    """The security administrator names the members, and reads nothing inside."""
    return user.is_authenticated and user.has_role(Role.SECURITY_ADMINISTRATOR)


def may_ask_access(user) -> bool:
    """One of the three administrators, for an emergency."""
    return user.is_authenticated and user.has_role(*ADMINISTRATORS)


def may_grant_access(access, user) -> bool:
    """Another of the three administrators; nobody opens the door for themselves."""
    return access.granted_at is None and may_ask_access(user) and access.user_id != user.pk


def may_judge(review, user) -> bool:
    """A member, as long as no conclusion is proposed; a reconsideration looks at what was judged before."""
    return review.state == ReviewState.OPENED and not review.is_reconsideration and is_member(review, user)


def may_work_on(review, user) -> bool:
    """A member, as long as no conclusion is proposed: refer, show facts."""
    return review.state == ReviewState.OPENED and is_member(review, user)


def may_propose(review, user) -> bool:
    """A member, once every dimension was judged."""
    return may_work_on(review, user) and (review.is_reconsideration or review.is_judged())


def may_decide(review, user) -> bool:
    """A second member: proposer and approver are different people (domain 4.7)."""
    return review.state == ReviewState.PROPOSED and review.proposed_by != user.pk and is_member(review, user)


def may_renew(review, user) -> bool:
    """A member, for a person who passed and whom no later review follows."""
    passed = (review.state, review.conclusion) == (ReviewState.DECIDED, Conclusion.PASSED)
    return passed and is_member(review, user) and not review.followed_by.exists()


def may_answer(referral, user) -> bool:
    """A member enters the code of an answer that came."""
    return referral.answered_on is None and is_member(referral.review, user)


def may_confirm(assessment, user) -> bool:
    """A second member answers for the tier of a post."""
    return assessment.confirmed_at is None and assessment.proposed_by != user.pk and assessment.is_open_to(user)


def may_sign_with(user, factor: str) -> bool:
    """A fresh second factor; in the demonstration the password stands in for whoever has none (domain 4.7, ASVS V7.5)."""
    if factor == PASSWORD:
        return settings.PORTAL_DEMO and not is_mfa_enabled(user)
    return bool(factor)
