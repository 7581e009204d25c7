"""Who may do what to merit lists. Whoever drew one up does not close it."""

from screening.assessors.permissions import may_run


def may_draw_up(position, user) -> bool:
    """HR of the post's department."""
    return may_run(position, user)


may_shortlist = may_report = may_draw_up


def may_promote(merit_list, user) -> bool:
    """HR of the post's department."""
    return may_run(merit_list.position, user)


may_discard = may_promote


def may_close(merit_list, user) -> bool:
    """Four eyes: HR of the post's department, but another person than the one who drew the list up."""
    return user.pk != merit_list.made_by_id and may_run(merit_list.position, user)
