"""Who may read and change the calendar. Roles live a floor above; here they are only words."""


def may_import_arrangement(user) -> bool:
    """The system administrator enters what the State Council has announced."""
    return user.has_role("system_administrator")
