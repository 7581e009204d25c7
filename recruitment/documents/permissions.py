"""Who may do what to paper. The floors above decide who sees whose file; here stand the outer bounds."""

from recruitment.accounts.roles import STAFF


def may_receive(user, owner) -> bool:
    """People hand in their own papers; officers take in what came by post."""
    return user == owner or user.is_robot or user.has_role(*STAFF)


def may_erase(user, paper) -> bool:
    """The owner withdraws a file, an officer or the retention robot erases it; the floors above bind this to a stage."""
    return user == paper.owner or user.is_robot or user.has_role(*STAFF)


def may_press(user, issued) -> bool:
    """Pressing again what failed is for the office."""
    return user.is_robot or user.has_role(*STAFF)
