"""Public pages are kept for anonymous readers, per address, language and display, until a publication."""

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import RequestFactory

from recruitment.core import caching
from recruitment.core.caching import PublicPages, public_page, remembered
from tests.office import at_cache


@pytest.fixture
def page():
    """A page that says how often it was made."""
    made = []

    @public_page
    def view(request):
        made.append(request)
        return HttpResponse(f"made {len(made)}")

    pages = PublicPages(view)
    pages.made = made
    return pages


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
    pages = [page(ask()).content, page(ask(cookies={"display": "large"})).content]
    pages += [page(ask("/en/other/")).content, page(ask("/de/positions/")).content]
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
def test_only_whole_pages_are_kept(status):
    pages = PublicPages(public_page(lambda request: HttpResponse("x", status=status)))
    assert "ETag" not in pages(ask())
    assert "ETag" not in pages(ask())


def test_a_page_that_nobody_marked_as_public_is_not_kept():
    made = []
    pages = PublicPages(lambda request: made.append(request) or HttpResponse("x"))
    pages(ask())
    pages(ask())
    assert len(made) == 2


def test_a_page_that_sets_a_cookie_or_forbids_it_is_not_kept():
    @public_page
    def view(request):
        response = HttpResponse("x")
        response.set_cookie("csrf", "secret")
        return response

    pages = PublicPages(view)
    pages(ask())
    assert "secret" in str(pages(ask()).cookies)

    @public_page
    def closed(request):
        return HttpResponse("x", headers={"Cache-Control": "no-store"})

    assert "ETag" not in PublicPages(closed)(ask())


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


def test_a_part_is_made_once_for_every_reader_of_an_address(settings):
    made = []

    def make():
        made.append(1)
        return {"part": len(made)}

    assert remembered(ask(), make) == remembered(ask(cookies={settings.SESSION_COOKIE_NAME: "x"}), make) == {"part": 1}
    assert remembered(ask("/de/positions/"), make) == {"part": 2}
    caching.forget()
    assert remembered(ask(), make) == {"part": 3}


def test_a_part_that_was_not_found_is_looked_for_again():
    assert remembered(ask(), lambda: None) is None
    assert remembered(ask(), lambda: "found") == "found"


def test_what_a_publication_overtook_is_never_handed_out():
    def make():
        caching.forget()
        return "old"

    assert remembered(ask(), make) == "old"
    assert remembered(ask(), lambda: "new") == "new"


def test_an_endless_address_is_not_kept(page):
    long = "/en/?q=" + "x" * 1000
    page(ask(long))
    page(ask(long))
    assert len(page.made) == 2
