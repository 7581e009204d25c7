"""The verbs of a merit list: draw up, close, send back, and promote the next reserve."""

from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from positions.conditions.spans import add_months
from positions.models import Position
from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.core.moving import moving
from recruitment.core.refusals import Refused
from recruitment.ledger.actions import commit
from screening.applications import actions as applications
from screening.applications.conditions import has_nothing_to_follow, may_be_published
from screening.applications.models import Application
from screening.applications.states import RejectionReason
from screening.merit import scoring
from screening.merit.models import MeritLine, MeritList
from screening.merit.permissions import may_draw_up, may_promote
from screening.merit.queries import beside, candidates, next_reserve, obstacle, vacancies
from screening.merit.states import Decision, ListState


@transaction.atomic
def draw_up(position: Position, *, by: User) -> MeritList:
    """Rank everybody who passed test and interview, by the weights of the round; a second person closes the list."""
    if not may_draw_up(position, by):
        raise PermissionDenied
    reason = obstacle(position)
    if reason:
        raise Refused(reason, subject=position)
    merit_list = MeritList(position=position, headcount=position.headcount, made_by=by)
    merit_list.competence_weight, merit_list.crosscultural_weight = position.round.competence_weight, position.round.crosscultural_weight
    merit_list.benchmark = _benchmark(position)
    try:
        with transaction.atomic():
            merit_list.save(force_insert=True)
    except IntegrityError:
        raise Refused(_("This post already has a merit list."), subject=position) from None
    MeritLine.objects.bulk_create(lines(merit_list))
    record("screening.meritlist.draw_up", merit_list, by=by, data={"position": position.reference})
    return merit_list


def _benchmark(position: Position) -> Decimal | None:
    """What an only candidate must reach, where the round asks it and the panel saw others."""
    files = list(candidates(position)[:2])
    return scoring.average(beside(files[0])) if len(files) == 1 and position.round.single_candidate_rule else None


def lines(merit_list: MeritList) -> list[MeritLine]:
    """The lines as they follow from the scores and weights, not yet written."""
    ranked_files = {file.candidate_code: file for file in candidates(merit_list.position)}
    results = [scoring.Result(code, file.competence_score, file.crosscultural_score) for code, file in ranked_files.items()]
    weights = scoring.Weights(merit_list.competence_weight, merit_list.crosscultural_weight)
    rules = merit_list.position.round.tie_breaks
    places = scoring.ranked(results, weights, merit_list.headcount, rules, merit_list.benchmark)
    return [_line(merit_list, ranked_files[place.code], place) for place in places]


def _line(merit_list: MeritList, file: Application, place: scoring.Place) -> MeritLine:
    return MeritLine(
        merit_list=merit_list,
        application=file,
        competence_score=file.competence_score,
        crosscultural_score=file.crosscultural_score,
        composite=place.composite,
        rank=place.rank,
        decision=place.decision,
        tie_break=place.tie_break,
    )


def close(merit_list: MeritList, *, by: User) -> MeritList:
    """Approve as the second person: scores and ranks go to the files, and each file takes the step that its place means."""
    with moving(merit_list) as merit_list:
        written = list(merit_list.lines.select_related("application__candidate"))
        if [_said(line) for line in written] != [_said(line) for line in lines(merit_list)]:
            raise Refused(
                _("The files have changed since the list was drawn up. Send it back and draw up another one."), subject=merit_list
            )
        merit_list.close(by=by)
        merit_list.closed_by, merit_list.closed_at = by, timezone.now()
        merit_list.reserve_until = add_months(timezone.localdate(), merit_list.position.round.reserve_months)
        commit("merit", f"{merit_list.position.reference}/{merit_list.pk}", _published(merit_list, written), by=by)
        for line in written:
            _carry_out(line, by=by)
    return merit_list


def _said(line: MeritLine) -> tuple:
    return (line.rank, line.application_id, line.composite, line.decision, line.tie_break)


def _published(merit_list: MeritList, written: list[MeritLine]) -> dict:
    """What the ledger fixes: weights, and codes with their scores; no name."""
    rows = [
        [line.rank, line.application.candidate_code, line.competence_score, line.crosscultural_score, line.composite] for line in written
    ]
    weights = {"competence": merit_list.competence_weight, "crosscultural": merit_list.crosscultural_weight}
    return {"weights": weights, "headcount": merit_list.headcount, "benchmark": merit_list.benchmark, "lines": rows}


def _carry_out(line: MeritLine, *, by: User) -> None:
    application = applications.score(line.application, by=by, composite=line.composite, rank=line.rank)
    if line.decision == Decision.NOMINATE and may_be_published(application) and has_nothing_to_follow(application):
        applications.nominate(application, by=by)
    elif line.decision in (Decision.NOMINATE, Decision.RESERVE):
        applications.reserve(application, by=by)
    else:
        with translation.override(application.candidate.language):
            sentence = _("Your overall score is %(score)s; on the merit list you have place %(rank)s.") % {
                "score": line.composite,
                "rank": line.rank,
            }
        applications.propose_rejection(application, reason=RejectionReason.RANKED_BELOW, sentence=sentence, by=by)


def discard(merit_list: MeritList, *, reason: str, by: User) -> MeritList:
    """Send a list back; what it said stays on record."""
    with moving(merit_list) as merit_list:
        merit_list.discard(by=by, reason=reason)
    return merit_list


def promote(merit_list: MeritList, *, by: User) -> Application:
    """A place has become free: the next one on the reserve list moves up."""
    if not may_promote(merit_list, by):
        raise PermissionDenied
    with moving(merit_list) as merit_list:
        if merit_list.state != ListState.CLOSED or vacancies(merit_list) < 1:
            raise Refused(_("No place has become free."), subject=merit_list)
        application = next_reserve(merit_list)
        if application is None:
            raise Refused(_("Nobody is left on the reserve list."), subject=merit_list)
        application = applications.nominate(application, by=by)
        merit_list.lines.filter(application=application).update(promoted_at=timezone.now())
        record("screening.meritlist.promote", merit_list, by=by, data={"code": application.candidate_code})
    return application


@transaction.atomic
def export(merit_list: MeritList, *, by: User) -> None:
    """Every export is recorded."""
    record("screening.meritlist.export", merit_list, by=by)
