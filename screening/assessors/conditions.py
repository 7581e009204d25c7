"""What must hold before a question about a conflict is settled by its answer."""


def is_spoken(hint) -> bool:
    """The candidate named this person."""
    return hint.has_candidate_spoken


def is_silent(hint) -> bool:
    """The candidate did not."""
    return not hint.has_candidate_spoken
