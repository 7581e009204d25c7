"""The calendar in the admin: read by the office, entered by the system administrator after a preview."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from recruitment.calendar.models import CalendarYear
from tests.calendar.table_2027 import SOURCE, TABLE

pytestmark = pytest.mark.django_db

SAID = {"year": 2027, "source": SOURCE, "status": "confirmed"}


@pytest.fixture
def address():
    return reverse("admin:calendar_calendaryear_import")


@pytest.fixture
def desk(client, system_administrator):
    client.force_login(system_administrator)
    return client


def test_an_uploaded_file_is_shown_before_anything_is_entered(desk, address):
    page = desk.post(address, {**SAID, "file": SimpleUploadedFile("2027.csv", TABLE.encode())})
    assert "20 days were read" in page.content.decode()
    assert "2027-01-30,makeup_workday" in page.content.decode()
    assert not CalendarYear.objects.filter(year=2027).exists()


def test_after_the_preview_the_text_is_entered(desk, address):
    answer = desk.post(address, {**SAID, "text": TABLE, "confirmed": "1"})
    assert answer.status_code == 302
    assert CalendarYear.objects.get(year=2027).days.count() == 20
    assert "假日" in desk.get(answer.url).content.decode()


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ({}, "Choose a file or paste the lines."),
        ({"text": "date,kind,name\n2027-02-12,feast,x"}, "Line 2: the kind must be"),
        ({"text": TABLE, "year": "1850"}, "Enter a year from 2004 to 2100."),
        ({"text": TABLE, "year": "soon"}, "Enter a year from 2004 to 2100."),
        ({"text": TABLE, "source": ""}, "Source"),
        ({"file": SimpleUploadedFile("x.csv", b"\xff\xfe\x00")}, "not text in UTF-8"),
        ({"file": SimpleUploadedFile("x.csv", b"x" * 70000)}, "too large"),
        ({"text": TABLE, "status": "certain"}, "Status"),
    ],
)
def test_bad_input_is_answered_with_a_sentence_and_enters_nothing(desk, address, said, says):
    page = desk.post(address, {**SAID, **said, "confirmed": "1"})
    assert page.status_code == 200
    assert says in page.content.decode()
    assert not CalendarYear.objects.filter(year=2027).exists()


def test_what_was_typed_is_kept(desk, address):
    page = desk.post(address, {**SAID, "text": "date,kind,name\n2027-02-12,feast,x"}).content.decode()
    assert "2027-02-12,feast,x" in page
    assert SOURCE in page


def test_hr_reads_the_calendar_and_cannot_enter_a_year(client, hr_officer, address):
    client.force_login(hr_officer)
    assert client.get(reverse("admin:calendar_calendaryear_changelist")).status_code == 200
    assert client.get(reverse("admin:calendar_calendaryear_change", args=[2026])).status_code == 200
    assert client.post(address, {**SAID, "text": TABLE, "confirmed": "1"}).status_code == 403
    assert not CalendarYear.objects.filter(year=2027).exists()


def test_a_candidate_does_not_come_in(client, candidate, address):
    client.force_login(candidate)
    assert client.get(address).status_code == 302


@pytest.mark.parametrize(("today", "warns"), [("2026-10-31 12:00+08:00", False), ("2026-11-01 12:00+08:00", True)])
def test_from_november_the_list_warns_of_the_year_that_is_missing(client, system_administrator, time_machine, today, warns):
    system_administrator.assignments.update(since="2026-01-01 00:00+08:00")
    time_machine.move_to(today)
    client.force_login(system_administrator)
    page = client.get(reverse("admin:calendar_calendaryear_changelist"), follow=True).content.decode()
    assert ("The arrangement of 2027 is not confirmed" in page) == warns
