"""Filters, order and address of the list: every option with its number, one way to write a search, and a way on when nothing fits."""

import datetime
import re

import pytest
from django.http import QueryDict
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from positions.forms import address_of, canonical
from positions.states import SalaryMode
from recruitment.core import caching
from tests.positions.listing import LIST, copies, count_in, hrefs_in, made, text_of, titles_in

pytestmark = pytest.mark.django_db
HSK4 = {
    "any_of": [{"test": "HSK", "version": "2.0", "level": 4, "score": 210}, {"degree_taught_in": "zh"}],
    "certificate_max_age_months": 24,
}
HSK5 = {"any_of": [{"test": "HSK", "version": "2.0", "level": 5}, {"test": "HSK", "version": "3.0", "level": 6}]}


@pytest.fixture
def post(department, hr_officer, second_hr_officer):
    return lambda title, **fields: made(
        fields.pop("department", department), title, author=hr_officer, reviewer=second_hr_officer, **fields
    )


def in_days(days: float) -> datetime.datetime:
    return timezone.now() + datetime.timedelta(days=days)


def test_posts_are_filtered_by_the_chinese_that_they_ask_for(post, client):
    post("Alpha", rule=HSK4)
    post("Beta", rule=HSK5)
    post("Gamma")
    page = text_of(client.get(LIST))
    told = [count_in(page, key) for key in ("hsk-2.0-4", "hsk-2.0-5", "hsk-3.0-6", "degree", "none", "hsk-2.0-6")]
    assert told == ["1", "1", "1", "1", "1", None]
    assert titles_in(text_of(client.get(LIST, {"chinese": "hsk-2.0-4"}))) == ["Alpha en"]
    assert titles_in(text_of(client.get(LIST, {"chinese": "none"}))) == ["Gamma en"]
    assert set(titles_in(text_of(client.get(LIST, {"chinese": ["degree", "hsk-3.0-6"]})))) == {"Alpha en", "Beta en"}


def test_posts_are_filtered_by_how_and_whether_they_tell_their_pay(post, client):
    post("Alpha", salary_public=True)
    post("Beta", salary_mode=SalaryMode.LOCAL_SEQUENCE)
    page = text_of(client.get(LIST))
    assert [count_in(page, key) for key in ("published", "negotiated", "local_sequence")] == ["1", "1", "1"]
    assert titles_in(text_of(client.get(LIST, {"pay": "published"}))) == ["Alpha en"]
    assert titles_in(text_of(client.get(LIST, {"salary": "local_sequence"}))) == ["Beta en"]


def test_posts_are_filtered_by_how_near_their_deadline_is(post, client):
    post("Near", closes_at=in_days(3))
    post("Later", closes_at=in_days(20))
    post("Far", closes_at=in_days(60))
    page = text_of(client.get(LIST))
    assert [count_in(page, key) for key in ("7", "30")] == ["1", "2"]
    assert titles_in(text_of(client.get(LIST, {"closing": "7"}))) == ["Near en"]
    assert titles_in(text_of(client.get(LIST, {"closing": ["30", "7"]}, follow=True))) == ["Near en", "Later en"]


def test_open_closed_and_all_have_their_numbers_whatever_is_shown(post, client):
    post("Open")
    post("Past", opens_at=in_days(-9), closes_at=in_days(-1))
    for status in ("open", "closed", "all"):
        page = text_of(client.get(LIST, {"status": status}, follow=True))
        assert [count_in(page, key) for key in ("open", "closed", "all")] == ["1", "1", "2"]
    assert "?status=closed" not in hrefs_in(page, "portal-chip")
    assert hrefs_in(text_of(client.get(LIST, {"status": "closed"})), "portal-chip")[0] == "?"


def test_the_order_is_the_readers(post, client):
    post("B", published_at=in_days(-3), closes_at=in_days(5))
    post("a", published_at=in_days(-1), closes_at=in_days(9))
    post("C", published_at=in_days(-2), closes_at=in_days(7))
    assert titles_in(text_of(client.get(LIST))) == ["B en", "C en", "a en"]
    assert titles_in(text_of(client.get(LIST, {"sort": "newest"}))) == ["a en", "C en", "B en"]
    assert titles_in(text_of(client.get(LIST, {"sort": "title"}))) == ["a en", "B en", "C en"]


