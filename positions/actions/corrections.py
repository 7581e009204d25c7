"""The verbs of a correction: correct and extend propose one; issue, reject and withdraw decide on it."""

import datetime
import logging

from celery import current_app
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from kombu.exceptions import OperationalError
from modeltranslation.utils import build_localized_fieldname as localized

from positions.actions.posts import searchable
from positions.conditions import asked, material
from positions.models import RICH_TEXTS, Correction, Position
from positions.permissions import may_correct
from positions.states import CorrectionKind
from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.core import caching, richtext
from recruitment.core.moving import moving
from recruitment.core.refusals import Refused
from recruitment.ledger.actions import commit

log = logging.getLogger(__name__)


@transaction.atomic
def correct(position: Position, *, field: str, new, reasons: dict[str, str], by: User) -> Correction:
    """Propose to change one material part of a public post; a second person issues it."""
    position = _locked(position)
    if field in RICH_TEXTS:
        new = {code: richtext.sanitise(text) for code, text in new.items()}
    if not material.is_correctable(position, field):
        raise Refused(_("This part of a post is not changed by a correction."), subject=position)
    return _propose(position, CorrectionKind.CORRECTION, field=field, new=new, reasons=reasons, by=by)


@transaction.atomic
def extend(position: Position, *, closes_at: datetime.datetime, reasons: dict[str, str], by: User) -> Correction:
    """Propose a later deadline, while the old one has not passed."""
    position = _locked(position)
    _refuse_deadline(position, closes_at)
    return _propose(position, CorrectionKind.EXTENSION, field=material.DEADLINE, new=closes_at.isoformat(), reasons=reasons, by=by)


def _locked(position: Position) -> Position:
    return Position.objects.select_for_update(of=("self",), no_key=True).get(pk=position.pk)


def _propose(position: Position, kind: CorrectionKind, *, field: str, new, reasons: dict[str, str], by: User) -> Correction:
    if not may_correct(position, by):
        raise PermissionDenied
    if not position.is_public:
        raise Refused(_("Only a public post is corrected. Change the draft instead."), subject=position)
    if Correction.objects.proposed().filter(position=position).exists():
        raise Refused(_("A correction of this post already waits for a second person."), subject=position)
    old = material.value_of(position, field)
    _refuse_impossible(position, field, new)
    texts = {localized("reason", code): reasons[code] for code in material.LANGUAGES}
    correction = Correction.objects.create(position=position, kind=kind, field=field, old=old, new=new, made_by=by, **texts)
    record("positions.position.propose", position, by=by, data={"field": field, "kind": str(kind.value)})
    return correction


def _refuse_impossible(correction_of: Position, field: str, new) -> None:
    """A correction changes something, and leaves a post that the law and the table allow."""
    if sentences := material.objections(correction_of, field, new):
        raise Refused(" ".join(str(sentence) for sentence in sentences), subject=correction_of)


def _refuse_deadline(position: Position, closes_at: datetime.datetime) -> None:
    if sentences := material.objections_to_deadline(position, closes_at):
        raise Refused(sentences[0], subject=position)


def issue(correction: Correction, *, by: User) -> Correction:
    """Let a correction go out: the post changes, the ledger holds from and to, and the candidates will be told."""
    with moving(correction) as correction:
        position = correction.position = _locked(correction.position)
        last = position.corrections.aggregate(last=Max("number"))["last"] or 0
        correction.issue(by=by, number=last + 1)
        _refuse_stale(correction)
        _refuse_impossible(position, correction.field, correction.new)
        position.search_text = searchable(position)
        position.save()
        _ask_anew(correction)
        payload = {"field": correction.field, "from": correction.old, "to": correction.new}
        commit("correction", correction.reference, payload, by=by)
        caching.purge()
        transaction.on_commit(_tell_candidates, robust=True)
    return correction


def _ask_anew(correction: Correction) -> None:
    """Of what a post asks for, the row that stood is withdrawn and kept, and another takes its place."""
    if not asked.is_row(correction.field):
        return
    rows = getattr(correction.position, asked.RELATED[asked.part_of(correction.field)])
    row = asked.row_of(correction.position, correction.field)
    order = row.order if row else (rows.aggregate(last=Max("order"))["last"] or 0) + 1
    if row is not None:
        row.withdrawn_at = timezone.now()
        row.save(update_fields=["withdrawn_at"])
    if correction.new is not None:
        rows.create(order=order, **asked.columns(correction.field, correction.new))


def _refuse_stale(correction: Correction) -> None:
    if correction.kind == CorrectionKind.EXTENSION:
        _refuse_deadline(correction.position, datetime.datetime.fromisoformat(correction.new))
    if material.value_of(correction.position, correction.field) != correction.old:
        raise Refused(_("The post has changed since this was proposed. Refuse it and propose it anew."), subject=correction)


def _tell_candidates() -> None:
    """The floor above knows who applied; where the broker is down its sweep finds the row."""
    try:
        current_app.send_task("applications.tell_corrections")
    except OperationalError:
        log.warning("The broker is not reachable; candidates are told by the sweep.")


def reject(correction: Correction, *, by: User, note: str) -> Correction:
    """Do not let a correction go out, and say why."""
    with moving(correction) as correction:
        correction.reject(by=by, note=note)
    return correction


def withdraw(correction: Correction, *, by: User) -> Correction:
    """Take a proposal back before anybody has decided."""
    with moving(correction) as correction:
        correction.withdraw(by=by)
    return correction


def mark_told(correction: Correction) -> None:
    """Every candidate has their letter; called by the floor that wrote them, in their transaction."""
    correction.told_at = timezone.now()
    correction.save(update_fields=["told_at"])
