"""What the person does: write, hand in, ask others to look again, report what changed while in service."""

import datetime
import secrets

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from recruitment.accounts.models import User
from recruitment.core.moving import moving
from recruitment.core.refusals import Refused
from screening.applications.models import Application
from screening.applications.states import State
from screening.security.actions.decisions import reconsidered_until
from screening.security.actions.reviews import tell_due
from screening.security.actions.tracing import trace
from screening.security.listing import lacks
from screening.security.models import Change, Declaration, Draft, Review
from screening.security.permissions import may_renew
from screening.security.states import LISTS, Conclusion, Kind, Occasion, ReviewState

# Nobody's life has more entries than this; a form that is sent a thousand times has.
MOST = 80


def draft_of(review: Review, *, by: User) -> Draft:
    """The person's draft; before anything was written it holds what the application says of work, and is not kept yet."""
    if review.candidate_id != by.pk:
        raise PermissionDenied
    draft = Draft.objects.filter(application_uuid=review.application_uuid).first()
    return draft or Draft(application_uuid=review.application_uuid, candidate_id=by.pk, content=_from_file(review))


def _from_file(review: Review) -> dict:
    application = Application.objects.get(uuid=review.application_uuid)
    return {Kind.EMPLOYMENT.value: [_job(row) for row in application.employment.exclude(began_on=None).order_by("began_on")]}


def _job(row) -> dict:
    told = {"name": row.employer, "detail": row.title, "country": str(row.country), "began_on": row.began_on, "ended_on": row.ended_on}
    return _entry(told, f"work{row.pk}")


def _entry(values: dict, key: str = "") -> dict:
    """One entry as it is kept: days as text, under a key that stays when it is corrected."""
    plain = {name: said.isoformat() if isinstance(said, datetime.date) else said for name, said in values.items() if said}
    return {**plain, "id": key or secrets.token_hex(4)}


def write(review: Review, *, kind: str, key: str = "", values: dict, by: User) -> None:
    """Add an entry, or correct the one with the key."""
    with moving(_open_draft(review, by)) as draft:
        entries = draft.content.setdefault(kind, [])
        place = next((number for number, row in enumerate(entries) if row["id"] == key), None)
        if place is None and sum(len(draft.content.get(each, ())) for each in Kind) >= MOST:
            raise Refused(_("A declaration has at most %(number)d entries. Join some of them.") % {"number": MOST})
        if place is None:
            entries.append(_entry(values))
        else:
            entries[place] = _entry(values, key)
        draft.content["none"] = [each for each in draft.content.get("none", ()) if each != kind]
        draft.saved_at = timezone.now()


def remove(review: Review, *, kind: str, key: str, by: User) -> None:
    """Take an entry out of the draft; versions handed in keep it."""
    with moving(_open_draft(review, by)) as draft:
        draft.content[kind] = [row for row in draft.content.get(kind, ()) if row["id"] != key]
        draft.saved_at = timezone.now()


def say_none(review: Review, *, kind: str, by: User) -> None:
    """Say that a list has nothing in it."""
    with moving(_open_draft(review, by)) as draft:
        if kind in LISTS and not draft.content.get(kind):
            draft.content["none"] = sorted({*draft.content.get("none", ()), kind})
        draft.saved_at = timezone.now()


def _open_draft(review: Review, by: User) -> Draft:
    if review.state != ReviewState.OPENED:
        raise Refused(_("The declaration cannot be changed at this time."), subject=review)
    draft = draft_of(review, by=by)
    if draft.pk is None:
        told = {"candidate_id": by.pk, "content": draft.content}
        draft, _new = Draft.objects.get_or_create(application_uuid=review.application_uuid, defaults=told)
    return draft


def hand_in(review: Review, *, by: User) -> Declaration:
    """A version that stays; the one before stays beside it, and what changed is shown to the reviewers."""
    with moving(_open_draft(review, by)) as draft:
        if lacking := lacks(draft.content, tier=review.tier):
            raise Refused(" ".join(lacking), subject=review)
        versions = Declaration.objects.filter(application_uuid=review.application_uuid)
        last = versions.last()
        if last is not None and last.content == draft.content:
            raise Refused(_("Nothing has changed since you last handed in."), subject=review)
        declaration = versions.create(
            application_uuid=review.application_uuid,
            candidate_id=by.pk,
            number=last.number + 1 if last else 1,
            content=draft.content,
        )
        trace("hand in", review, by=by)
    return declaration


# --- Afterwards ------------------------------------------------------------------------------------------------------


def may_be_reconsidered(review: Review) -> bool:
    """Not passed, within the days for it, once."""
    is_negative = (review.state, review.conclusion) == (ReviewState.DECIDED, Conclusion.NOT_PASSED) and not review.is_reconsideration
    return is_negative and timezone.localdate() <= reconsidered_until(review) and not review.followed_by.exists()


def reconsider(review: Review, *, statement: str, by: User) -> Review:
    """The person asks that others look again (domain 4.5); whoever had a part in it does not see the case any more."""
    if review.candidate_id != by.pk:
        raise PermissionDenied
    if not may_be_reconsidered(review):
        raise Refused(_("The time to ask for reconsideration is over, or it was asked for before."), subject=review)
    again = _follow(review, Occasion.RECONSIDERATION, statement=statement, verb="ask reconsideration", by=by)
    tell_due(by=User.objects.robot())
    return again


def _follow(review: Review, occasion: Occasion, *, statement: str = "", verb: str, by: User) -> Review:
    """The next review of the same person; one follows one."""
    same = {name: getattr(review, name) for name in ("application_uuid", "candidate_id", "position_reference", "reference", "tier")}
    try:
        with transaction.atomic(using="compartment"):
            again = Review.objects.create(**same, follows=review, occasion=occasion, statement=statement)
            trace(verb, again, by=by)
    except IntegrityError:
        raise Refused(_("A later review was opened before."), subject=review) from None
    return again


def renew(review: Review, *, occasion: str = Occasion.EXPIRY, by: User) -> Review:
    """A member opens the review that follows: validity runs out, or circumstances changed."""
    if not may_renew(review, by):
        raise PermissionDenied
    again = _follow(review, Occasion(occasion), verb="renew", by=by)
    tell_due(by=User.objects.robot())
    return again


def report_change(application: Application, *, kind: str, happened_on: datetime.date, statement: str, by: User) -> Change:
    """Somebody in service reports what changed; a member says whether it needs a new review."""
    if application.candidate_id != by.pk:
        raise PermissionDenied
    if application.state != State.APPOINTED:
        raise Refused(_("Changes are reported by those who are appointed. Before, correct your declaration."), subject=application)
    told = {"reference": application.reference, "candidate_id": by.pk, "kind": kind, "happened_on": happened_on, "statement": statement}
    with transaction.atomic(using="compartment"):
        change = Change.objects.create(application_uuid=application.uuid, **told)
        trace("report change", Review.objects.of_file(application.uuid).last(), by=by)
    return change
