"""What the public interfaces for programs have in common: made once a minute, told by ETag, paged, bounded for each caller."""

import hashlib
import json
from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.cache import get_conditional_response
from django.utils.http import urlencode

from recruitment.core.caching import remembered
from recruitment.core.limits import is_too_often, place_of

MOST_A_MINUTE = 120
PAGE_PARAMETERS = [
    {"name": "page", "in": "query", "schema": {"type": "integer", "minimum": 1, "default": 1}, "description": "Which page."},
    {
        "name": "per_page",
        "in": "query",
        "schema": {"type": "integer", "minimum": 1, "maximum": 100, "default": 20},
        "description": "Rows on a page.",
    },
]


def answer(request: HttpRequest, make: Callable[[], dict]) -> HttpResponse:
    """What `make` tells, as JSON; anybody may read it from anywhere, for it is public and takes no cookie into account."""
    if is_too_often("api", place_of(request), most=MOST_A_MINUTE, seconds=60):
        return JsonResponse({"error": "Too many requests. Try again in a minute."}, status=429, headers={"Retry-After": "60"})
    try:
        body = remembered(request, lambda: json.dumps(make(), ensure_ascii=False).encode())
    except Http404:
        return JsonResponse({"error": "There is no such thing, or it is not public."}, status=404)
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {
        "ETag": etag,
        "Cache-Control": "public, max-age=60",
        "Access-Control-Allow-Origin": "*",
        "Cross-Origin-Resource-Policy": "cross-origin",
    }
    response = HttpResponse(body, content_type="application/json", headers=headers)
    return get_conditional_response(request, etag=etag, response=response)


def listed(request: HttpRequest, pages: Paginator, tell: Callable[[Any], dict]) -> dict:
    """One page of rows with its number and the addresses of its neighbours."""
    page = pages.get_page(request.GET.get("page"))
    neighbours = {
        "next": _address(request, page.next_page_number()) if page.has_next() else None,
        "previous": _address(request, page.previous_page_number()) if page.has_previous() else None,
    }
    return {"count": pages.count, "page": page.number, "pages": pages.num_pages, **neighbours, "results": [tell(row) for row in page]}


def _address(request: HttpRequest, number: int) -> str:
    query = {name: values for name, values in request.GET.lists() if name != "page"}
    return f"{settings.SITE_URL}{request.path}?{urlencode({**query, 'page': [str(number)]}, doseq=True)}"


def number_of(text: str | None, *, most: int, default: int) -> int:
    """A whole number out of an address, or what goes without saying."""
    if not (text and text.isascii() and text.isdecimal()):
        return default
    return min(max(int(text[:9]), 1), most)


def described(paths: dict[str, tuple], schemas: dict[str, dict], *, title: str, languages: Iterable[str]) -> dict:
    """OpenAPI 3.1 of several floors: path → (summary, schema, parameters of a list, or None for a single thing)."""
    texts = {"type": "object", "properties": {code: {"type": "string"} for code in languages}, "additionalProperties": False}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": title,
            "version": "1",
            "description": "Read only and public. Chinese texts prevail. At most 120 requests a minute.",
        },
        "servers": [{"url": f"{settings.SITE_URL}/api/v1"}],
        "paths": {path: {"get": _operation(path, *told)} for path, told in paths.items()},
        "components": {"schemas": {"Texts": texts, **schemas}},
    }


def _operation(path: str, summary: str, schema: str, parameters: list | None) -> dict:
    reference = {"$ref": f"#/components/schemas/{schema}"}
    if parameters is None:
        named = path.rpartition("{")[2].rstrip("}")
        parameters = [{"name": named, "in": "path", "required": True, "schema": {"type": "string"}}]
        shown = reference
    else:
        shown = _page_of(reference)
    answers = {
        "200": {"description": summary, "content": {"application/json": {"schema": shown}}},
        "304": {"description": "Nothing has changed since the given ETag."},
        "404": {"description": "There is no such thing, or it is not public."},
        "429": {"description": "Too many requests."},
    }
    name = path.strip("/").replace("/{", "_by_").rstrip("}")
    return {"summary": summary, "operationId": name, "parameters": parameters, "responses": answers}


def _page_of(reference: dict) -> dict:
    count, neighbour = {"type": "integer", "minimum": 0}, {"type": ["string", "null"], "format": "uri"}
    properties = {
        "count": count,
        "page": count,
        "pages": count,
        "next": neighbour,
        "previous": neighbour,
        "results": {"type": "array", "items": reference},
    }
    return {"type": "object", "properties": properties, "required": [*properties], "additionalProperties": False}
