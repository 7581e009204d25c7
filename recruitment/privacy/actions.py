"""The verbs of privacy: give and withdraw a consent, adopt a notice."""

from datetime import date
from hashlib import sha256

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from recruitment.core.footprints import leave
from recruitment.core.refusals import Refused
from recruitment.privacy import registry
from recruitment.privacy.models import Consent, PrivacyNotice, Wording
from recruitment.privacy.permissions import may_adopt_notice
from recruitment.privacy.queries import naming
from recruitment.privacy.states import ConsentEvent, ConsentKind
from recruitment.privacy.texts import checksum, text


@transaction.atomic
def give(person, kind: ConsentKind, *, language: str, about: models.Model | None = None, by) -> Consent:
    """Consent to one thing on the words of today; giving it twice on the same words leaves one line (PIPL Art. 14)."""
    _only_oneself(person, by)
    wording = _wording(ConsentKind(kind), language)
    standing = Consent.objects.of(person).about(about).filter(kind=kind).first()
    if standing is not None and standing.event == ConsentEvent.GIVEN and standing.wording_id == wording.hash:
        return standing
    label, reference = naming(about)
    consent = _line(person, kind, ConsentEvent.GIVEN, wording=wording, about_label=label, about_reference=reference)
    leave("privacy.consent.give", consent, by=by, data={"kind": kind, "wording": wording.hash, "about": reference})
    return consent


@transaction.atomic
def withdraw(consent: Consent, *, by) -> Consent:
    """Take a consent back as easily as it was given (PIPL Art. 15); what was done before stays lawful."""
    _only_oneself(consent.person, by)
    same = Consent.objects.filter(person=consent.person, kind=consent.kind)
    last = same.filter(about_label=consent.about_label, about_reference=consent.about_reference).first()
    if last is None or last.event != ConsentEvent.GIVEN:
        raise Refused(_("You have already withdrawn this consent."), subject=consent)
    about = {"about_label": last.about_label, "about_reference": last.about_reference}
    line = _line(last.person, last.kind, ConsentEvent.WITHDRAWN, wording=last.wording, **about)
    leave("privacy.consent.withdraw", line, by=by, data={"kind": line.kind, "about": line.about_reference})
    return line


@transaction.atomic
def take_back(consent: Consent, *, by) -> Consent:
    """Withdraw a consent with everything that follows from it; within a form that is still being filled `withdraw` is enough."""
    line = withdraw(consent, by=by)
    registry.carried_out(line, by=by)
    return line


@transaction.atomic
def adopt_notice(bodies: dict[str, str], *, valid_from: date, by) -> PrivacyNotice:
    """Put a new version of the notice in force from a day on; `bodies` holds the text in every language by its code."""
    if not may_adopt_notice(by):
        raise Refused(_("The notice on personal information is adopted by the security administrator."))
    if any(not bodies.get(code, "").strip() for code, _name in settings.LANGUAGES):
        raise ValidationError(_("The notice must be there in every language."))
    if valid_from < timezone.localdate():
        raise ValidationError(_("A notice can be valid from today or from a later day on, not in the past."))
    last = PrivacyNotice.objects.aggregate(last=models.Max("version"))["last"] or 0
    notice = PrivacyNotice(version=last + 1, hash=notice_hash(last + 1, bodies), valid_from=valid_from)
    for code, _name in settings.LANGUAGES:
        setattr(notice, f"body_{code.replace('-', '_')}", bodies[code])
    notice.save(force_insert=True)
    leave("privacy.notice.adopt", notice, by=by, data={"version": notice.version, "hash": notice.hash})
    return notice


def notice_hash(version: int, bodies: dict[str, str]) -> str:
    """The checksum of one version over all its languages."""
    parts = "\n".join(f"{code}\n{bodies[code]}" for code in sorted(bodies))
    return sha256(f"{version}\n{parts}".encode()).hexdigest()


def _only_oneself(person, by) -> None:
    if person != by:
        raise Refused(_("Only the person concerned can give or withdraw a consent."))


def _wording(kind: ConsentKind, language: str) -> Wording:
    if language not in dict(settings.LANGUAGES):
        raise ValidationError(_("This language is not one of the languages of the portal."))
    body = text(kind, language, PrivacyNotice.objects.in_force())
    said = {"kind": kind, "language": language, "body": body}
    return Wording.objects.get_or_create(hash=checksum(kind, language, body), defaults=said)[0]


def _line(person, kind: str, event: ConsentEvent, **about) -> Consent:
    return Consent.objects.create(person=person, kind=kind, event=event, at=timezone.now(), **about)
