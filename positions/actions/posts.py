"""The verbs of a post: plan, revise, copy, review, refuse, amend, publish, close."""

from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from modeltranslation.utils import build_localized_fieldname as localized

from positions import conditions
from positions.models import RICH_TEXTS, Position, Refusal, Round
from positions.permissions import may_edit, may_plan
from positions.states import PositionState, RefusalReason
from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.core import caching, richtext
from recruitment.core.moving import moving
from recruitment.core.references import allocate
from recruitment.core.refusals import Refused
from recruitment.core.search import index_text
from recruitment.ledger.actions import commit
from recruitment.notifications.actions import notify
from recruitment.notifications.kinds import Kind
from recruitment.policy import queries as policy
from recruitment.policy.register import REGISTER

SERIES = "position"
FROZEN = (
    *("competence_weight", "crosscultural_weight", "competence_min", "crosscultural_min", "panel_size", "aggregation", "tie_breaks"),
    *("needs_attestation", "notice_working_days", "notice_rule", "service_days"),
)
NOT_COPIED = (
    *("id", "uuid", "reference", "state", "author", "edited_by", "created_at", "search_text", "search_vector"),
    *("opens_at", "closes_at", "test_on", "interview_on", "approval_document_no", "involves_state_secrets", "secrecy_declared_by"),
    *("reviewed_by", "reviewed_at", "review_note", "reviewed_digest", "published_by", "published_at", "closed_at"),
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
    _clean(position)
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
    _clean(position)
    position.save()
    record("positions.position.revise", position, by=by)
    return position


@transaction.atomic
def copy(position: Position, *, by: User) -> Position:
    """Write a new draft from a post: everything but its dates, its approval number, its answer on secrecy and its stamps."""
    kept = {field.attname: getattr(position, field.attname) for field in position._meta.concrete_fields if field.name not in NOT_COPIED}
    draft = plan(Position(**kept), by=by)
    asked: list[Any] = [*position.rules.all(), *position.required_documents.all()]
    for row in asked:
        row.pk, row._state.adding, row.position = None, True, draft
        row.save(force_insert=True)
    record("positions.position.copy", draft, by=by, data={"from": position.reference})
    return draft


def review(position: Position, *, by: User, note: str) -> Position:
    """Pass the secrecy review, as a second person; the fingerprint holds what was read."""
    with moving(position) as position:
        _refuse_incomplete(position)
        digest = conditions.digest(position)
        _refuse_another_opinion(position, digest, by=by)
        position.review(by=by, note=note, digest=digest)
    return position


def refuse(position: Position, *, by: User, reason: str, note: str) -> Position:
    """Send a post back to its author, as a second person, with a reason; who wrote and who edited it get a letter."""
    with moving(position) as position:
        digest = conditions.digest(position)
        if position.state == PositionState.DRAFTED and position.refusals.filter(digest=digest).exists():
            raise Refused(_("This version was refused already; it waits for its author."), subject=position)
        position.refuse(by=by, reason=reason, note=note)
        Refusal.objects.create(position=position, reason=reason, note=note, digest=digest, by=by)
        desk = settings.SITE_URL + reverse("admin:positions_position_change", args=[position.pk])
        told = {"reason": RefusalReason(reason).label, "note": note, "desk_url": desk}
        for writer in {position.author, position.edited_by or position.author}:
            notify(writer, Kind.POST_REFUSED, about=position, **told)
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


def close_at_deadline(position: Position, *, by: User) -> Position:
    """End the call because its time is over; asked again under the lock, for the deadline may have been extended a moment ago."""
    with moving(position) as position:
        if position.closes_at > timezone.now():
            raise Refused(_("The deadline has been extended; the call stays open."), subject=position)
        position.close(by=by)
        caching.purge()
    return position


@transaction.atomic
def freeze(round: Round, *, by: User) -> Round:
    """Fix the rules of a round with the policy of the day, and commit to them in the ledger; done once, before the first application."""
    round = Round.objects.select_for_update(of=("self",), no_key=True).get(pk=round.pk)
    if round.is_frozen:
        return round
    in_force = {"policy": policy.frozen(REGISTER), "policy_sources": policy.sources(REGISTER)}
    round.frozen = {name: getattr(round, name) for name in FROZEN} | {"stages": list(round.service_days)} | in_force
    round.frozen_at = timezone.now()
    round.save()
    commit("round", round.reference, round.frozen, by=by)
    record("positions.round.freeze", round, by=by)
    return round


def searchable(position: Position) -> str:
    """The words by which a post is found, in every language."""
    codes = [code for code, _name in settings.LANGUAGES]
    texts = [richtext.plain(getattr(position, localized(name, code)) or "") for name in SEARCHED for code in codes]
    texts += [getattr(position.department, localized(name, code)) for name in ("name", "short_name") for code in codes]
    return index_text(position.reference, position.department.code, *texts)


def _clean(position: Position) -> None:
    """Nothing but allowed elements is kept of what was typed or pasted, whichever door it came through."""
    for column in (localized(name, code) for name in RICH_TEXTS for code, _name in settings.LANGUAGES):
        setattr(position, column, richtext.sanitise(getattr(position, column) or ""))


def _refuse_another_opinion(position: Position, digest: str, *, by: User) -> None:
    """A version that one reader refused is not carried to the next until somebody lets it through; only the same reader may."""
    last = position.refusals.first()
    if last and last.digest == digest and last.by != by:
        sentence = _("This very version was refused by {name}. Change it first, or let the same person pass it.")
        raise Refused(format_lazy(sentence, name=last.by.display_name), subject=position)


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
