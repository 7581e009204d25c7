"""The public notices for programs: no more than the page of a notice shows, and names only as long as it shows them."""

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.translation import override
from django.views.decorators.http import require_safe

from publicity.notices.models import Notice
from publicity.notices.states import PUBLIC_STATES, NoticeState
from recruitment.core.apis import PAGE_PARAMETERS, answer, listed, number_of

NO_ROBOTS = "noindex, noarchive"
LANGUAGES = [code for code, _name in settings.LANGUAGES]
ROW = ("order", "position_title", "full_name", "chinese_name", "sex", "candidate_no", "institution")


@require_safe
def notices(request: HttpRequest) -> HttpResponse:
    """Notices without names, the newest first."""
    return answer(request, lambda: _notices(request))


def _notices(request: HttpRequest) -> dict:
    rows = Notice.objects.public().for_list()
    state = request.GET.get("state", "")
    if state in PUBLIC_STATES:
        rows = rows.filter(state=state)
    return listed(request, Paginator(rows, number_of(request.GET.get("per_page"), most=100, default=20)), _told)


@require_safe
def notice(request: HttpRequest, reference: str) -> HttpResponse:
    """One notice with the names on it, until they leave its page."""
    response = answer(request, lambda: _notice(reference))
    response["X-Robots-Tag"] = NO_ROBOTS
    return response


def _notice(reference: str) -> dict:
    found = get_object_or_404(Notice.objects.public().for_list(), reference=reference)
    is_up = found.shows_names
    outcomes = dict(found.entries.values_list("order", "outcome")) if is_up and found.state == NoticeState.CONCLUDED else {}
    rows = [{name: line[name] for name in ROW} | {"outcome": outcomes.get(line["order"], "")} for line in found.frozen["entries"] if is_up]
    return {**_told(found), "texts": found.frozen["texts"], "digest": found.digest, "names_are_shown": is_up, "entries": rows}


def _told(found: Notice) -> dict:
    return {
        "reference": found.reference,
        "document_no": found.document_no,
        "state": found.state,
        "title": {code: found.frozen["texts"][code]["title"] for code in LANGUAGES},
        "department": found.department.code,
        "persons": found.number_of_names,
        "starts_on": found.starts_on.isoformat(),
        "ends_on": found.ends_on and found.ends_on.isoformat(),
        "is_provisional": found.is_provisional,
        "published_at": found.published_at.isoformat(),
        "concluded_at": found.concluded_at and found.concluded_at.isoformat(),
        "urls": {code: _address(found, code) for code in LANGUAGES},
    }


def _address(found: Notice, code: str) -> str:
    with override(code):
        return settings.SITE_URL + reverse("notices:detail", args=[found.reference])


urlpatterns = [path("notices", notices, name="notices"), path("notices/<slug:reference>", notice, name="notice")]

# --- OpenAPI 3.1 --------------------------------------------------------------------------------------------------

TEXT, TEXTS = {"type": "string"}, {"$ref": "#/components/schemas/Texts"}
COUNT = {"type": "integer", "minimum": 0}
STATE = {"type": "string", "enum": [state.value for state in PUBLIC_STATES]}
LINE = {
    **dict.fromkeys(("reference", "document_no", "department"), TEXT),
    "state": STATE,
    "title": TEXTS,
    "persons": COUNT,
    "starts_on": {"type": "string", "format": "date"},
    "ends_on": {"type": ["string", "null"], "format": "date"},
    "is_provisional": {"type": "boolean"},
    "published_at": {"type": "string", "format": "date-time"},
    "concluded_at": {"type": ["string", "null"], "format": "date-time"},
    "urls": TEXTS,
}
ENTRY = {
    "order": COUNT,
    **dict.fromkeys(("full_name", "chinese_name", "candidate_no", "institution", "outcome"), TEXT),
    **dict.fromkeys(("position_title", "sex"), TEXTS),
}
WHOLE = {
    **LINE,
    "texts": {"type": "object", "additionalProperties": {"type": "object", "additionalProperties": TEXT}},
    "digest": TEXT,
    "names_are_shown": {"type": "boolean"},
    "entries": {"type": "array", "items": {"type": "object", "properties": ENTRY, "required": [*ENTRY], "additionalProperties": False}},
}
SCHEMAS = {
    "NoticeLine": {"type": "object", "properties": LINE, "required": [*LINE], "additionalProperties": False},
    "Notice": {"type": "object", "properties": WHOLE, "required": [*WHOLE], "additionalProperties": False},
}
FILTER = {"name": "state", "in": "query", "schema": STATE, "description": "Only notices in this state."}
PATHS = {
    "/notices": ("Public notices, without names", "NoticeLine", [FILTER, *PAGE_PARAMETERS]),
    "/notices/{reference}": ("One notice", "Notice", None),
}
