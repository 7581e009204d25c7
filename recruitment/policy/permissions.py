"""Who may read and change the policy. Roles live a floor above; here they are only words."""


def may_read(user) -> bool:
    """HR works by the parameters, the administrators keep them, oversight watches."""
    return may_set_value(user) or user.has_role("hr_officer", "security_administrator", "audit_administrator", "publicity_officer")


def may_set_value(user) -> bool:
    """The system administrator keeps the register."""
    return user.has_role("system_administrator")
