"""The verbs of a panel's member: rate, lock, moderate."""

from collections.abc import Mapping
from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.core.moving import moving
from recruitment.core.refusals import Refused
from recruitment.ledger.actions import commit
from screening.assessors.models import Membership
from screening.crosscultural import scoring
from screening.crosscultural.conditions import is_ahead
from screening.crosscultural.models import Dimension, Interview, Moderation, Rating, Sheet
from screening.crosscultural.permissions import may_moderate
from screening.crosscultural.queries import is_all_locked
from screening.crosscultural.states import HIGHEST, LOWEST, OBSERVATION_SHORTEST, InterviewState, SheetState

MILLIONTH = Decimal("0.000001")


def rate(interview: Interview, *, ratings: Mapping[int, tuple[int | None, str]], by: User) -> Sheet:
    """Keep ratings as a draft: dimension id → (points, observation)."""
    with transaction.atomic(), moving(_sheet(interview, by)) as sheet:
        _refuse_closed(sheet, by)
        for dimension in interview.booklet.dimensions.filter(pk__in=ratings):
            points, observation = ratings[dimension.pk]
            if points is not None and not LOWEST <= points <= HIGHEST:
                raise Refused(_("Points run from 1 to 5."), subject=interview)
            told = {"points": points, "observation": observation.strip()}
            Rating.objects.update_or_create(sheet=sheet, dimension=dimension, defaults=told)
        record("screening.sheet.rate", sheet, by=by)
    return sheet


def lock(interview: Interview, *, by: User) -> Sheet:
    """Make the ratings final; only now the other members' ratings can be seen."""
    with transaction.atomic(), moving(_sheet(interview, by)) as sheet:
        _refuse_closed(sheet, by)
        dimensions, ratings = list(interview.booklet.dimensions.all()), {row.dimension_id: row for row in sheet.ratings.all()}
        if any(not is_whole(ratings.get(dimension.pk)) for dimension in dimensions):
            raise Refused(_("Every dimension needs points and an observation of at least 20 characters before you lock."), subject=sheet)
        points = {dimension.key: ratings[dimension.pk].points for dimension in dimensions}
        sheet.average = scoring.average([(points[row.key], row.weight) for row in dimensions]).quantize(MILLIONTH)
        sheet.lock(by=by)
        sheet.locked_at = timezone.now()
        payload = {"points": points, "average": sheet.average}
        commit("sheet", f"{interview.uuid}/{sheet.pk}", payload, about=interview.application.uuid, by=by)
    return sheet


def is_whole(rating: Rating | None) -> bool:
    """Points, and an observation of some length."""
    return rating is not None and rating.points is not None and len(rating.observation) >= OBSERVATION_SHORTEST


def _sheet(interview: Interview, by: User) -> Sheet:
    """The member's own sheet, begun when it is first written on; somebody without a seat has none."""
    booking = interview.bookings.filter(released_at=None).select_related("slot").first()
    if booking is None or not Interview.objects.rated_by(by).filter(pk=interview.pk).exists():
        raise PermissionDenied
    if is_ahead(booking.slot):
        raise Refused(_("Ratings are entered once the interview has begun."), subject=interview)
    if not interview.booklet.is_open:
        raise Refused(_("The question booklet is still sealed. Two people open it first."), subject=interview)
    membership = Membership.objects.live().of(by).get(panel=booking.slot.panel_id)
    return Sheet.objects.get_or_create(interview=interview, membership=membership)[0]


def _refuse_closed(sheet: Sheet, by: User) -> None:
    if sheet.state == SheetState.LOCKED:
        raise Refused(_("These ratings are locked and cannot be changed."), subject=sheet)


def moderate(interview: Interview, *, dimension: Dimension, points: int, reason: str, text: str, by: User) -> Moderation:
    """After the discussion: other points of one's own beside the locked ones, with a coded reason and an explanation."""
    own = Sheet.objects.of(by).counting().locked().filter(interview=interview).first()
    if own is None or not may_moderate(own, by) or not Interview.objects.rated_by(by).filter(pk=interview.pk).exists():
        raise PermissionDenied
    with moving(interview) as interview:
        _refuse_moderation(interview, points, text)
        now = standing_points(own)
        before, now[dimension.pk] = now[dimension.pk], points
        told = {"before": before, "points": points, "reason": reason}
        weighted = [(now[row.pk], row.weight) for row in interview.booklet.dimensions.all()]
        average = scoring.average(weighted).quantize(MILLIONTH)
        made = Moderation.objects.create(sheet=own, dimension=dimension, average=average, text=text.strip(), **told)
        commit("moderation", f"{interview.uuid}/{made.pk}", {"dimension": dimension.key, **told}, about=interview.application.uuid, by=by)
        record("screening.interview.moderate", interview, by=by, data={"reason": reason})
    return made


def _refuse_moderation(interview: Interview, points: int, text: str) -> None:
    if interview.state != InterviewState.OPENED or not is_all_locked(interview):
        raise Refused(_("Points are moderated once all members have locked theirs, and before the result."), subject=interview)
    if not LOWEST <= points <= HIGHEST:
        raise Refused(_("Points run from 1 to 5."), subject=interview)
    if len(text.strip()) < OBSERVATION_SHORTEST:
        raise Refused(_("Explain the moderation in at least 20 characters."), subject=interview)


def standing_points(sheet: Sheet) -> dict[int, int]:
    """Dimension id → the points that count: the last moderation, or what was locked."""
    locked = dict(sheet.ratings.values_list("dimension", "points"))
    return locked | dict(sheet.moderations.order_by("pk").values_list("dimension", "points"))


@transaction.atomic
def read(interview: Interview, *, by: User) -> None:
    """Every look at an interview's sheet is recorded."""
    record("screening.interview.read", interview, by=by)
