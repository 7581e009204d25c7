"""The checks that a file needs, said in every language; and until when a paper that was looked at counts."""

import datetime

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django_countries import countries

from recruitment.policy.queries import value
from screening.applications.inventory import Policy, spells_of
from screening.applications.models import Application, Attachment
from screening.credentials.conditions import Route, counts_until, shorter
from screening.credentials.models import Credential
from screening.credentials.states import PaperKind
from screening.qualification.conditions import Asked, Wanted, statement_of, wanted
from screening.qualification.models import Check
from screening.qualification.states import CheckKind

LANGUAGES = [code for code, _label in settings.LANGUAGES]
DECLARATIONS = ("disqualifications", "relatives")
PAPER_OF = {
    CheckKind.DEGREE: PaperKind.DEGREE,
    CheckKind.EMPLOYMENT: PaperKind.EMPLOYMENT,
    CheckKind.LANGUAGE: PaperKind.LANGUAGE,
    CheckKind.RECORD: PaperKind.NO_CRIMINAL_RECORD,
}


def checks_of(application: Application) -> list[Check]:
    """What is to be checked in this file as it stands, in order, not yet written down; as many queries for ten degrees as for one."""
    rules = {rule.pk: rule for rule in application.position.rules.all()}
    papers = {paper.kind: paper for paper in application.position.required_documents.all() if paper.required}
    limits = Policy().limits()
    asked = Asked(
        rules=tuple((rule.kind, rule.pk) for rule in rules.values()),
        documents=tuple(papers),
        declarations=DECLARATIONS,
        stay_months=limits.stay_months,
        stay_years=limits.stay_years,
    )
    said = statement_of(application, spells_of(application, application.education.all()))
    rows = []
    for order, item in enumerate(wanted(said, asked, today=timezone.localdate()), start=1):
        written = rules[item.rule] if item.rule else papers.get(item.key) if item.kind == CheckKind.DOCUMENT else None
        sentences = _columns(written) if written is not None else _spoken(item)
        rule = rules[item.rule] if item.rule else None
        rows.append(Check(application=application, order=order, kind=item.kind, key=item.key, rule=rule, sentences=sentences))
    return rows


def _columns(row) -> dict[str, str]:
    """The sentence of the post, in all languages."""
    return {code: getattr(row, f"sentence_{code.replace('-', '_')}") or "" for code in LANGUAGES}


def _spoken(item: Wanted) -> dict[str, str]:
    spoken = {}
    for code in LANGUAGES:
        with override(code):
            spoken[code] = _sentence(item)
    return spoken


def _sentence(item: Wanted) -> str:
    """What is checked, in the language that is active."""
    country = str(countries.name(item.country)) or item.country
    told = {"about": item.about, "country": country}
    if item.kind == CheckKind.DEGREE:
        return _("Degree: %(about)s (%(country)s)") % told if country else _("Degree: %(about)s") % told
    if item.kind == CheckKind.EMPLOYMENT:
        return _("Employment: %(about)s (%(country)s)") % told if country else _("Employment: %(about)s") % told
    if item.kind == CheckKind.LANGUAGE:
        return _("Language certificate: %(about)s") % told
    if item.kind == CheckKind.RECORD:
        return _("No criminal record: certificate from %(country)s") % told
    return {
        "identity": _("Identity and date of birth are as in the passport."),
        "nationality": _("All nationalities are stated; none of them is Chinese (Nationality Law, article 3)."),
        "disqualifications": _(
            "No criminal punishment and no dismissal from a public office is declared (Civil Servants Law, article 26)."
        ),
        "relatives": _("No relative works in a directly subordinate or superior post of the department (article 74)."),
    }[item.key]


def country_of(check: Check) -> str:
    """The country whose certificate of no criminal record is looked at."""
    return check.key.partition("-")[2] if check.kind == CheckKind.RECORD else ""


def routes_for(application: Application, checks: list[Check]) -> dict[int, Route]:
    """Check → what the degree or certificate of that country needs before it is recognised in China; in two queries."""
    degrees = {f"{CheckKind.DEGREE.value}-{row.pk}": row.country.code or "" for row in application.education.all()}
    pairs = {
        check.pk: (country_of(check) or degrees.get(check.key, ""), PAPER_OF[CheckKind(check.kind)])
        for check in checks
        if check.kind in (CheckKind.DEGREE, CheckKind.RECORD)
    }
    routes = Credential.objects.routes([pair for pair in pairs.values() if pair[0]])
    return {key: routes[pair] for key, pair in pairs.items() if pair in routes}


def valid_until(check: Check, evidence: Attachment | None, issued_on: datetime.date | None) -> datetime.date | None:
    """The last day on which the paper counts, from its issue on: the shorter of what the country says and what the policy accepts."""
    kind = PAPER_OF.get(CheckKind(check.kind), check.key)
    facts = getattr(evidence, "facts", None)
    country = country_of(check) or (facts.country.code if facts is not None else "") or ""
    issued_on = issued_on or (facts.issued_on if facts is not None else None)
    expires_on = facts.expires_on if facts is not None else None
    if issued_on is None and expires_on is None:
        return None
    route = Credential.objects.routes([(country, kind)]).get((country, kind))
    accepted = value("language_certificate.validity_months") if kind == PaperKind.LANGUAGE else Policy().months(kind)
    return counts_until(issued_on, expires_on, shorter(route.validity_months if route else None, accepted))