@pytest.mark.parametrize("language", ["zh-hans", "en", "de", "ja", "ko"])
def test_titles_are_sorted_in_each_language(language, post, client):
    for title in ("资讯", "安全", "翻译", "Öffentlich", "Zoll", "Arbeit"):
        post(title)
    titles = [title.split()[0] for title in titles_in(text_of(client.get(f"/{language}/positions/", {"sort": "title"})))]
    assert titles[:3] == ["Arbeit", "Öffentlich", "Zoll"] if language != "zh-hans" else True
    assert language != "zh-hans" or [title for title in titles if title[0] > "\u4e00"] == ["安全", "翻译", "资讯"]


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("q=&status=open&sort=deadline", ""),
        ("language=en&kind=b&kind=a&q=%20tax%20", "?q=tax&kind=a&kind=b&language=en"),
        ("page=1&utm_source=x", ""),
        ("page=3&q=x", "?q=x&page=3"),
        ("page=-2", ""),
        ("status=closed&status=all", "?status=all"),
    ],
)
def test_a_search_is_written_in_one_way(asked, written, client):
    answer = client.get(f"{LIST}?{asked}")
    assert (answer.status_code, answer["Location"]) == (302, LIST + written)


QUERIES = st.lists(st.tuples(st.sampled_from(["q", "kind", "page", "sort", "status", "x", "pay"]), st.text(max_size=12)), max_size=8)


@given(QUERIES)
def test_what_is_written_in_that_way_stays_so(pairs):
    query = QueryDict(mutable=True)
    for name, value in pairs:
        query.appendlist(name, value)
    once = canonical(query)
    assert canonical(QueryDict(address_of(once).removeprefix("?"))) == once


def test_bad_filters_are_told_and_good_ones_beside_them_stay(post, client):
    post("Alpha", salary_public=True)
    post("Beta")
    page = text_of(client.get(LIST, {"pay": "published", "closing": "1000", "kind": "nonsense", "sort": "worst"}, follow=True))
    assert titles_in(page) == ["Alpha en"]
    for wrong in ("1000", "nonsense", "worst"):
        assert f"“{wrong}” is not in this list" in page


def test_when_nothing_fits_each_filter_says_what_would_be_there_without_it(post, client):
    post("Alpha", salary_public=True, working_languages=["en"])
    post("Beta", working_languages=["de"])
    page = text_of(client.get(LIST, {"language": "de", "pay": "published"}))
    assert "No position fits this search." in page
    assert re.findall(r">(Without [^<]*)<", page) == ["Without Working language: 1 position", "Without Salary range: 1 position"]
    assert "?pay=published" in page and "/en/alerts/?language=de&amp;pay=published" in page


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("invesment", "investment"),
        ("Konsultant", "consultant"),
        ("投资专员", "投资"),
        ("国际顾问", "国际"),
        ("コンサルタン卜", "コンサルタン"),
    ],
)
def test_when_a_word_is_not_there_near_ones_are_offered(typed, meant, department, hr_officer, second_hr_officer, client):
    made(department, "", author=hr_officer, reviewer=second_hr_officer)
    page = text_of(client.get(LIST, {"q": typed}))
    assert f">{meant}</a>" in page.partition("Did you mean:")[2]


def test_words_that_stand_in_the_way_can_be_dropped(post, client):
    post("Alpha", working_languages=["de"])
    page = text_of(client.get(LIST, {"q": "zzzz", "language": "de"}))
    assert "Without “zzzz”: 1 position" in page


@pytest.mark.parametrize("query", ["", "?status=all&sort=title&chinese=none&pay=published&closing=30&kind=resident_service_specialist"])
def test_three_questions_whatever_is_asked_and_none_for_the_next_reader(query, post, client, django_assert_num_queries):
    for number in range(3):
        post(f"Post {number}", rule=HSK4, salary_public=True)
    caching.forget()
    with django_assert_num_queries(3):  # with nothing to show: what would help instead of the rows
        client.get(LIST + query, follow=True)
    address = client.get(LIST + query, follow=True).request
    with django_assert_num_queries(0):
        client.get(f"{address['PATH_INFO']}?{address['QUERY_STRING']}")


def test_the_list_costs_the_same_questions_with_many_posts(post, client, django_assert_num_queries):
    copies(post("One", rule=HSK5), 200)
    with django_assert_num_queries(3):
        page = text_of(client.get(LIST))
    assert count_in(page, "none") == "200" and len(titles_in(page)) == 20
