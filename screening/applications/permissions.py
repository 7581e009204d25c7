"""Who may do which verb to a file. Nobody decides about their own application."""

from recruitment.accounts.roles import Role


def is_candidate(application, user) -> bool:
    """The person whose file it is."""
    return user.pk == application.candidate_id


def _holds(application, user, *roles: Role) -> bool:
    if is_candidate(application, user):
        return False
    return any(user.holds(role, application.position.department.code) for role in roles)


may_fill = may_submit = may_resubmit = may_reopen = may_renew = may_withdraw = may_decline = is_candidate


def may_restore(application, user) -> bool:
    """The candidate changes their mind, or the deadline does it for them."""
    return user.is_robot or is_candidate(application, user)


def may_qualify(application, user) -> bool:
    """A qualification officer of the post's department."""
    return _holds(application, user, Role.QUALIFICATION_OFFICER)


may_send_back = may_qualify


def may_select(application, user) -> bool:
    """An HR officer of the post's department runs the stages."""
    return _holds(application, user, Role.HR_OFFICER)


may_examine = may_assess = may_nominate = may_reserve = may_offer = may_decide_late = may_select


def may_arrange(application, user) -> bool:
    """HR of the department arranges adjustments, and reads what would help for that; nobody else does."""
    return may_select(application, user)


def may_propose_rejection(application, user) -> bool:
    """Either of the two officers of the department."""
    return _holds(application, user, Role.HR_OFFICER, Role.QUALIFICATION_OFFICER)


may_receive_reference = may_propose_rejection


def may_reject(application, user) -> bool:
    """Four eyes: whoever proposed the rejection cannot decide on it (domain 2.5.7)."""
    rejection = getattr(application, "rejection", None)
    return may_propose_rejection(application, user) and (rejection is None or rejection.proposed_by_id != user.pk)


def may_clear(application, user) -> bool:
    """The robot carries the gate result out of the compartment; nobody else can."""
    return user.is_robot


def may_announce(application, user) -> bool:
    """A publicity officer publishes the notice."""
    return not is_candidate(application, user) and user.has_role(Role.PUBLICITY_OFFICER)


def may_conclude(application, user) -> bool:
    """The period closes by itself; a publicity officer ends a deferral."""
    return user.is_robot or may_announce(application, user)


may_confirm = may_defer = may_revoke = may_conclude


def may_appoint(application, user) -> bool:
    """The contract's completion appoints: HR records it."""
    return may_select(application, user)


def may_purge(application, user) -> bool:
    """The robot by the policy, the person for what is their own, who answers for personal information on a person's request."""
    return user.is_robot or is_candidate(application, user) or user.has_role(Role.SECURITY_ADMINISTRATOR)


def may_lapse(application, user) -> bool:
    """Time does it: the robot, or HR where a day has passed."""
    return user.is_robot or may_select(application, user)
