"""The verb that decides who is interviewed, by the ratio of the round."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from positions.models import Position
from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.core.refusals import Refused
from recruitment.ledger.actions import commit
from screening.applications import actions as applications
from screening.applications.models import Application
from screening.applications.states import RejectionReason
from screening.merit import scoring
from screening.merit.models import Shortlist
from screening.merit.permissions import may_shortlist
from screening.merit.queries import hindrance, tested


@transaction.atomic
def shortlist(position: Position, *, by: User) -> Shortlist:
    """So many for each vacancy go to the interview, in the order of the test; for the others a rejection is proposed, which a second person decides."""
    if not may_shortlist(position, by):
        raise PermissionDenied
    position = Position.objects.select_for_update(of=("self",), no_key=True).get(pk=position.pk)
    if reason := hindrance(position):
        raise Refused(reason, subject=position)
    files, places = list(tested(position).select_related("candidate")), position.headcount * position.round.interview_ratio
    limit = scoring.limit([file.competence_score for file in files], places)
    lines = [[file.candidate_code, str(file.competence_score), limit is None or file.competence_score >= limit] for file in files]
    made = Shortlist.objects.create(position=position, places=places, limit=limit, lines=lines, made_by=by)
    commit("shortlist", position.reference, {"places": places, "limit": limit, "lines": lines}, by=by)
    record("screening.shortlist.shortlist", made, by=by, data={"position": position.reference, "places": places})
    for file, (_code, _score, is_invited) in zip(files, lines, strict=True):
        if not is_invited:
            _propose(file, made, by=by)
    return made


def _propose(file: Application, made: Shortlist, *, by: User) -> None:
    with translation.override(file.candidate.language):
        told = {"score": file.competence_score, "places": made.places, "limit": made.limit}
        sentence = _(
            "Your score in the professional competence test is %(score)s. There are %(places)s places at the interview; the last of them went to a score of %(limit)s."
        )
        applications.propose_rejection(file, reason=RejectionReason.RANKED_BELOW, sentence=sentence % told, by=by)
