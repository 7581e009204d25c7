"""Who may do what in mentoring. HR pairs and counts; only the two read what was said."""

from recruitment.accounts.roles import Role


def may_pair(appointment, user) -> bool:
    return user.holds(Role.HR_OFFICER, appointment.application.position.department.code) and user.pk != appointment.officer_id


def is_mentor(pairing, user) -> bool:
    return user.pk == pairing.mentor_id and user.has_role(Role.MENTOR)


def may_log(pairing, user) -> bool:
    """The mentor, while the pairing lasts."""
    return pairing.until is None and is_mentor(pairing, user)


def may_end(pairing, user) -> bool:
    """Either of the two or HR; no reason is asked for."""
    return user.pk in (pairing.mentor_id, pairing.appointment.officer_id) or may_pair(pairing.appointment, user)
