"""The verbs beside the marks: moderate by the chief marker, ask by a marker."""

from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.core.moving import moving
from recruitment.core.refusals import Refused
from recruitment.ledger.actions import commit
from screening.competence.actions.results import score as score_of
from screening.competence.models import FollowUp, Marking, Moderation, Sitting
from screening.competence.permissions import may_mark, may_moderate
from screening.competence.states import OBSERVATION_SHORTEST


def moderate(sitting: Sitting, *, score: Decimal, reason: str, text: str, by: User) -> Moderation:
    """Set another score beside the markers' sheets, with a coded reason and an explanation; nothing is overwritten."""
    if not may_moderate(sitting, by):
        raise PermissionDenied
    with moving(sitting) as sitting:
        before = score_of(sitting)
        if before is None:
            raise Refused(_("A script is moderated once all its markers have locked their marks."), subject=sitting)
        if len(text.strip()) < OBSERVATION_SHORTEST:
            raise Refused(_("Explain the moderation in at least 20 characters."), subject=sitting)
        told = {"before": before, "score": score, "reason": reason}
        moderation = Moderation.objects.create(sitting=sitting, chief=by, text=text.strip(), **told)
        commit("moderation", f"{sitting.uuid}/{moderation.pk}", told, about=sitting.application.uuid, by=by)
        record("screening.sitting.moderate", sitting, by=by, data={"reason": reason})
    return moderation


@transaction.atomic
def ask(marking: Marking, *, text: str, by: User) -> FollowUp:
    """Propose a question for the interview about a script on one's own desk."""
    if not may_mark(marking, by) or not Marking.objects.visible_to(by).filter(pk=marking.pk).exists():
        raise PermissionDenied
    asked = FollowUp.objects.create(sitting=marking.sitting, marker=by, text=text.strip())
    record("screening.sitting.ask", marking.sitting, by=by)
    return asked
