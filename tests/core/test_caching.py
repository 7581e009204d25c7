"""Public pages are kept for anonymous readers, per address, language and display, until a publication."""

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import translation

from recruitment.core import caching
from recruitment.core.caching import public_page
from tests.office import at_cache


@pytest.fixture
def page():
    """A page that says how often it was made."""
    made = []

    @public_page
    def view(request, status=200, **headers):
        made.append(request)
        return HttpResponse(f"made {len(made)}", status=status, headers=headers)

    view.made = made
    return view


def ask(address="/en/positions/", method="get", cookies=None, **headers):
    request = getattr(RequestFactory(), method)(address, headers=headers)
    request.COOKIES = cookies or {}
    return request


def test_the_second_reader_gets_what_was_made_for_the_first(page):
    first, second = page(ask()), page(ask())
    assert first.content == second.content == b"made 1"
    assert first["ETag"] == second["ETag"]


def test_the_order_of_the_query_does_not_matter_but_its_content_does(page):
    assert page(ask("/en/?a=1&b=2")).content == page(ask("/en/?b=2&a=1")).content
    assert page(ask("/en/?a=1")).content != page(ask("/en/?a=2")).content


def test_languages_displays_and_paths_are_kept_apart(page):
    pages = [page(ask()).content, page(ask(cookies={"display": "large"})).content, page(ask("/en/other/")).content]
    with translation.override("de"):
        pages.append(page(ask()).content)
    assert len(set(pages)) == 4
    assert page(ask(cookies={"display": "nonsense"})).content == pages[0]


def test_whoever_has_a_session_gets_a_page_of_their_own(page, settings):
    cookies = {settings.SESSION_COOKIE_NAME: "anything"}
    assert page(ask(cookies=cookies)).content != page(ask(cookies=cookies)).content
    assert "ETag" not in page(ask(cookies=cookies))


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_only_reading_is_kept(page, method):
    page(ask(method=method))
    page(ask(method=method))
    assert len(page.made) == 2


@pytest.mark.parametrize("status", [302, 404, 500])
def test_only_whole_pages_are_kept(page, status):
    page(ask(), status=status)
    page(ask(), status=status)
    assert len(page.made) == 2


def test_a_page_that_sets_a_cookie_or_forbids_it_is_not_kept():
    @public_page
    def view(request):
        response = HttpResponse("x")
        response.set_cookie("csrf", "secret")
        return response

    view(ask())
    assert "secret" in str(view(ask()).cookies)

    @public_page
    def closed(request):
        return HttpResponse("x", headers={"Cache-Control": "no-store"})

    assert "ETag" not in closed(ask())


def test_a_browser_that_has_the_page_is_told_so(page):
    etag = page(ask())["ETag"]
    answer = page(ask(**{"if-none-match": etag}))
    assert (answer.status_code, answer.content) == (304, b"")
    assert page(ask(**{"if-none-match": '"other"'})).status_code == 200


@pytest.mark.django_db
def test_a_publication_forgets_every_page_once_it_is_committed(page, django_capture_on_commit_callbacks):
    page(ask())
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        caching.purge()
        assert page(ask()).content == b"made 1"
    assert page(ask()).content == b"made 2"


def test_without_the_cache_pages_are_made_each_time(page):
    with at_cache("redis://127.0.0.1:1/0"):
        assert page(ask()).content == b"made 1"
        assert page(ask()).content == b"made 2"
        caching.forget()


def test_an_endless_address_is_not_kept(page):
    long = "/en/?q=" + "x" * 1000
    page(ask(long))
    page(ask(long))
    assert len(page.made) == 2
