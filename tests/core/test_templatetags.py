"""The tags of every page."""

import datetime
import re
import zoneinfo
from types import SimpleNamespace

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory
from django.urls import resolve
from django.utils import translation

from recruitment.core import badges

NOON = datetime.datetime(2026, 9, 30, 12, 0, tzinfo=zoneinfo.ZoneInfo("Asia/Shanghai"))
KIND = "tests.thing"


def rendered(source: str, **context) -> str:
    return Template("{% load portal %}" + source).render(Context(context))


def asked(address: str) -> SimpleNamespace:
    request = RequestFactory().get(address)
    request.resolver_match = resolve(request.path)
    return request


@pytest.fixture
def badged(monkeypatch):
    monkeypatch.setattr(badges, "_registry", {})
    badges.register(KIND, {"open": ("Open", "blue"), "shut": ("Shut", "grey")})
    badges.register(KIND, {"open": ("In work", "yellow")}, audience="candidate")


def test_a_badge_shows_label_and_colour(badged):
    assert rendered("{% state_badge 'open' of=kind %}", kind=KIND) == '<strong class="govuk-tag govuk-tag--blue">Open</strong>'


def test_a_badge_speaks_to_its_audience(badged):
    assert "In work" in rendered("{% state_badge 'open' audience='candidate' of=kind %}", kind=KIND)


def test_an_audience_without_words_of_its_own_reads_those_for_everyone(badged):
    assert "Shut" in rendered("{% state_badge 'shut' audience='officer' of=kind %}", kind=KIND)


@pytest.mark.parametrize(("state", "kind"), [("lost", KIND), ("open", "tests.other")])
def test_a_state_that_nobody_registered_stops_the_page(badged, state, kind):
    with pytest.raises(KeyError):
        rendered("{% state_badge state of=kind %}", state=state, kind=kind)


def test_a_colour_that_the_styles_do_not_know_is_refused():
    with pytest.raises(ValueError, match="pink"):
        badges.register("tests.pink", {"a": ("A", "pink")})


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh-hans", "2026年9月30日"),
        ("ja", "2026年9月30日"),
        ("ko", "2026년\u00a09월\u00a030일"),
        ("de", "30.\u00a0September\u00a02026"),
        ("en", "30\u00a0September\u00a02026"),
    ],
)
def test_a_day_is_written_as_its_language_writes_it_and_never_breaks(language, text):
    with translation.override(language):
        assert rendered("{% day value %}", value=NOON.date()) == f'<time class="date" datetime="2026-09-30">{text}</time>'


def test_an_instant_late_in_the_evening_elsewhere_is_the_next_day_in_shanghai():
    evening = datetime.datetime(2026, 9, 30, 18, 0, tzinfo=datetime.UTC)
    assert "1\u00a0October" in rendered("{% day value %}", value=evening)


def test_a_moment_is_told_in_shanghai_time():
    assert "30\u00a0September\u00a02026, 12:00 (Shanghai time)<" in rendered("{% when value %}", value=NOON)


def test_a_moment_is_told_in_the_readers_zone_too():
    assert "06:00 (Berlin)" in rendered("{% when value 'Europe/Berlin' %}", value=NOON)


@pytest.mark.parametrize("zone", ["Asia/Singapore", "", "Mars/Olympus", "../etc/passwd"])
def test_a_zone_with_the_same_clock_or_an_unknown_one_adds_nothing(zone):
    assert rendered("{% when value zone %}", value=NOON, zone=zone).endswith("(Shanghai time)</time>")


def test_no_date_is_nothing():
    assert rendered("{% day None %}{% when None %}") == ""


def test_pages_keep_the_rest_of_the_address():
    page = Paginator(range(100), 10).page(2)
    html = rendered("{% pager page %}", page=page, request=RequestFactory().get("/?page=2&q=a%26b"))
    assert 'href="?q=a%26b&amp;page=3" rel="next"' in html
    assert 'aria-current="page">2</a>' in html


def test_one_page_needs_no_pages():
    page = Paginator(range(3), 10).page(1)
    assert rendered("{% pager page %}", page=page, request=RequestFactory().get("/")).strip() == ""


def test_a_summary_row_may_carry_a_link():
    html = rendered("{% summary rows %}", rows=[("Name", "<b>"), ("Nationality", "DE", "/change/", "Change")])
    assert "&lt;b&gt;" in html
    assert '<a class="govuk-link" href="/change/">Change<span class="govuk-visually-hidden"> (Nationality)</span></a>' in html


LANGUAGES = "{% frame_part 'includes/_languages.html' %}"


def test_languages_lead_to_the_same_page_with_its_query():
    with translation.override("zh-hans"):
        html = rendered(LANGUAGES, request=asked("/zh-hans/display/?next=/zh-hans/&more=%22"))
    assert 'href="/de/display/?next=/zh-hans/&amp;more=%22"' in html


def test_what_is_kept_of_the_frame_is_put_at_the_address_of_each_request():
    with translation.override("en"):
        first, second = (rendered(LANGUAGES, request=asked(f"/en/positions/SH-P-2026-{number}/")) for number in (1, 2))
    assert 'href="/ja/positions/SH-P-2026-1/"' in first
    assert 'href="/ja/positions/SH-P-2026-2/"' in second


def test_languages_lead_home_where_a_page_has_no_address():
    with translation.override("zh-hans"):
        html = rendered(LANGUAGES, request=RequestFactory().get("/zh-hans/no-such-page/"))
    assert 'href="/de/"' in html


def test_a_frame_without_a_request_is_a_frame():
    assert "portal-header" in rendered("{% frame_part 'includes/_header.html' %}")


def test_each_reader_signs_out_with_a_token_of_their_own(hr_officer):
    request = asked("/en/display/")
    request.user = hr_officer
    html = rendered("{% frame_part 'includes/_nav.html' %}", request=request)
    assert re.search(r'name="csrfmiddlewaretoken" value="\w{64}"', html)


def test_the_navigation_leaves_out_a_page_that_does_not_exist():
    assert rendered("{% nav_item 'no:such' 'Label' %}", view="display").strip() == ""


def test_the_navigation_marks_where_the_reader_is():
    assert 'aria-current="page"' in rendered("{% nav_item 'display' 'Display' %}", view="display")


def test_a_page_below_a_list_marks_the_list_and_not_its_neighbours():
    assert 'aria-current="true"' in rendered("{% nav_item 'positions:list' 'Positions' %}", view="positions:detail")
    assert "aria-current" not in rendered("{% nav_item 'communication:selection' 'Selection' %}", view="communication:questions")
