"""The papers of a file: what is known about each, until when it counts, which ones are to be got from where, and by when."""

import datetime
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q
from django.utils import timezone
from django.utils.functional import Promise

from positions.conditions.spans import add_months
from positions.states import Stage
from recruitment.calendar.queries import working_days
from recruitment.policy.queries import frozen, thawed
from screening.applications.models import Application, Attachment, Identity, PaperFacts
from screening.applications.states import LIVE, State
from screening.applications.states.evidence import DOCUMENT_LABELS, WITHOUT_CERTIFICATE
from screening.credentials.conditions import Facts, Gap, Limits, Paper, Person, Spell, Window, counts_until, gaps, lived_in, shorter
from screening.credentials.conditions.routes import Route
from screening.credentials.models import Credential
from screening.credentials.states import PaperKind

# The stage that comes next; the permits are applied for when all that remain are over.
NEXT_STAGE = {
    State.DRAFT: Stage.QUALIFICATION,
    State.SUBMITTED: Stage.QUALIFICATION,
    State.RETURNED: Stage.QUALIFICATION,
    State.QUALIFIED: Stage.COMPETENCE,
    State.TESTED: Stage.CROSSCULTURAL,
    State.ASSESSED: Stage.MERIT,
    State.RESERVED: Stage.MERIT,
    State.NOMINATED: Stage.SECURITY,
    State.CLEARED: Stage.NOTICE,
    State.ANNOUNCED: Stage.NOTICE,
    State.DEFERRED: Stage.NOTICE,
    State.CONFIRMED: Stage.OFFER,
    State.OFFERED: Stage.OFFER,
}
BEFORE_THE_CHECK = (State.DRAFT, State.SUBMITTED, State.RETURNED)
STAGES = list(Stage)
KEYS = {
    "passport_months": "passport.min_validity_months",
    "gap_days": "employment.gap_days",
    "gap_years": "employment.gap_years",
    "stay_months": "police_certificate.stay_months",
    "stay_years": "police_certificate.stay_years",
    "test_months": "language_certificate.validity_months",
}
ENGLISH = "documents.english_accepted"
MONTHS = {PaperKind.NO_CRIMINAL_RECORD: "police_certificate.validity_months", PaperKind.HEALTH: "health_certificate.validity_months"}


class Policy:
    """The numbers of the policy that speak of papers, read once."""

    @cached_property
    def values(self) -> dict:
        return frozen([*KEYS.values(), *MONTHS.values(), ENGLISH])

    def months(self, kind: str) -> int | None:
        """How long a kind of paper is accepted at most."""
        return thawed(self.values, MONTHS[kind]) if kind in MONTHS else None

    def limits(self) -> Limits:
        numbers = {name: thawed(self.values, key) for name, key in KEYS.items()}
        return Limits(**numbers, english_is_accepted=thawed(self.values, ENGLISH) == "yes")


@dataclass(frozen=True)
class Wanted:
    """A paper that this person needs: which one, from where and by which way, and when to ask for it."""

    route: Route
    window: Window
    is_there: bool


def filing_on(application: Application, *, today: datetime.date) -> datetime.date:
    """The day on which the permits are planned to be applied for: the service times of the stages that remain, in working days."""
    stage = NEXT_STAGE.get(State(application.state))
    if stage is None:
        return today
    start = timezone.localdate(application.moved_at)
    if application.state in BEFORE_THE_CHECK and application.position.closes_at:
        start = timezone.localdate(application.position.closes_at)
    promised = application.position.round.service_days
    days = sum(promised[later] for later in STAGES[STAGES.index(stage) :])
    return max(working_days().add_working_days(start, days).ends_on, today)


def standing(application: Application) -> list[Attachment]:
    """Attachments that count, with document and facts."""
    return list(Attachment.objects.standing().filter(application=application).select_related("document", "facts"))


def papers_of(attachments: list[Attachment], routes: dict[tuple[str, str], Route], policy: Policy) -> list[Paper]:
    """What is known about each attachment as plain values."""
    kinds = [attachment.kind for attachment in attachments]
    return [_paper(row, routes, policy, is_only=kinds.count(row.kind) == 1) for row in attachments]


