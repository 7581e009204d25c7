"""What must be true before a post moves."""


def is_complete(position) -> bool:
    return True


def is_unchanged_since_review(position) -> bool:
    return True
