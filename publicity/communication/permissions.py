"""Who may publish: a publicity officer who did not write it."""

from recruitment.accounts.roles import Role


def may_publish(item, user) -> bool:
    return user.has_role(Role.PUBLICITY_OFFICER) and item.author_id != user.pk