def _paper(row: Attachment, routes, policy: Policy, *, is_only: bool) -> Paper:
    label = str(DOCUMENT_LABELS.get(row.kind, row.document.display_name)) if is_only else row.document.display_name
    facts = getattr(row, "facts", None)
    if facts is None:
        return Paper(row.pk, row.kind, label)
    return Paper(
        row.pk,
        row.kind,
        label,
        country=facts.country.code or "",
        issued_on=facts.issued_on,
        expires_on=facts.expires_on,
        language=facts.language,
        is_translated=facts.is_translated,
        name=facts.name_on_paper,
        authentication=facts.authentication,
        counts_until=end_of(facts, row.kind, routes, policy),
    )


def end_of(facts: PaperFacts, kind: str, routes, policy: Policy) -> datetime.date | None:
    """The last day on which a paper counts, by its own end, its country and the policy."""
    route = routes.get((facts.country.code or "", kind))
    months = shorter(route.validity_months if route else None, policy.months(kind))
    return counts_until(facts.issued_on, facts.expires_on, months)


def pairs_of(attachments: list[Attachment]) -> set[tuple[str, str]]:
    """(country, kind) of everything attached whose facts are known."""
    return {(row.facts.country.code or "", row.kind) for row in attachments if getattr(row, "facts", None) is not None}


def facts_of(application: Application) -> Facts:
    """Everything that the flight check looks at."""
    today, policy, attachments = timezone.localdate(), Policy(), standing(application)
    learned = list(application.education.all())
    degrees = [row.country.code for row in learned if row.country]
    routes = Credential.objects.routes(pairs_of(attachments) | {(code, PaperKind.DEGREE) for code in degrees})
    closes = application.position.closes_at
    return Facts(
        today=today,
        closing_on=timezone.localdate(closes) if closes else today,
        filing_on=filing_on(application, today=today),
        person=_person(getattr(application, "identity", None)),
        limits=policy.limits(),
        papers=tuple(papers_of(attachments, routes, policy)),
        spells=tuple(spells_of(application, learned)),
        degrees=tuple(degrees),
        tests=tuple(row.tested_on for row in application.languages.all() if _has_certificate(row)),
        asked=frozenset(application.position.required_documents.values_list("kind", flat=True)),
        routes=routes,
    )


def _has_certificate(row) -> bool:
    return bool(row.tested_on and row.test and not row.is_native and row.test not in WITHOUT_CERTIFICATE)


def _person(identity) -> Person:
    if identity is None:
        return Person()
    former = identity.former_names.replace(";", ",").replace("/", ",").split(",")
    others = [*former, identity.full_name_native, identity.chinese_name]
    return Person(
        printed=identity.full_name_latin,
        parts=(identity.family_name, identity.given_names),
        others=tuple(name.strip() for name in others if name.strip()),
        passport_expires_on=identity.passport_expires_on,
        nationality=identity.nationality.code or "",
    )


def spells_of(application: Application, degrees) -> list[Spell]:
    """Where the candidate worked and studied, as far as the days are told; and the pauses that they explained."""
    work = [Spell(row.country.code or "", row.began_on, row.ended_on) for row in application.employment.all() if row.began_on]
    study = [
        Spell(row.country.code or "", row.began_on, row.graduated_on)
        for row in degrees
        if row.began_on and (row.has_graduated is False if row.graduated_on is None else row.began_on <= row.graduated_on)
    ]
    return [*work, *study, *(Spell("", row.began_on, row.ended_on) for row in application.pauses.all() if row.began_on)]


def gaps_of(application: Application) -> list[Gap]:
    """Times that the work section asks about, by the same rule as the flight check; nobody without an employment is asked."""
    spells, limits = spells_of(application, application.education.all()), Policy().limits()
    if not application.employment.filter(began_on__isnull=False).exists():
        return []
    return gaps(spells, years=limits.gap_years, longer_than=limits.gap_days, today=timezone.localdate())


