"""What is often sent back, said before it is handed in. Advice only: an officer decides, and nothing here stops anybody."""

import datetime
import unicodedata
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from recruitment.core.spoken_dates import day
from recruitment.policy.queries import value
from screening.applications.forms.languages import needs_certificate
from screening.applications.states import Section
from screening.applications.views.entries import gaps_of

CERTIFICATE_AGE = datetime.timedelta(days=2 * 365)


@dataclass(frozen=True)
class Advice:
    """One prompt and the section in which it is mended."""

    section: Section
    sentence: str


def advice_for(application) -> list[Advice]:
    """Every prompt that this file gives reason for."""
    identity = getattr(application, "identity", None)
    found = [*_passport(identity), *_names(identity), *_zone(identity)] if identity else []
    return [*found, *_gaps(application), *_certificates(application), *_criminal_record(application)]


def _passport(identity):
    months = value("passport.min_validity_months")
    expires = identity.passport_expires_on
    if expires and expires < months_after(timezone.localdate(), months):
        yield Advice(
            Section.IDENTITY,
            _("Your passport is valid until %(day)s only. It should be valid for at least %(months)d months; think of renewing it now.")
            % {"day": day(expires), "months": months},
        )


def _names(identity):
    printed = _letters(identity.full_name_latin)
    strange = [part for part in (identity.family_name, identity.given_names) if part and not _letters(part) <= printed]
    if printed and strange:
        yield Advice(
            Section.IDENTITY,
            _("“%(part)s” does not occur in the name as printed in your passport. Check that both are spelt alike.") % {"part": strange[0]},
        )
    if not identity.former_names:
        yield Advice(
            Section.IDENTITY, _("Does every certificate bear the name of your passport? If not, enter the other name as a former name.")
        )


def _gaps(application):
    for first, last in gaps_of(application):
        words = {"days": (last - first).days + 1, "from": day(first), "to": day(last)}
        yield Advice(
            Section.WORK,
            _(
                "Nothing is said about %(days)d days of your working life (%(from)s to %(to)s). Officers ask about gaps of more than 30 days."
            )
            % words,
        )


def _zone(identity):
    if identity.zone_checked_at and identity.zone_differences:
        yield Advice(Section.IDENTITY, _("Some of your answers differ from the lines of your passport. Look at them once more."))


def _certificates(application):
    last_day = application.position.closes_at.date() if application.position.closes_at else timezone.localdate()
    for row in application.languages.all():
        if needs_certificate(row) and row.tested_on and last_day - row.tested_on > CERTIFICATE_AGE:
            yield Advice(
                Section.LANGUAGES,
                _("The language test of %(day)s is more than 24 months old on the closing date. Check what the position asks for.")
                % {"day": day(row.tested_on)},
            )


def _criminal_record(application):
    if application.position.required_documents.filter(kind="no_criminal_record").exists():
        months = value("police_certificate.validity_months")
        yield Advice(
            Section.DOCUMENTS,
            _(
                "A certificate of no criminal record counts for %(months)d months from the day of issue, in some countries for three. "
                "Is yours young enough, and does it bear an apostille or consular legalisation?"
            )
            % {"months": months},
        )


def _letters(name: str) -> set[str]:
    """The words of a name without accents, hyphens and case."""
    plain = "".join(char if char.isalpha() else " " for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    return set(plain.casefold().split())


def months_after(start: datetime.date, months: int) -> datetime.date:
    """The same day so many months later, or the last of its month."""
    year, month = divmod(start.month - 1 + months, 12)
    first_of_next = datetime.date(start.year + year + (month == 11), (month + 1) % 12 + 1, 1)
    last = (first_of_next - datetime.timedelta(days=1)).day
    return datetime.date(start.year + year, month + 1, min(start.day, last))
