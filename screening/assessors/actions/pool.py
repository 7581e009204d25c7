"""The verbs of the pool: add, invite, remind, accept, decline, declare, and putting somebody in or out."""

import datetime
import secrets
from typing import Any

from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from recruitment.accounts.actions import grant
from recruitment.accounts.models import User
from recruitment.accounts.roles import Role
from recruitment.audit.actions import record
from recruitment.core.moving import moving
from recruitment.core.refusals import Refused
from recruitment.notifications.actions import notify, write_to
from recruitment.notifications.kinds import Kind
from recruitment.policy.queries import value
from screening.assessors import texts
from screening.assessors.models import Assessor, Availability, Invitation, Station, Undertaking
from screening.assessors.permissions import may_declare, may_keep_pool

TOKEN_BYTES = 32


@transaction.atomic
def add(assessor: Assessor, *, by: User) -> Assessor:
    """Take somebody into the pool, under the next number."""
    if not may_keep_pool(by):
        raise PermissionDenied
    assessor.email = assessor.email.lower()
    last = Assessor.objects.select_for_update().order_by("-number").values_list("number", flat=True).first()
    assessor.number = f"A-{int(last[2:]) + 1 if last else 1:04d}"
    assessor.save(force_insert=True)
    record("screening.assessor.add", assessor, by=by, data={"number": assessor.number})
    return assessor


def invite(assessor: Assessor, *, by: User) -> Invitation:
    """Send the link; a link that was sent before and not answered is dead from now on."""
    if not may_keep_pool(by):
        raise PermissionDenied
    with moving(assessor) as assessor:
        if assessor.user_id or not assessor.is_active:
            raise Refused(_("This assessor has accepted already, or is not in the pool."), subject=assessor)
        if assessor.invitations.open().exists():
            raise Refused(_("An invitation is on its way already."), subject=assessor)
        assessor.invitations.unanswered().delete()
        expires_at = timezone.now() + datetime.timedelta(days=value("assessor.link_days"))
        token = secrets.token_urlsafe(TOKEN_BYTES)
        invitation = Invitation.objects.create(
            assessor=assessor, invited_by=by, expires_at=expires_at, token_hash=Invitation.hash_of(token)
        )
        _write(invitation, Kind.ASSESSOR_INVITED, token)
        record("screening.assessor.invite", assessor, by=by)
    return invitation


def remind(invitation: Invitation, *, by: User) -> None:
    """Once, some days before the link ends; the new letter has a new link, the old one is dead."""
    with moving(invitation) as invitation:
        if invitation.reminded_at or not Invitation.objects.open().filter(pk=invitation.pk).exists():
            raise Refused(_("This invitation is closed."), subject=invitation)
        token = secrets.token_urlsafe(TOKEN_BYTES)
        invitation.token_hash, invitation.reminded_at = Invitation.hash_of(token), timezone.now()
        _write(invitation, Kind.ASSESSOR_REMINDED, token)
        record("screening.assessor.remind", invitation.assessor, by=by)


def _write(invitation: Invitation, kind: Kind, token: str) -> None:
    """A letter to somebody who may have no account, in their language."""
    assessor, last = invitation.assessor, timezone.localdate(invitation.expires_at)
    with translation.override(assessor.language):
        page = reverse("assessors:invitation", args=[token])
    told: dict[str, Any] = {"recipient": assessor.name, "until_on": last, "answer_url": settings.SITE_URL + page}
    write_to(assessor.email, kind, about=invitation, language=assessor.language, **told)


def accept(invitation: Invitation, *, by: User) -> Assessor:
    """The invited person, signed in under the address that was invited, becomes an assessor."""
    with moving(invitation) as invitation:
        _refuse_closed(invitation)
        with moving(invitation.assessor) as assessor:
            if not EmailAddress.objects.filter(user=by, email__iexact=assessor.email, verified=True).exists():
                raise Refused(_("Sign in with the address to which the invitation was sent."), subject=invitation)
            assessor.user, invitation.accepted_at = by, timezone.now()
        if not by.has_role(Role.ASSESSOR):
            grant(by, Role.ASSESSOR, by=User.objects.robot())
        notify(invitation.invited_by, Kind.ASSESSOR_ANSWERED, about=assessor, name=assessor.name, is_accepted=True)
        record("screening.assessor.accept", assessor, by=by)
    return assessor


def decline(invitation: Invitation, *, by: User) -> None:
    """The invited person does not want to; no account is needed to say so."""
    with moving(invitation) as invitation:
        _refuse_closed(invitation)
        invitation.declined_at = timezone.now()
        name = invitation.assessor.name
        notify(invitation.invited_by, Kind.ASSESSOR_ANSWERED, about=invitation.assessor, name=name, is_accepted=False)
        record("screening.assessor.decline", invitation.assessor, by=by)


def _refuse_closed(invitation: Invitation) -> None:
    if not Invitation.objects.open().filter(pk=invitation.pk).exists():
        raise Refused(_("This invitation is closed."), subject=invitation)


@transaction.atomic
def declare(round, *, language: str, by: User) -> Undertaking:
    """Declare secrecy and impartiality for a round; the exact words, their version and language are kept."""
    if not may_declare(by, round):
        raise PermissionDenied
    words = {"language": language, "body": texts.text(language), "checksum": texts.checksum(language)}
    undertaking, is_new = Undertaking.objects.get_or_create(assessor=by, round=round, version=texts.VERSION, defaults=words)
    if is_new:
        data = {"round": round.reference, "version": texts.VERSION, "language": language, "checksum": words["checksum"]}
        record("screening.undertaking.declare", undertaking, by=by, data=data)
    return undertaking


def retire(assessor: Assessor, *, by: User) -> Assessor:
    """Put somebody out of the pool: nobody draws or invites them, what they did stays."""
    return _set(assessor, False, by=by)


def restore(assessor: Assessor, *, by: User) -> Assessor:
    """Put somebody back."""
    return _set(assessor, True, by=by)


def _set(assessor: Assessor, is_active: bool, *, by: User) -> Assessor:
    if not may_keep_pool(by):
        raise PermissionDenied
    with moving(assessor) as assessor:
        assessor.is_active = is_active
        record("screening.assessor.restore" if is_active else "screening.assessor.retire", assessor, by=by)
    return assessor


@transaction.atomic
def tell(assessor: Assessor, *, kind: str, told: dict, by: User) -> None:
    """An assessor adds a station of their life, or a time at which they can be asked."""
    if assessor.user_id != by.pk:
        raise PermissionDenied
    row = Station(assessor=assessor, **told) if kind == "station" else Availability(assessor=assessor, **told)
    row.save(force_insert=True)
    record("screening.assessor.tell", assessor, by=by, data={"kind": kind})


@transaction.atomic
def untell(row: Station | Availability, *, by: User) -> None:
    """An assessor takes it back."""
    if row.assessor.user_id != by.pk:
        raise PermissionDenied
    record("screening.assessor.untell", row.assessor, by=by, data={"kind": row._meta.model_name})
    row.delete()