def wanted_of(application: Application, attachments: list[Attachment]) -> list[Wanted]:
    """The papers that this person needs for the permits, by nationality, countries lived in and degrees."""
    today, policy, learned = timezone.localdate(), Policy(), list(application.education.all())
    places = {
        PaperKind.NO_CRIMINAL_RECORD: _records_from(application, spells_of(application, learned), policy.limits(), today),
        PaperKind.DEGREE: [row.country.code for row in learned if row.country],
    }
    pairs = list(dict.fromkeys((code, kind) for kind, codes in places.items() for code in codes))
    routes, filing, there = Credential.objects.routes(pairs), filing_on(application, today=today), pairs_of(attachments)
    return [
        Wanted(routes[pair], routes[pair].window(filing, months=policy.months(pair[1]), today=today), pair in there)
        for pair in pairs
        if pair in routes
    ]


def _records_from(application: Application, spells: list[Spell], limits: Limits, today: datetime.date) -> list[str]:
    """Countries whose certificate of no criminal record is asked for: nationalities first, then where somebody lived for long."""
    identity = getattr(application, "identity", None)
    held = [identity.nationality, *identity.other_nationalities] if identity is not None else []
    lived = lived_in(spells, years=limits.stay_years, months=limits.stay_months, today=today)
    return [*(country.code for country in held if country), *lived]


@dataclass(frozen=True)
class Lapse:
    """The day until which something of a file counts; without an attachment it is the passport."""

    application: Application
    attachment: Attachment | None
    label: str | Promise
    lapses_on: datetime.date

    @property
    def is_passport(self) -> bool:
        return self.attachment is None


def lapses_of(application: Application, attachments: list[Attachment]) -> list[Lapse]:
    """Until when each paper of one file counts, the next to end first."""
    policy = Policy()
    routes = Credential.objects.routes(pairs_of(attachments))
    found = [_lapse(application, row, routes, policy) for row in attachments if row.removed_at is None and hasattr(row, "facts")]
    identity = getattr(application, "identity", None)
    found.append(_passport(application, identity, policy.limits().passport_months) if identity is not None else None)
    return sorted(filter(None, found), key=lambda lapse: lapse.lapses_on)


def lapsing(*, by_day: datetime.date) -> list[Lapse]:
    """Whatever stops counting by a day in any file that lives; of several papers of one kind and country the one that counts longest."""
    policy = Policy()
    months = policy.limits().passport_months
    identities = Identity.objects.filter(application__state__in=LIVE, passport_expires_on__lte=add_months(by_day, months))
    found = [_passport(row.application, row, months) for row in identities.select_related(*_with("application"))]
    dated = Q(issued_on__isnull=False) | Q(expires_on__isnull=False)
    facts = PaperFacts.objects.filter(dated, attachment__application__state__in=LIVE, attachment__removed_at=None)
    attachments = [row.attachment for row in facts.select_related("attachment__document", *_with("attachment__application"))]
    routes = Credential.objects.routes(pairs_of(attachments))
    longest: dict[tuple, Lapse] = {}
    for row in attachments:
        lapse = _lapse(row.application, row, routes, policy)
        key = (row.application_id, row.kind, row.facts.country.code)
        if lapse is not None and (key not in longest or longest[key].lapses_on < lapse.lapses_on):
            longest[key] = lapse
    return [lapse for lapse in (*found, *longest.values()) if lapse.lapses_on <= by_day]


def _with(path: str) -> list[str]:
    """What a letter about a file needs."""
    return [f"{path}__candidate", f"{path}__position__department"]


def _lapse(application: Application, row: Attachment, routes, policy: Policy) -> Lapse | None:
    end = end_of(row.facts, row.kind, routes, policy)
    return Lapse(application, row, DOCUMENT_LABELS.get(row.kind, row.document.display_name), end) if end else None


def _passport(application: Application, identity: Identity, months: int) -> Lapse | None:
    """A passport is of use until so many months before its end (domain 2.1.8)."""
    if identity.passport_expires_on is None:
        return None
    return Lapse(application, None, DOCUMENT_LABELS["passport"], add_months(identity.passport_expires_on, -months))
