"""The public interface for programs: what it says it tells is what it tells, and never a name longer than the page of a notice."""

import datetime
import re

import pytest
from django.utils import timezone

from positions.models import Position
from publicity.notices.models import Notice
from recruitment.core import caching
from tests.positions.listing import copies, made

pytestmark = pytest.mark.django_db
V1 = "/api/v1"
KINDS = {"string": str, "integer": int, "boolean": bool, "object": dict, "array": list, "null": type(None)}


def fits(value, schema: dict, whole: dict, at: str = "$") -> list[str]:
    """Where a value is not as its schema says (the part of JSON Schema that the description uses)."""
    if "$ref" in schema:
        schema = whole["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    named = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if type(value) not in [KINDS[name] for name in named]:
        return [f"{at}: {value!r} is not {named}"]
    wrong = [f"{at}: {value!r} is not one of {schema['enum']}"] if "enum" in schema and value not in schema["enum"] else []
    if value is not None and schema.get("format") in ("date", "date-time"):
        datetime.datetime.fromisoformat(value)
    if isinstance(value, list):
        return wrong + [line for index, item in enumerate(value) for line in fits(item, schema["items"], whole, f"{at}[{index}]")]
    if isinstance(value, dict):
        told, other = schema.get("properties", {}), schema.get("additionalProperties", True)
        wrong += [f"{at}: {name} is missing" for name in schema.get("required", ()) if name not in value]
        for name, item in value.items():
            if name in told or isinstance(other, dict):
                wrong += fits(item, told.get(name, other), whole, f"{at}.{name}")
            elif other is False:
                wrong.append(f"{at}: {name} is not described")
    return wrong


@pytest.fixture
def description(client) -> dict:
    return client.get(f"{V1}/openapi.json").json()


def told(client, path: str, template: str, description: dict):
    answer = client.get(V1 + path)
    assert answer.status_code == 200 and answer["Content-Type"] == "application/json"
    schema = description["paths"][template]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    assert fits(answer.json(), schema, description) == []
    return answer.json()


@pytest.fixture
def notice(department, publicity_officer, second_publicity_officer):
    """Published, with one person on it, whose names may still be shown."""
    now = timezone.now()
    texts = {code: {"title": f"Notice {code}", "period": "Period"} for code in ("zh-hans", "en", "de", "ja", "ko")}
    names = dict.fromkeys(texts, "x")
    line = {"order": 1, "position_title": names, "full_name": "MÜLLER, Anna", "chinese_name": "穆安娜", "sex": names}
    line |= {"candidate_no": "C-1", "institution": "Universität", "nationality": "DE"}
    return Notice.objects.create(
        reference="GS-2026-001", document_no="沪公示〔2026〕1号", department=department, author=publicity_officer, state="published",
        starts_on=now.date(), ends_on=now.date(), ends_at=now + datetime.timedelta(days=5), published_at=now, reviewed_at=now,
        reviewed_by=second_publicity_officer, published_by=publicity_officer, digest="0" * 64, frozen={"texts": texts, "entries": [line]},
        takedown_on=timezone.localdate() + datetime.timedelta(days=30),
    )  # fmt: skip


def test_posts_are_told_as_the_description_says(published, drafted, client, description):
    page = told(client, "/positions", "/positions", description)
    assert [row["reference"] for row in page["results"]] == [published.reference]
    assert page["results"][0]["salary_cny_a_year"] is None
    post = told(client, f"/positions/{published.reference}", "/positions/{reference}", description)
    assert post["title"]["ja"] == "国際投資コンサルタント" and post["requirements"][0]["kind"] == "age"


def test_notices_are_told_as_the_description_says_and_without_names_in_the_list(notice, client, description):
    page = told(client, "/notices", "/notices", description)
    assert "Anna" not in str(page) and page["results"][0]["reference"] == notice.reference
    one = told(client, f"/notices/{notice.reference}", "/notices/{reference}", description)
    assert one["entries"][0]["full_name"] == "MÜLLER, Anna" and "nationality" not in one["entries"][0]


def test_names_leave_the_interface_when_they_leave_the_page(notice, client, description):
    Notice._base_manager.filter(pk=notice.pk).update(takedown_on=timezone.localdate() - datetime.timedelta(days=1))
    one = told(client, f"/notices/{notice.reference}", "/notices/{reference}", description)
    assert one["entries"] == [] and one["names_are_shown"] is False and "Anna" not in str(one)
    assert client.get(f"{V1}/notices/{notice.reference}")["X-Robots-Tag"] == "noindex, noarchive"


@pytest.mark.parametrize("path", ["/positions/NOTHING", "/notices/NOTHING"])
def test_what_is_not_there_is_told_in_json(path, client):
    answer = client.get(V1 + path)
    assert answer.status_code == 404 and "error" in answer.json()


def test_drafts_are_not_there(drafted, client):
    assert client.get(f"{V1}/positions/{drafted.reference}").status_code == 404


def test_the_same_filters_and_pages_as_the_website(department, hr_officer, second_hr_officer, client, description):
    first = made(department, "Alpha", author=hr_officer, reviewer=second_hr_officer, salary_public=True)
    copies(first, 4)
    page = told(client, "/positions?q=alpha&pay=published&per_page=2&page=2", "/positions", description)
    assert (page["count"], page["page"], page["pages"], len(page["results"])) == (5, 2, 3, 2)
    assert re.search(r"/api/v1/positions\?q=alpha&pay=published&per_page=2&page=3$", page["next"])
    assert page["results"][0]["salary_cny_a_year"] == {"from": 300000, "to": 450000}
    assert told(client, "/positions?language=de", "/positions", description)["count"] == 0


@pytest.mark.parametrize(
    "query",
    ["page=abc", "page=-1", "per_page=0", "per_page=99999999999", "kind=x", "chinese=x", "status=x", "q=%00", "q='", "state=drafted"],
)
@pytest.mark.parametrize("path", ["/positions", "/notices"])
def test_a_hostile_query_is_answered(path, query, published, client):
    assert client.get(f"{V1}{path}?{query}").status_code in (200, 400)


def test_nobody_asks_the_database_twice_for_the_same(published, client, django_assert_num_queries):
    first = client.get(f"{V1}/positions")
    with django_assert_num_queries(0):
        second = client.get(f"{V1}/positions", headers={"if-none-match": first["ETag"]})
    assert second.status_code == 304 and not second.content
    assert first["Access-Control-Allow-Origin"] == "*" and not first.cookies


@pytest.mark.parametrize("number", [1, 20])
def test_a_page_of_posts_asks_the_same_however_long(number, published, client, django_assert_num_queries):
    copies(published, number)
    caching.forget()
    with django_assert_num_queries(3):
        assert client.get(f"{V1}/positions").json()["count"] == number + 1


def test_it_is_read_only_and_bounded(client):
    assert client.post(f"{V1}/positions").status_code == 405
    answers = [client.get(f"{V1}/openapi.json").status_code for _number in range(121)]
    assert answers[:120] == [200] * 120 and answers[-1] == 429


def test_the_description_is_openapi_and_names_every_address(description, client):
    assert description["openapi"].startswith("3.1")
    for template, path in description["paths"].items():
        names = re.findall(r"\{(\w+)\}", template)
        assert names == [given["name"] for given in path["get"]["parameters"] if given["in"] == "path"]
        for schema in re.findall(r"#/components/schemas/(\w+)", str(path)):
            assert schema in description["components"]["schemas"]
    assert Position.objects.count() == 0
