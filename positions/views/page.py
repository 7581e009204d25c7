"""The page of one post."""

import datetime
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from positions import table
from positions.models import Position, SavedPosition
from positions.states import Call, CompetencyNature, Stage
from positions.views.listing import days_left, entries_of
from positions.views.posting import job_posting
from recruitment.core.caching import public_page, remembered

SIMILAR = 3
# For so long a request to hand in late may still be possible; the page behind the link reckons it by the day.
JUST_CLOSED = datetime.timedelta(days=21)


@require_safe
@public_page
def page(request: HttpRequest, reference: str) -> HttpResponse:
    """Everything a reader needs to decide whether to apply; HR sees a post on its desk here before it is public."""
    part = remembered(request, lambda: _public_part(reference))
    if part is None:
        return _preview(request, reference)
    is_saved = (
        request.user.is_authenticated and SavedPosition.objects.visible_to(request.user).filter(position__reference=reference).exists()
    )
    return render(request, "positions/page.html", {**part, "is_saved": is_saved})


def _preview(request: HttpRequest, reference: str) -> HttpResponse:
    """The page before it is public: for whoever may see the post, kept nowhere and never found by a search engine."""
    position = get_object_or_404(Position.objects.visible_to(request.user).for_page(), reference=reference)
    response = render(request, "positions/page.html", _part(position))
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _public_part(reference: str) -> dict | None:
    """What is the same for every reader; a post that is not public is never kept."""
    position = Position.objects.public().for_page().filter(reference=reference).first()
    return _part(position) if position else None


def _part(position: Position) -> dict:
    rules = list(position.rules.all())
    context = {
        "position": position,
        "rules": rules,
        "documents": list(position.required_documents.all()),
        "stages": [(Stage(stage).label, days, stage == Stage.NOTICE) for stage, days in position.round.service_days.items()],
        "competencies": _competencies(position),
        "salary": salary_range(position),
        **_corrections(position),
    }
    similar = entries_of(Position.objects.similar_to(position).entries()[:SIMILAR]) if position.is_public else []
    return {
        "title": position.title,
        "summary": position.summary,
        "department": position.department.name,
        "facts": _facts(position),
        "similar": similar,
        "text": render_to_string("positions/_text.html", context),
        "posting": job_posting(position, rules) if position.is_public else "",
    }


def _corrections(position: Position) -> dict:
    """What was changed since publication, in the reader's language and in the one that prevails."""
    rows = list(position.corrections.issued()) if position.is_public else []
    told = [{"issued": row.decided_at, "own": table.change(row), "chinese": table.change(row, "zh-hans")} for row in rows]
    return {"corrections": told, "chinese": table.is_chinese()}


def _facts(position: Position) -> dict:
    """Key dates and figures, as plain values."""
    is_open, address = position.call == Call.OPEN, settings.SITE_URL + position.get_absolute_url()
    return {
        "reference": position.reference,
        "kind": position.kind,
        "address": address,
        "mail": f"mailto:?subject={quote(position.title)}&body={quote(address)}",
        "state": position.state,
        "is_public": position.is_public,
        "call": position.call.value,
        "opens_at": position.opens_at,
        "closes_at": position.closes_at,
        "is_just_closed": position.call == Call.CLOSED and position.closes_at and timezone.now() - position.closes_at < JUST_CLOSED,
        "left": days_left(position.days_left) if is_open else "",
        "is_closing_soon": position.is_closing_soon,
        "test_on": position.test_on,
        "interview_on": position.interview_on,
        "headcount": position.headcount,
        "languages": " · ".join(str(name) for name in position.working_language_names),
        "round": position.round.title,
    }


def _competencies(position: Position) -> list[dict]:
    """Hard and soft, in the order of the model."""
    rows = list(position.competency_model.competencies.all())
    return [{"label": nature.label, "rows": [row for row in rows if row.nature == nature]} for nature in CompetencyNature]


def salary_range(position: Position) -> str:
    """The range, when it is public."""
    if not position.salary_public or position.salary_min is None or position.salary_max is None:
        return ""
    amounts = {name: number_format(getattr(position, name), force_grouping=True) for name in ("salary_min", "salary_max")}
    return _("CNY %(salary_min)s to %(salary_max)s a year, before tax") % amounts
