"""Who is inside. Named members only; a superuser is not exempt (domain 4.8)."""

from recruitment.accounts.roles import Role
from screening.security.states import ReviewState


def is_member(review, user) -> bool:
    """A security review officer whom the security administrator let into the compartment, for the time given."""
    return type(review).is_open_to(user)


def may_admit(user) -> bool:
    """The security administrator names the members, and reads nothing inside."""
    return user.is_authenticated and user.has_role(Role.SECURITY_ADMINISTRATOR)


def may_judge(review, user) -> bool:
    """A member, as long as no conclusion is proposed."""
    return review.state == ReviewState.OPENED and is_member(review, user)


def may_propose(review, user) -> bool:
    """A member, once every dimension was judged."""
    return may_judge(review, user) and review.is_judged()


def may_decide(review, user) -> bool:
    """A second member: proposer and approver are different people (domain 4.7)."""
    return review.state == ReviewState.PROPOSED and is_member(review, user) and review.proposed_by != user.pk
