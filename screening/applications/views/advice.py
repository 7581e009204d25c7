"""The flight check on the candidate's pages: each remark with the link to the place where it is mended. It never stops anybody."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from positions.conditions import evaluate
from positions.states import FindingResult, RuleKind
from screening.applications.conditions import statements_of
from screening.applications.inventory import facts_of
from screening.applications.states import Section
from screening.credentials.conditions import Facts, Remark, check

# Where the answer to a requirement stands; what only papers can show is looked at as papers.
PLACES = {
    RuleKind.AGE: Section.IDENTITY,
    RuleKind.NATIONALITY: Section.IDENTITY,
    RuleKind.RESIDENCE_MONTHS: Section.IDENTITY,
    RuleKind.DEGREE: Section.EDUCATION,
    RuleKind.DEGREE_FIELD: Section.EDUCATION,
    RuleKind.CERTIFICATE: Section.EDUCATION,
    RuleKind.WORK_YEARS: Section.WORK,
    RuleKind.LANGUAGE: Section.LANGUAGES,
    RuleKind.CHINESE: Section.LANGUAGES,
}
# An open finding of these says that an answer is missing; of the others, that a person has to look.
ANSWERED = (RuleKind.CERTIFICATE, RuleKind.WORK_YEARS)


@dataclass(frozen=True)
class Advice:
    """One prompt, the section in which it is mended, and the address of the very place."""

    section: Section
    sentence: str
    href: str


def advice_for(application, facts: Facts | None = None) -> list[Advice]:
    """Every prompt that this file gives reason for."""
    remarks = check(facts or facts_of(application))
    found = [*_zone(application), *_requirements(application)]
    return [*found, *(Advice(Section(remark.section), remark.sentence, _place(application, remark)) for remark in remarks)]


def _zone(application):
    """The lines of the passport were compared on entry and thrown away; that they differed is remembered."""
    identity = getattr(application, "identity", None)
    if identity is not None and identity.zone_checked_at and identity.zone_differences:
        place = reverse("applications:section", args=[application.uuid, Section.IDENTITY])
        yield Advice(Section.IDENTITY, _("Some of your answers differ from the lines of your passport. Look at them once more."), place)


def _requirements(application):
    """What the officers' own rules would not find met in these answers; they decide nothing, here or there."""
    facts = statements_of(application)
    for rule in application.position.rules.select_related("position"):
        finding = evaluate(rule, facts) if rule.kind in PLACES else None
        if finding is None or finding.is_met or (finding.result == FindingResult.UNCLEAR and rule.kind not in ANSWERED):
            continue
        told = {"requirement": rule.sentence.rstrip(".。"), "finding": finding.reason}
        place = reverse("applications:section", args=[application.uuid, PLACES[RuleKind(rule.kind)]])
        yield Advice(PLACES[RuleKind(rule.kind)], _("“%(requirement)s” – as it stands: %(finding)s") % told, place)


def _place(application, remark: Remark) -> str:
    """The paper itself, the kind of paper that is missing, or the section."""
    if remark.paper is not None:
        return reverse("applications:paper_about", args=[application.uuid, remark.paper])
    section = reverse("applications:section", args=[application.uuid, remark.section])
    if remark.section == Section.IDENTITY and remark.kind == "passport":
        return f"{section}#id_passport_expires_on"
    return f"{section}#paper-{remark.kind}" if remark.section == Section.DOCUMENTS else section
