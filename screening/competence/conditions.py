"""What must be true of a paper, a sitting and a marking before a verb may be done to it."""

from django.utils import timezone

from screening.competence.states import GRACE, PaperState


def is_due(paper) -> bool:
    """The time to open has come and the time to close has not."""
    return paper.opens_at is not None and paper.opens_at <= timezone.now() < paper.closes_at


def is_over(paper) -> bool:
    """The time to close has come."""
    return paper.closes_at is not None and paper.closes_at <= timezone.now()


def has_open_paper(sitting) -> bool:
    """The paper is open at this moment, by the server's clock."""
    return sitting.paper.state == PaperState.OPENED and is_due(sitting.paper)


def has_missed(sitting) -> bool:
    """The paper closed before the candidate started."""
    return is_over(sitting.paper)


def is_in_time(sitting) -> bool:
    """What arrives now was sent before the end, a short way of the network included."""
    return sitting.ends_at is not None and timezone.now() <= sitting.ends_at + GRACE


def is_out_of_time(sitting) -> bool:
    """Nothing can arrive in time any more."""
    return sitting.ends_at is not None and not is_in_time(sitting)


def has_result(sitting) -> bool:
    """The markers' totals gave a score, or there was nothing to mark."""
    return sitting.score is not None or sitting.started_at is None


def is_filled_in(marking) -> bool:
    """Every rubric line has points and a written observation."""
    return marking.total is not None
