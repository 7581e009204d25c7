"""The terms compared: what each type of engagement and each salary system means, and what the posts offer that are open now."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from positions.models import Position
from positions.states import EngagementType, SalaryMode
from positions.views.page import salary_range
from recruitment.core.caching import public_page

MOST_POSTS = 50


@dataclass(frozen=True)
class Footing:
    """What one type of engagement means, in general; the text of a post goes before it."""

    kind: EngagementType
    meaning: Any
    basis: Any
    salary: Any
    promotion: Any
    probation: Any


FOOTINGS = (
    Footing(
        EngagementType.APPOINTED_CONTRACT,
        _(
            "A specialised post in an authority, filled by contract for a term. Foreign nationals only under a special authorisation, and never in posts that involve state secrets."
        ),
        _("Civil Servants Law, Articles 100 to 105, and the authorisation that the post names"),
        _("Negotiated and written into the contract"),
        _("Renewal or a higher contract grade after the appraisal"),
        _("One to twelve months, if agreed; the contract runs for one to five years"),
    ),
    Footing(
        EngagementType.STATUTORY_BODY,
        _("Staff of a body that a local law or regulation created for one task and that has staff rules of its own."),
        _("The law or regulation that founded the body, and the Labour Contract Law"),
        _("By the body’s pay scheme, often with regard to the market"),
        _("The body’s own grades, open to everybody on the same conditions"),
        _("At most six months"),
    ),
    Footing(
        EngagementType.PUBLIC_INSTITUTION,
        _("Staff of a school, hospital, research institute or service centre, on an employment contract."),
        _("Regulations on Personnel Management of Public Institutions (2014)"),
        _("Mostly the local salary sequence, with performance pay"),
        _("Professional titles and post grades of the institution"),
        _("At most twelve months; the contract runs for three years as a rule"),
    ),
    Footing(
        EngagementType.GOVERNMENT_EMPLOYEE,
        _("Work for an authority on a contract of employment, outside the establishment and without powers of decision."),
        _("Labour Contract Law and the approval that the post names"),
        _("As the contract says"),
        _("Contract grades; no move into the establishment"),
        _("At most six months"),
    ),
    Footing(
        EngagementType.PROJECT,
        _("Work on one project with an end and a result; the engagement ends with it."),
        _("Labour Contract Law and the decision that approved the project"),
        _("Agreed for the project"),
        _("None within the project; the result counts in later applications"),
        _("As the contract says, often none"),
    ),
    Footing(
        EngagementType.ADVISER,
        _("Advice on a subject, for some days or the whole year, without a place in the hierarchy."),
        _("An adviser’s agreement under the Civil Code, and the approval that the post names"),
        _("A fee by agreement"),
        _("None; the agreement can be renewed"),
        _("None"),
    ),
)
SALARIES = (
    (SalaryMode.NEGOTIATED, _("Agreed with each person within the range of the post, for the whole term.")),
    (SalaryMode.INTERNATIONAL_REFERENCE, _("Set with regard to what comparable posts pay abroad and in international organisations.")),
    (SalaryMode.LOCAL_SEQUENCE, _("The same grades and steps as for Chinese colleagues in comparable posts.")),
)


@require_safe
@public_page
def terms(request: HttpRequest) -> HttpResponse:
    """One table of the types, one of the salary systems, one of the open posts whose deadline is nearest."""
    posts = [{"position": post, "salary": salary_range(post)} for post in Position.objects.current().for_terms()[:MOST_POSTS]]
    return render(request, "positions/terms.html", {"footings": FOOTINGS, "salaries": SALARIES, "posts": posts})
