"""The flight check: what an officer would send back, said before the file is handed in. Advice only; nothing here stops anybody.

Every rule reads the facts and gives remarks; each remark knows the place where it can be mended.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django_countries import countries

from positions.conditions.spans import add_months
from recruitment.core.spoken_dates import day
from screening.credentials.conditions.facts import CHINESE, ENGLISH, Facts, Paper
from screening.credentials.conditions.names import Likeness, folded, nearest
from screening.credentials.conditions.stays import gaps, lived_in
from screening.credentials.states import Authentication, PaperKind, Recognition

PASSPORT, TRANSLATION, AUTHENTICATION = "passport", "translation", "degree_authentication"


@dataclass(frozen=True)
class Remark:
    """One thing to look at once more, and where: a section of the form, and the paper or the kind of paper in it."""

    rule: str
    sentence: str
    section: str
    kind: str = ""
    paper: int | None = None


Rule = Callable[[Facts], Iterator[Remark]]


def check(facts: Facts) -> list[Remark]:
    """Every remark that the file gives reason for, in the order of the form."""
    return [remark for rule in RULES for remark in rule(facts)]


def passport_ends_soon(facts: Facts) -> Iterator[Remark]:
    """A passport must outlast the filing by some months (domain 2.1.8)."""
    expires, months = facts.person.passport_expires_on, facts.limits.passport_months
    if expires and expires < add_months(facts.filing_on, months):
        told = {"day": day(expires), "months": months, "filing": day(facts.filing_on)}
        sentence = _(
            "Your passport is valid until %(day)s. When the permits are applied for, planned for about %(filing)s, it should be valid for "
            "at least %(months)d more months: think of renewing it now."
        )
        yield Remark("passport", sentence % told, "identity", PASSPORT)


def names_do_not_fit(facts: Facts) -> Iterator[Remark]:
    """Parts of the name that the printed name does not have, and papers that bear another name."""
    printed = set(folded(facts.person.printed))
    strange = [part for part in facts.person.parts if part and not set(folded(part)) <= printed]
    if printed and strange:
        sentence = _("“%(part)s” does not occur in the name as printed in your passport. Check that both are spelt alike.")
        yield Remark("names", sentence % {"part": strange[0]}, "identity")
    known = [name for name in (facts.person.printed, *facts.person.others) if name]
    for paper in facts.papers:
        near = nearest(paper.name, known) if paper.name and known else Likeness.UNKNOWN
        if near in (Likeness.DIFFERENT, Likeness.SHORTER):
            yield _about(paper, "names", _named(near) % {"name": paper.name, "paper": paper.label})


def _named(near: Likeness) -> str:
    if near == Likeness.SHORTER:
        return _("“%(name)s” on “%(paper)s” is not the whole name of your passport. Officers may ask whether it is the same person.")
    return _(
        "“%(name)s” on “%(paper)s” is not the name in your passport. If you bore it formerly, enter it as a former name; otherwise ask for a "
        "corrected paper."
    )


def days_are_missing(facts: Facts) -> Iterator[Remark]:
    """Times of which neither work nor study is told."""
    limits = facts.limits
    for gap in gaps(facts.spells, years=limits.gap_years, longer_than=limits.gap_days, today=facts.today):
        told = {"days": gap.days, "from": day(gap.first), "to": day(gap.last), "limit": limits.gap_days}
        sentence = _("Nothing is stated for %(days)d days (%(from)s to %(to)s). Officers ask about gaps of more than %(limit)d days.")
        yield Remark("gaps", sentence % told, "work")


def test_is_old(facts: Facts) -> Iterator[Remark]:
    """A language certificate ages (domain 2.4.3)."""
    for tested_on in facts.tests:
        if add_months(tested_on, facts.limits.test_months) < facts.closing_on:
            sentence = _(
                "The language test of %(day)s is more than %(months)d months old on the closing date. Check what the position asks for."
            )
            yield Remark("test", sentence % {"day": day(tested_on), "months": facts.limits.test_months}, "languages")


def paper_lapses(facts: Facts) -> Iterator[Remark]:
    """What will no longer count on the planned filing day; and what cannot be reckoned because its day is not told."""
    for paper in facts.papers:
        if paper.counts_until and paper.counts_until < facts.filing_on:
            told = {"paper": paper.label, "day": day(paper.counts_until), "filing": day(facts.filing_on)}
            sentence = _(
                "“%(paper)s” counts until %(day)s only, and the permits are planned to be applied for about %(filing)s. Plan to get a new one in "
                "time."
            )
            yield _about(paper, "lapses", sentence % told)
        elif paper.kind == PaperKind.NO_CRIMINAL_RECORD and not (paper.issued_on or paper.expires_on):
            sentence = _("When was “%(paper)s” issued? Its time runs from that day; say it, and we can tell you how long it counts.")
            yield _about(paper, "days", sentence % {"paper": paper.label})


def translation_is_missing(facts: Facts) -> Iterator[Remark]:
    """Papers in other languages go with a Chinese translation (domain 2.1.7)."""
    if facts.of_kind(TRANSLATION):
        return
    accepted = {CHINESE, ENGLISH} if facts.limits.english_is_accepted else {CHINESE}
    for paper in facts.papers:
        if paper.language and paper.language not in accepted and not paper.is_translated and paper.kind != PASSPORT:
            sentence = _("“%(paper)s” is not in Chinese, and no translation is attached.")
            yield _about(paper, "translation", sentence % {"paper": paper.label})


def record_is_missing(facts: Facts) -> Iterator[Remark]:
    """A certificate of no criminal record from every country lived in for a year (domain 2.1.4)."""
    kind, limits = PaperKind.NO_CRIMINAL_RECORD, facts.limits
    there = facts.of_kind(kind)
    if kind not in facts.asked:
        return
    for paper in there:
        if not paper.country:
            yield _about(paper, "country", _("Say which country issued “%(paper)s”.") % {"paper": paper.label})
    if any(not paper.country for paper in there):
        return
    lived = lived_in(facts.spells, years=limits.stay_years, months=limits.stay_months, today=facts.today)
    for country in lived or [facts.person.nationality]:
        if country and country not in {paper.country for paper in there}:
            sentence = _(
                "A certificate of no criminal record from %(country)s is missing. One is asked from every country lived in for %(months)d months or more."
            )
            told = {"country": _country(country), "months": limits.stay_months}
            yield Remark("record", sentence % told, "documents", kind)


def degree_has_no_route(facts: Facts) -> Iterator[Remark]:
    """A foreign degree is recognised by CSCSE, by an apostille or by legalisation (domain 2.1.1, 2.1.2)."""
    papers = facts.of_kind(PaperKind.DEGREE)
    if PaperKind.DEGREE not in facts.asked or facts.of_kind(AUTHENTICATION):
        return
    open_ = [paper for paper in papers if paper.authentication in ("", Authentication.NONE)]
    known = {paper.country for paper in papers if paper.country and paper not in open_}
    for country in dict.fromkeys([paper.country for paper in open_ if paper.country] or (facts.degrees if open_ or not papers else ())):
        sentence = _degree_sentence(facts, country) if country not in known else ""
        if sentence:
            yield Remark("degree", sentence % {"country": _country(country)}, "documents", PaperKind.DEGREE, open_[0].pk if open_ else None)


def _degree_sentence(facts: Facts, country: str) -> str:
    route = facts.route(country, PaperKind.DEGREE)
    recognition = route.recognition if route else Recognition.UNKNOWN
    if recognition == Recognition.DOMESTIC:
        return ""
    if recognition == Recognition.PARTY:
        return _("Your degree from %(country)s needs CSCSE recognition or an apostille. Begin now; it takes weeks.")
    if route and route.is_legalised:
        return _("Your degree from %(country)s needs CSCSE recognition or consular legalisation. Begin now; it takes weeks.")
    return _("Your degree from %(country)s must be recognised in China. Look in the guide to foreign papers for the way.")


def _about(paper: Paper, rule: str, sentence: str) -> Remark:
    return Remark(rule, sentence, "documents", paper.kind, paper.pk)


def _country(code: str) -> str:
    return str(countries.name(code)) or code


RULES: tuple[Rule, ...] = (
    passport_ends_soon,
    names_do_not_fit,
    days_are_missing,
    test_is_old,
    paper_lapses,
    translation_is_missing,
    record_is_missing,
    degree_has_no_route,
)
