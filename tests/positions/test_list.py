"""The public list of posts: search in any language, filters that are the address, an empty list that helps on."""

import datetime
import re

import pytest
from django.utils import timezone

from positions import actions
from positions.actions import searchable
from positions.models import Position
from positions.states import EngagementType, PositionKind
from tests import factories

pytestmark = pytest.mark.django_db
LIST = "/en/positions/"


def text_of(response) -> str:
    assert response.status_code == 200
    return response.content.decode()


def titles_in(page: str) -> list[str]:
    return re.findall(r'portal-entry__title"><a[^>]*>([^<]*)<', page)


@pytest.fixture
def publish(department, hr_officer, second_hr_officer):
    """Publish a post with its own title and facts."""

    def make(title: str = "", **fields) -> Position:
        names = ("title", "summary", "duties", "description", "place")
        titles = {f"{name}_{code}": f"{title} {code}" for code in factories.TITLES for name in names} if title else {}
        given = {"author": hr_officer, "reviewer": second_hr_officer, **titles, **fields}
        position = factories.published_position(given.pop("department", department), **given)
        Position._base_manager.filter(pk=position.pk).update(search_text=searchable(position))
        return position

    return make


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_three_questions_whatever_its_length(rows, publish, client, django_assert_num_queries):
    for number in range(rows):
        publish(f"Post {number}")
    with django_assert_num_queries(3):
        page = text_of(client.get(LIST))
    assert len(titles_in(page)) == rows


@pytest.mark.parametrize(
    "words", ["投资", "国际投资顾问", "顾", "investment", "CONSULT", "Investitionsber", "コンサル", "투자", "컨설턴트", "SH-P", "ftz"]
)
@pytest.mark.parametrize("language", ["zh-hans", "de"])
def test_a_post_is_found_by_its_words_in_any_language_on_a_page_of_any_language(words, language, publish, client):
    publish()
    publish("Bibliothek")
    page = text_of(client.get(f"/{language}/positions/", {"q": words}))
    assert len(titles_in(page)) == (2 if words in ("SH-P", "ftz") else 1)


@pytest.mark.parametrize("words", ["投顾", "资投", "investor relations", "Müller"])
def test_what_is_not_there_is_not_found(words, publish, client):
    publish()
    page = text_of(client.get(LIST, {"q": words}))
    assert titles_in(page) == []
    assert "No position fits this search." in page
    assert "Show the 1 position that takes applications" in page


@pytest.mark.parametrize(
    "query",
    [
        "q=%27%20%7C%20%26%20%21%20%28%29%20%3A%2A", "q=<script>alert(1)</script>", "q=%F0%9F%98%80", "q=%FF%FE", "q=\\",
        "q=a'b''c:*&!|<->",
        "page=0", "page=-1", "page=99999999999999999999", "page=abc", "kind=nonsense", "department=%27%3B--", "status=weird", "language=xx",
        "closing=perhaps", "q=" + "x" * 5000, "kind=&department=&engagement=", "&&&===", "unknown=1", "q=" + "%E6%8A%95" * 100,
    ],
)  # fmt: skip
def test_a_hostile_query_is_answered_with_a_page(query, publish, client):
    publish()
    page = text_of(client.get(f"{LIST}?{query}", follow=True))
    assert "<script>alert" not in page


def test_what_cannot_be_understood_is_told_and_left_out(publish, client):
    publish()
    page = text_of(client.get(LIST, {"kind": "nonsense"}))
    assert "“nonsense” is not in this list; the filter was left out." in page
    assert len(titles_in(page)) == 1


def test_a_search_that_is_too_long_is_told_and_kept_in_its_box(publish, client):
    publish()
    page = text_of(client.get(LIST, {"q": "x" * 101}))
    assert "Search for at most 100 characters." in page
    assert 'value="' + "x" * 101 in page


@pytest.mark.parametrize("address", ["/fr/positions/", "/zh/positions/", "/xx-yy/positions/", "/en/positions/nothing/"])
def test_a_language_or_post_that_does_not_exist_is_not_found(address, client):
    assert client.get(address).status_code == 404


