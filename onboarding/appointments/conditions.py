"""What must be true of an appointment before a verb may be done to it."""


def has_all_clauses(appointment) -> bool:
    """Term, position and duties, pay and insurance, liability: the five blocks of Civil Servants Law, art. 103."""
    return all(text.strip() for text in appointment.clauses())


def is_filed(appointment) -> bool:
    """The conclusion of the contract was filed with the authority (art. 102)."""
    return appointment.filed_on is not None


def has_initial_training(appointment) -> bool:
    """Initial training lies within probation (art. 67)."""
    return appointment.initial_training_done_on is not None
