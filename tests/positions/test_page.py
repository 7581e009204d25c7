"""The page of one post: everything a reader needs to decide, in their language."""

import datetime
import json
import re

import pytest
from django.utils import timezone
from icalendar import Calendar

from positions import actions
from positions.models import Position
from positions.states import PositionState
from recruitment.core import caching
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["zh-hans", "en", "de", "ja", "ko"])
def test_a_post_is_read_in_every_language(language, published, client):
    page = client.get(f"/{language}/positions/{published.reference}/").content.decode()
    assert factories.TITLES[language.replace("-", "_")] in page
    assert f'<html lang="{language}"' in page


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_asks_six_questions_whatever_its_length(
    rows, published, department, hr_officer, second_hr_officer, client, django_assert_num_queries
):
    for _number in range(rows):
        factories.published_position(department, author=hr_officer, reviewer=second_hr_officer)
        rule = published.rules.first()
        rule.pk = None
        rule.save()
    with django_assert_num_queries(6):
        page = client.get(f"/en/positions/{published.reference}/").content.decode()
    assert page.count("Requirement Investment consultant") >= rows + 1


def test_the_page_tells_dates_stages_terms_and_what_prevails(published, client):
    page = client.get(f"/en/positions/{published.reference}/").content.decode()
    for words in (
        "Key dates", "25 days left", "(Shanghai time)", "Who can apply", "Documents you need", "What happens after you apply",
        "within 10 working days", "stands for 5 working days", "36 months", "6 months", "Negotiated salary", "Basis: Investment consultant",
        "沪示〔2026〕1号", "The Chinese text prevails", "Free Trade Zone Management Committee", "(40 %)", "(60 %)",
    ):  # fmt: skip
        assert words in page, words


def test_the_salary_is_shown_only_when_it_is_public(published, client):
    address = f"/en/positions/{published.reference}/"
    assert "CNY" not in client.get(address).content.decode()
    Position._base_manager.filter(pk=published.pk).update(salary_public=True)
    caching.forget()
    page = client.get(address).content.decode()
    assert "CNY 300,000 to 450,000 a year, before tax" in page
    assert posting_in(page)["baseSalary"]["value"]["minValue"] == 300000


def posting_in(page: str) -> dict:
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.S).group(1))


def test_machines_read_the_post_as_a_job_posting(published, client):
    posting = posting_in(client.get(f"/de/positions/{published.reference}/").content.decode())
    assert posting["@type"] == "JobPosting"
    assert posting["title"] == factories.TITLES["de"]
    assert posting["validThrough"] == published.closes_at.isoformat()
    assert posting["directApply"] is True
    assert "baseSalary" not in posting


def test_a_text_cannot_leave_the_block_for_machines(published, client):
    Position._base_manager.filter(pk=published.pk).update(summary_en="</script><script>alert(1)</script>&amp; \u2028")
    page = client.get(f"/en/positions/{published.reference}/").content.decode()
    assert "<script>alert" not in page
    assert posting_in(page)["description"].startswith("</script><script>alert(1)</script>")


@pytest.mark.parametrize("person", [None, "candidate", "outsider", "foreign_hr_officer", "assessor", "superuser"])
@pytest.mark.parametrize("address", ["", "deadline.ics"])
def test_a_draft_does_not_exist_for_others(person, address, drafted, client, request):
    if person:
        client.force_login(request.getfixturevalue(person))
    assert client.get(f"/en/positions/{drafted.reference}/{address}").status_code == 404


@pytest.mark.parametrize("person", ["hr_officer", "second_hr_officer", "publicity_officer"])
def test_the_office_sees_a_preview_that_is_marked_as_one(person, drafted, client, request):
    client.force_login(request.getfixturevalue(person))
    response = client.get(f"/en/positions/{drafted.reference}/")
    assert "Only the office sees this page" in response.content.decode()
    assert "application/ld+json" not in response.content.decode()
    assert response["Cache-Control"] == "no-store"


def test_a_preview_of_a_bare_draft_opens(department, hr_officer, client):
    bare = factories.planned_position(
        department,
        author=hr_officer,
        opens_at=None,
        closes_at=None,
        salary_mode="",
        engagement_type="",
        working_languages=[],
        summary_en=None,
    )
    client.force_login(hr_officer)
    assert client.get(f"/en/positions/{bare.reference}/").status_code == 200


def test_a_post_that_opens_later_says_when(published, client):
    opens = timezone.now() + datetime.timedelta(days=2)
    Position._base_manager.filter(pk=published.pk).update(opens_at=opens)
    page = client.get(f"/en/positions/{published.reference}/").content.decode()
    assert "Applications are taken from" in page and "Apply for this position" not in page


def test_a_closed_post_stays_readable_and_takes_no_application(published, robot, client):
    actions.close(published, by=robot)
    page = client.get(f"/en/positions/{published.reference}/").content.decode()
    assert "Applications for this position are closed." in page and "Apply for this position" not in page


def test_similar_posts_are_open_ones_of_the_same_kind_or_department(published, department, hr_officer, second_hr_officer, client):
    stamped = {"author": hr_officer, "reviewer": second_hr_officer}
    near = factories.published_position(department, **stamped)
    elsewhere = factories.DepartmentFactory(code="LIB")
    far = factories.published_position(elsewhere, kind="st_cooperation_commissioner", **stamped)
    over = factories.published_position(department, **stamped)
    Position._base_manager.filter(pk=over.pk).update(state=PositionState.CLOSED, closed_at=timezone.now())
    page = client.get(f"/en/positions/{published.reference}/").content.decode()
    assert near.reference in page and far.reference not in page and over.reference not in page


def test_the_deadline_goes_into_a_calendar_in_universal_time(published, client):
    response = client.get(f"/ko/positions/{published.reference}/deadline.ics")
    assert response["Content-Type"].startswith("text/calendar")
    event = Calendar.from_ical(response.content).walk("VEVENT")[0]
    assert event.decoded("dtstart") == published.closes_at.replace(microsecond=0)
    assert factories.TITLES["ko"] in str(event["summary"])
