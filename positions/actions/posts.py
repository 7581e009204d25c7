"""The verbs of the planning office: plan, revise, review, amend, publish, close."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modeltranslation.utils import build_localized_fieldname as localized

from positions import conditions
from positions.models import Position, Round
from positions.permissions import may_edit, may_plan
from positions.states import PositionState
from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.core import caching
from recruitment.core.moving import moving
from recruitment.core.references import allocate
from recruitment.core.refusals import Refused
from recruitment.core.search import index_text
from recruitment.ledger.actions import commit
from recruitment.policy import queries as policy
from recruitment.policy.register import REGISTER

SERIES = "position"
FROZEN = (
    *("competence_weight", "crosscultural_weight", "competence_min", "crosscultural_min", "panel_size", "aggregation"),
    *("notice_working_days", "notice_rule", "service_days"),
)
SEARCHED = ("title", "summary", "duties", "description", "place")


@transaction.atomic
def plan(position: Position, *, by: User) -> Position:
    """Write a new post: it gets its code and its author, and waits for the secrecy review."""
    if not may_plan(by, position.department):
        raise PermissionDenied
    year = timezone.localdate().year
    position.reference = f"SH-P-{year}-{allocate(SERIES, year):03d}"
    position.author = by
    position.save(force_insert=True)
    record("positions.position.plan", position, by=by)
    return position


@transaction.atomic
def revise(position: Position, *, by: User) -> Position:
    """Save what was changed in a draft; a post past the draft must be taken back first."""
    standing = Position.objects.select_for_update(of=("self",), no_key=True).get(pk=position.pk)
    if standing.state != PositionState.DRAFTED:
        raise Refused(_("The post is no longer a draft. Take it back to the draft before you change it."), subject=standing)
    if not (may_edit(standing, by) and may_edit(position, by)):
        raise PermissionDenied
    position.edited_by = by
    position.save()
    record("positions.position.revise", position, by=by)
    return position


def review(position: Position, *, by: User, note: str) -> Position:
    """Pass the secrecy review, as a second person; the fingerprint holds what was read."""
    with moving(position) as position:
        _refuse_incomplete(position)
        position.review(by=by, note=note, digest=conditions.digest(position))
    return position


def amend(position: Position, *, by: User, note: str) -> Position:
    """Take a reviewed post back to the draft."""
    with moving(position) as position:
        position.amend(by=by, note=note)
    return position


def publish(position: Position, *, by: User) -> Position:
    """Open a reviewed post to the public, and fix the rules of its round if it is the first."""
    with moving(position) as position:
        _refuse_unready(position)
        position.search_text = searchable(position)
        position.publish(by=by)
        freeze(position.round, by=by)
        commit("position", position.reference, {"digest": position.reviewed_digest, "closes_at": position.closes_at.isoformat()}, by=by)
        caching.purge()
    return position


def close(position: Position, *, by: User) -> Position:
    """End the call: no more applications are taken."""
    with moving(position) as position:
        position.close(by=by)
        caching.purge()
    return position


@transaction.atomic
def freeze(round: Round, *, by: User) -> Round:
    """Fix the rules of a round with the policy of the day, and commit to them in the ledger; done once, before the first application."""
    round = Round.objects.select_for_update(of=("self",), no_key=True).get(pk=round.pk)
    if round.is_frozen:
        return round
    round.frozen = {name: getattr(round, name) for name in FROZEN} | {"policy": policy.frozen(REGISTER)}
    round.frozen_at = timezone.now()
    round.save()
    commit("round", round.reference, round.frozen, by=by)
    record("positions.round.freeze", round, by=by)
    return round


def searchable(position: Position) -> str:
    """The words by which a post is found, in every language."""
    codes = [code for code, _name in settings.LANGUAGES]
    texts = [getattr(position, localized(name, code)) for name in SEARCHED for code in codes]
    texts += [getattr(position.department, localized(name, code)) for name in ("name", "short_name") for code in codes]
    return index_text(position.reference, position.department.code, *texts)


def _refuse_incomplete(position: Position) -> None:
    if position.state == PositionState.DRAFTED and (sentences := conditions.missing(position)):
        raise conditions.Incomplete(sentences, subject=position)


def _refuse_unready(position: Position) -> None:
    """Tell at once everything that stands against publication."""
    sentences = []
    if position.state == PositionState.DRAFTED:
        sentences = [_("The secrecy review by a second person has not been done."), *conditions.missing(position)]
    elif position.state == PositionState.REVIEWED:
        sentences = conditions.missing(position)
        if not conditions.is_unchanged_since_review(position):
            sentences.append(_("The post was changed after the secrecy review; it must be reviewed again."))
    if sentences:
        raise conditions.Incomplete(sentences, subject=position)
