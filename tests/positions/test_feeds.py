"""Atom feeds of posts and notices, the key dates for a calendar, and what a reader can keep and pass on."""

import datetime
import re
from xml.etree import ElementTree

import pytest
from icalendar import Calendar

from positions.models import Position
from tests.positions.listing import made

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def entries(response) -> list:
    assert response["Content-Type"].startswith("application/atom+xml")
    return list(ElementTree.fromstring(response.content).iter(f"{ATOM}entry"))


@pytest.mark.parametrize(("language", "title"), [("zh-hans", "国际投资顾问"), ("en", "Investment consultant"), ("ko", "국제투자 컨설턴트")])
def test_new_posts_are_fed_in_each_language(language, title, published, drafted, client):
    response = client.get(f"/{language}/positions/feed/")
    (entry,) = entries(response)
    assert entry.find(f"{ATOM}title").text == title
    assert entry.find(f"{ATOM}id").text == f"urn:uuid:{published.uuid}"
    assert f"/{language}/positions/{published.reference}/" in entry.find(f"{ATOM}link").get("href")
    assert f'xml:lang="{language}"' in response.content.decode()


def test_a_search_can_be_fed_and_bad_filters_do_not_break_it(department, hr_officer, second_hr_officer, client):
    made(department, "Alpha", author=hr_officer, reviewer=second_hr_officer)
    made(department, "Beta", author=hr_officer, reviewer=second_hr_officer, salary_public=True)
    assert len(entries(client.get("/en/positions/feed/?pay=published"))) == 1
    assert len(entries(client.get("/en/positions/feed/?q=alpha&chinese=hsk-9&kind=%3C"))) == 1
    assert 'href="/en/positions/feed/?pay=published"' in client.get("/en/positions/?pay=published").content.decode()


def test_the_feed_of_the_next_reader_costs_nothing(published, client, django_assert_num_queries):
    client.get("/en/positions/feed/")
    with django_assert_num_queries(0):
        client.get("/en/positions/feed/")


def test_every_key_date_goes_into_the_calendar(published, client):
    title = "Long, with; signs\\ " + "国际投资顾问" * 20
    days = {"test_on": datetime.date(2027, 1, 5), "interview_on": datetime.date(2027, 2, 1)}
    Position._base_manager.filter(pk=published.pk).update(title_en=title, **days)
    response = client.get(f"/en/positions/{published.reference}/deadline.ics")
    assert all(len(line) <= 75 for line in response.content.split(b"\r\n"))
    events = Calendar.from_ical(response.content).walk("VEVENT")
    assert [str(event["SUMMARY"]).endswith(title) for event in events] == [True] * 3
    assert events[0].decoded("DTSTART") == published.closes_at.replace(microsecond=0)
    assert [event.decoded("DTSTART") for event in events[1:]] == [*days.values()]
    assert len({str(event["UID"]) for event in events}) == 3
    assert events[0].walk("VALARM")


def test_a_post_can_be_passed_on_without_a_third_party(published, client):
    page = client.get(f"/en/positions/{published.reference}/").content.decode()
    assert re.search(r'href="mailto:\?subject=Investment%20consultant&amp;body=http', page)
    assert f'positions/{published.reference}/" data-done="The link is copied." hidden' in page
    assert 'data-portal-zone="{time} (your time, {zone})"' in page


def test_whoever_has_a_zone_is_told_by_the_server(published, candidate, client):
    candidate.time_zone = "Europe/Berlin"
    candidate.save()
    client.force_login(candidate)
    page = client.get(f"/en/positions/{published.reference}/").content.decode()
    assert "data-portal-zone" not in page and "(Berlin)" in page


def test_the_map_for_search_engines_names_each_post_in_each_language_and_no_single_notice(published, drafted, client):
    places = ElementTree.fromstring(client.get("/sitemap.xml").content)
    entries_ = {place.findtext("{*}loc"): place for place in places}
    mine = [place for address, place in entries_.items() if published.reference in address]
    assert len(mine) == 5 and all(place.findtext("{*}lastmod") for place in mine)
    assert {link.get("hreflang") for link in mine[0].iter("{http://www.w3.org/1999/xhtml}link")} == {
        "zh-hans",
        "en",
        "de",
        "ja",
        "ko",
        "x-default",
    }
    assert drafted.reference == published.reference or not any(drafted.reference in address for address in entries_)
    assert [address for address in entries_ if "/notices/" in address and not address.endswith("/notices/")] == []