def test_an_address_without_language_leads_to_the_readers_own(client):
    assert client.get("/positions/", headers={"accept-language": "ko"})["Location"] == "/ko/positions/"


def test_the_list_only_reads(client):
    assert client.post(LIST).status_code == 405


def test_filters_narrow_and_count_what_stands_behind_each_option(publish, client):
    library = factories.DepartmentFactory(code="LIB", name_en="Library")
    publish("Alpha", kind=PositionKind.ST_COMMISSIONER)
    publish("Beta", department=library, engagement_type=EngagementType.PROJECT, working_languages=["de"])
    publish("Gamma", department=library, closes_at=timezone.now() + datetime.timedelta(days=3))
    assert titles_in(text_of(client.get(LIST, {"kind": "st_cooperation_commissioner"}))) == ["Alpha en"]
    assert titles_in(text_of(client.get(LIST, {"department": "LIB"}))) == ["Gamma en", "Beta en"]
    assert titles_in(text_of(client.get(LIST, {"engagement": "project"}))) == ["Beta en"]
    assert titles_in(text_of(client.get(LIST, {"language": "de"}))) == ["Beta en"]
    assert titles_in(text_of(client.get(LIST, {"closing": "7"}))) == ["Gamma en"]
    page = text_of(client.get(LIST, {"department": "LIB"}))
    counts = dict(re.findall(r'value="([\w-]+)"[^>]*><label[^>]*>[^<]*<span class="portal-muted">\((\d+)\)', page))
    assert (counts["LIB"], counts["FTZ"], counts["project"], counts["de"]) == ("2", "1", "1", "1")
    assert counts["international_investment_consultant"] == "2"
    assert "st_cooperation_commissioner" not in counts


def test_a_chip_takes_one_filter_off_and_leaves_the_others(publish, client):
    publish()
    page = text_of(client.get(f"{LIST}?q=invest&kind=international_investment_consultant&language=en&page=1", follow=True))
    chips = re.findall(r'class="portal-chip" href="([^"]*)"', page)
    assert chips == [
        "?kind=international_investment_consultant&amp;language=en",
        "?q=invest&amp;language=en",
        "?q=invest&amp;kind=international_investment_consultant",
        LIST,
    ]


def test_open_closed_and_all_posts(publish, client, robot):
    publish("Open")
    closed = publish("Closed")
    actions.close(closed, by=robot)
    publish("Past", opens_at=timezone.now() - datetime.timedelta(days=9), closes_at=timezone.now() - datetime.timedelta(days=1))
    publish("Soon", opens_at=timezone.now() + datetime.timedelta(days=1), closes_at=timezone.now() + datetime.timedelta(days=20))
    assert titles_in(text_of(client.get(LIST))) == ["Soon en", "Open en"]
    assert set(titles_in(text_of(client.get(LIST, {"status": "closed"})))) == {"Closed en", "Past en"}
    assert len(titles_in(text_of(client.get(LIST, {"status": "all"})))) == 4


def test_drafts_and_reviewed_posts_are_not_in_the_list_whoever_reads(drafted, reviewed, client, hr_officer):
    assert titles_in(text_of(client.get(LIST))) == []
    client.force_login(hr_officer)
    assert titles_in(text_of(client.get(LIST))) == []


def test_a_long_list_has_pages_of_twenty_that_keep_the_filters(publish, client):
    for number in range(23):
        publish(f"Post {number:02d}", closes_at=timezone.now() + datetime.timedelta(days=10 + number))
    first = text_of(client.get(LIST, {"language": "en"}))
    second = text_of(client.get(LIST, {"language": "en", "page": 2}))
    assert len(titles_in(first)) == 20 and len(titles_in(second)) == 3
    assert 'href="?language=en&amp;page=2"' in first


def test_the_language_switch_keeps_the_search(publish, client):
    publish()
    page = text_of(client.get(f"{LIST}?q=invest"))
    assert 'href="/de/positions/?q=invest"' in page
