"""Years of work of a kind, and certificates of a profession."""

from collections.abc import Collection
from datetime import date

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from positions.conditions.facts import Facts, Finding, Qualification
from positions.conditions.spans import months_worked
from positions.states import CertificateKind, FindingResult

MET, NOT_MET, UNCLEAR = FindingResult.MET, FindingResult.NOT_MET, FindingResult.UNCLEAR


def find_work_years(params: dict, facts: Facts, on: date) -> Finding:
    """Every kind of work counts unless the rule names kinds; what is done at the same time counts once."""
    if not facts.employments:
        return Finding(UNCLEAR, _("No employment is stated."))
    kinds = params.get("kinds")
    months = _months(facts, on, kinds)
    told = {"years": months // 12, "months": months % 12}
    sentence = _("{years} years and {months} months of work by the closing date.")
    if kinds:
        sentence = _("{years} years and {months} months of work of the kinds asked for by the closing date.")
    if months >= 12 * params["min"]:
        return Finding(MET, format_lazy(sentence, **told), str(months))
    if kinds and _months(facts, on, (*kinds, "")) >= 12 * params["min"]:
        return Finding(UNCLEAR, _("There is enough work, but its kind is not stated everywhere."), str(months))
    return Finding(NOT_MET, format_lazy(sentence, **told), str(months))


def _months(facts: Facts, on: date, kinds: Collection[str] | None) -> int:
    """Whole months up to the day, of any kind or of some."""
    jobs = [job for job in facts.employments if kinds is None or job.kind in kinds]
    return months_worked([(job.began_on, min(job.ended_on or on, on)) for job in jobs])


def find_certificate(params: dict, facts: Facts, on: date) -> Finding:
    """One of the certificates of a list, issued by the day and not over by then."""
    if not facts.qualifications:
        return Finding(UNCLEAR, _("No certificate of a profession is stated."))
    asked = [paper for paper in facts.qualifications if paper.kind in params["any_of"]]
    evidence = ", ".join(sorted({paper.kind for paper in asked or facts.qualifications}))
    if any(_counts(paper, on) for paper in asked):
        return Finding(MET, _("A certificate that is asked for is stated."), evidence)
    if any(paper.issued_on is None for paper in asked):
        return Finding(UNCLEAR, _("The day on which the certificate was issued is not stated."), evidence)
    if asked:
        return Finding(NOT_MET, _("The certificate was not valid on the closing date."), evidence)
    if any(paper.kind == CertificateKind.OTHER for paper in facts.qualifications):
        return Finding(UNCLEAR, _("A certificate that is not in the catalogue is named; look whether it is equal."), evidence)
    return Finding(NOT_MET, _("None of the certificates that are asked for is stated."), evidence)


def _counts(paper: Qualification, on: date) -> bool:
    return paper.issued_on is not None and paper.issued_on <= on and (paper.expires_on is None or paper.expires_on >= on)
