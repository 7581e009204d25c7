"""The public posts for programs: read only, paged, in all languages at once. Its half of the description stands below the views."""

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path
from django.utils.translation import override
from django.views.decorators.http import require_safe
from modeltranslation.utils import build_localized_fieldname as localized

from positions.forms import FilterForm
from positions.models import Department, Position
from positions.states import Call, EngagementType, PositionKind, SalaryMode, Status
from recruitment.core.apis import PAGE_PARAMETERS, answer, listed, number_of

LANGUAGES = [code for code, _name in settings.LANGUAGES]
FILTERS = ("kind", "department", "engagement", "language", "chinese", "salary", "pay", "closing")


@require_safe
def posts(request: HttpRequest) -> HttpResponse:
    """Posts that fit the same filters as the list of the website."""
    return answer(request, lambda: _posts(request))


def _posts(request: HttpRequest) -> dict:
    form = FilterForm(request.GET, departments=Department.objects.only("code", "name").order_by("code"))
    form.is_valid()
    found = Position.objects.of_status(form.status_chosen).search(form.cleaned_data.get("q", "")).narrowed(form.choices())
    pages = Paginator(found.select_related("department", "round"), number_of(request.GET.get("per_page"), most=100, default=20))
    return listed(request, pages, _told)


@require_safe
def post(request: HttpRequest, reference: str) -> HttpResponse:
    """One post with what it asks for."""
    return answer(request, lambda: _post(reference))


def _post(reference: str) -> dict:
    position = get_object_or_404(Position.objects.public().for_page(), reference=reference)
    rules = [{"kind": rule.kind, "parameters": rule.params, "sentence": in_languages(rule, "sentence")} for rule in position.rules.all()]
    papers = [
        {"kind": paper.kind, "required": paper.required, "sentence": in_languages(paper, "sentence")}
        for paper in position.required_documents.all()
    ]
    texts = {name: in_languages(position, name) for name in ("duties", "description", "benefits", "place", "legal_basis")}
    return {**_told(position), **texts, "requirements": rules, "documents": papers, "service_working_days": position.round.service_days}


def _told(position: Position) -> dict:
    is_public = position.salary_public and position.salary_min is not None and position.salary_max is not None
    return {
        "reference": position.reference,
        "status": position.call.value,
        "kind": position.kind,
        "department": {"code": position.department.code, "name": in_languages(position.department, "name")},
        "title": in_languages(position, "title"),
        "summary": in_languages(position, "summary"),
        "headcount": position.headcount,
        "working_languages": position.working_languages,
        "engagement_type": position.engagement_type,
        "salary_mode": position.salary_mode,
        "salary_cny_a_year": {"from": position.salary_min, "to": position.salary_max} if is_public else None,
        "term_months": position.term_months,
        "probation_months": position.probation_months,
        "opens_at": position.opens_at.isoformat(),
        "closes_at": position.closes_at.isoformat(),
        "test_on": position.test_on and position.test_on.isoformat(),
        "interview_on": position.interview_on and position.interview_on.isoformat(),
        "published_at": position.published_at.isoformat(),
        "round": position.round.reference,
        "urls": {code: _address(position, code) for code in LANGUAGES},
    }


def in_languages(row, name: str) -> dict[str, str]:
    """A text in each language in which it is there."""
    texts = {code: getattr(row, localized(name, code)) for code in LANGUAGES}
    return {code: text for code, text in texts.items() if text}


def _address(position: Position, code: str) -> str:
    with override(code):
        return settings.SITE_URL + position.get_absolute_url()


urlpatterns = [path("positions", posts, name="positions"), path("positions/<slug:reference>", post, name="position")]

# --- OpenAPI 3.1 --------------------------------------------------------------------------------------------------


def _words(choices) -> dict:
    return {"type": "string", "enum": [*choices.values]}


TEXTS = {"$ref": "#/components/schemas/Texts"}
DAY = {"type": ["string", "null"], "format": "date"}
MOMENT = {"type": "string", "format": "date-time"}
COUNT = {"type": "integer", "minimum": 0}
LINE = {
    "reference": {"type": "string"},
    "status": _words(Call),
    "kind": _words(PositionKind),
    "department": {
        "type": "object",
        "properties": {"code": {"type": "string"}, "name": TEXTS},
        "required": ["code", "name"],
        "additionalProperties": False,
    },
    "title": TEXTS,
    "summary": TEXTS,
    "headcount": COUNT,
    "working_languages": {"type": "array", "items": {"type": "string"}},
    "engagement_type": _words(EngagementType),
    "salary_mode": {"type": "string", "enum": [*SalaryMode.values, ""]},
    "salary_cny_a_year": {
        "type": ["object", "null"],
        "properties": {"from": COUNT, "to": COUNT},
        "required": ["from", "to"],
        "additionalProperties": False,
    },
    "term_months": COUNT,
    "probation_months": COUNT,
    "opens_at": MOMENT,
    "closes_at": MOMENT,
    "test_on": DAY,
    "interview_on": DAY,
    "published_at": MOMENT,
    "round": {"type": "string"},
    "urls": TEXTS,
}
RULE = {"kind": {"type": "string"}, "parameters": {"type": "object"}, "sentence": TEXTS}
PAPER = {"kind": {"type": "string"}, "required": {"type": "boolean"}, "sentence": TEXTS}
WHOLE = {
    **LINE,
    **dict.fromkeys(("duties", "description", "benefits", "place", "legal_basis"), TEXTS),
    "requirements": {"type": "array", "items": {"type": "object", "properties": RULE, "required": [*RULE], "additionalProperties": False}},
    "documents": {"type": "array", "items": {"type": "object", "properties": PAPER, "required": [*PAPER], "additionalProperties": False}},
    "service_working_days": {"type": "object", "additionalProperties": COUNT},
}
SCHEMAS = {
    "PositionLine": {"type": "object", "properties": LINE, "required": [*LINE], "additionalProperties": False},
    "Position": {"type": "object", "properties": WHOLE, "required": [*WHOLE], "additionalProperties": False},
}
STATUS = {
    "name": "status",
    "in": "query",
    "schema": _words(Status),
    "description": "Open and coming posts (the default), past ones, or all.",
}
SEARCH = {"name": "q", "in": "query", "schema": {"type": "string", "maxLength": 100}, "description": "Words, in any of the languages."}
CHOICES = [
    {"name": name, "in": "query", "schema": {"type": "array", "items": {"type": "string"}}, "description": "As in the address of the list."}
    for name in FILTERS
]
PATHS = {
    "/positions": ("Public posts", "PositionLine", [SEARCH, STATUS, *CHOICES, *PAGE_PARAMETERS]),
    "/positions/{reference}": ("One post", "Position", None),
}
