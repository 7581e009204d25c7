"""The flight check on the candidate's pages: each remark with the link to the place where it is mended. It never stops anybody."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from screening.applications.inventory import facts_of
from screening.applications.states import Section
from screening.credentials.conditions import Facts, Remark, check


@dataclass(frozen=True)
class Advice:
    """One prompt, the section in which it is mended, and the address of the very place."""

    section: Section
    sentence: str
    href: str


def advice_for(application, facts: Facts | None = None) -> list[Advice]:
    """Every prompt that this file gives reason for."""
    remarks = check(facts or facts_of(application))
    return [*_zone(application), *(Advice(Section(remark.section), remark.sentence, _place(application, remark)) for remark in remarks)]


def _zone(application):
    """The lines of the passport were compared on entry and thrown away; that they differed is remembered."""
    identity = getattr(application, "identity", None)
    if identity is not None and identity.zone_checked_at and identity.zone_differences:
        place = reverse("applications:section", args=[application.uuid, Section.IDENTITY])
        yield Advice(Section.IDENTITY, _("Some of your answers differ from the lines of your passport. Look at them once more."), place)


def _place(application, remark: Remark) -> str:
    """The paper itself, the kind of paper that is missing, or the section."""
    if remark.paper is not None:
        return reverse("applications:paper_about", args=[application.uuid, remark.paper])
    section = reverse("applications:section", args=[application.uuid, remark.section])
    if remark.section == Section.IDENTITY and remark.kind == "passport":
        return f"{section}#id_passport_expires_on"
    return f"{section}#paper-{remark.kind}" if remark.section == Section.DOCUMENTS else section
