"""What must be true of a paper, a sitting and a marking before a verb may be done to it."""

from django.utils import timezone

from screening.competence.states import GRACE, KEY_WINDOW, PAGE_VERSIONS, PaperState


def is_due(paper) -> bool:
    """The time to open has come and the time to close has not."""
    return paper.opens_at is not None and paper.opens_at <= timezone.now() < paper.closes_at


def is_within_reach(paper) -> bool:
    """Its hour has come, or nearly. Late is not too late: the time begins for everybody when it is open."""
    return paper.opens_at is not None and paper.opens_at - KEY_WINDOW <= timezone.now()


def is_over(paper) -> bool:
    """The time to close has come."""
    return paper.closes_at is not None and paper.closes_at <= timezone.now()


def has_open_paper(sitting) -> bool:
    """The paper is open at this moment, by the server's clock."""
    return sitting.paper.state == PaperState.OPENED and is_due(sitting.paper)


def has_missed(sitting) -> bool:
    """The paper was open, and closed before the candidate started."""
    return sitting.paper.opened_at is not None and is_over(sitting.paper)


def is_identified(sitting) -> bool:
    """An invigilator has compared the name with the passport."""
    return sitting.identified_at is not None


def is_in_time(sitting) -> bool:
    """What arrives now was sent before the end, a short way of the network included; a clock that stands still ends nothing."""
    if sitting.paused_at is not None:
        return True
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


def is_reviewed_by_another(question) -> bool:
    """Nobody approves what they wrote."""
    return question.reviewer_id is not None and question.reviewer_id != question.author_id


def page_number(sitting, at) -> int:
    """The first version of a page that is shown then: whoever opens a page later writes newer versions, on whatever machine."""
    return max(0, int((at - sitting.started_at).total_seconds() * 1000)) * PAGE_VERSIONS


def is_possible(sitting, version: int) -> bool:
    """A version that a page shown before now can have counted to."""
    return 0 <= version < page_number(sitting, timezone.now()) + PAGE_VERSIONS


def is_newer(version: int, kept: int) -> bool:
    """An older save never overwrites a newer one; the same one may come twice."""
    return version >= kept
