"""Entering the State Council's arrangement of a year: the verb, the table it reads, the command."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command

from recruitment.audit.models import Entry
from recruitment.calendar import arrangement, queries
from recruitment.calendar.actions import import_arrangement
from recruitment.calendar.models import CalendarDay, CalendarYear
from recruitment.calendar.states import DayKind, YearStatus
from recruitment.core.refusals import Refused
from tests.calendar.table_2027 import HOLIDAYS_2027, MAKEUP_2027, SOURCE, TABLE

pytestmark = pytest.mark.django_db


def days():
    return arrangement.read(TABLE, 2027)


def test_a_period_into_the_new_year_is_certain_as_soon_as_the_year_is_entered(system_administrator):
    assert queries.add_working_days(date(2026, 12, 28), 5).provisional
    import_arrangement(2027, days(), source=SOURCE, by=system_administrator)
    period = queries.add_working_days(date(2026, 12, 28), 5)
    assert (period.ends_on, period.provisional) == (date(2027, 1, 5), False)
    assert queries.working_days().is_working_day(date(2027, 1, 30))
    assert not queries.working_days().is_working_day(date(2027, 2, 11))


def test_a_draft_is_counted_with_but_stays_provisional(system_administrator):
    import_arrangement(2027, days(), source=SOURCE, status=YearStatus.DRAFT, by=system_administrator)
    period = queries.add_working_days(date(2027, 1, 29), 1)
    assert (period.ends_on, period.provisional) == (date(2027, 1, 30), True)


def test_entering_a_year_again_replaces_its_days_and_is_seen_at_once(system_administrator):
    import_arrangement(2027, days(), source=SOURCE, by=system_administrator)
    assert queries.working_days().is_working_day(date(2027, 1, 30))
    import_arrangement(2027, [day for day in days() if day.kind == DayKind.HOLIDAY], source=SOURCE, by=system_administrator)
    assert not queries.working_days().is_working_day(date(2027, 1, 30))
    assert CalendarDay.objects.filter(year=2027).count() == len(HOLIDAYS_2027)


@pytest.mark.parametrize("who", ["hr_officer", "candidate", "superuser"])
def test_only_the_system_administrator_keeps_the_calendar(who, request):
    with pytest.raises(Refused, match="system administrator"):
        import_arrangement(2027, days(), source=SOURCE, by=request.getfixturevalue(who))
    assert not CalendarYear.objects.filter(year=2027).exists()


def test_it_leaves_one_footprint(system_administrator):
    import_arrangement(2027, days(), source=SOURCE, by=system_administrator)
    entry = Entry.objects.get(verb="calendar.year.import_arrangement")
    assert entry.actor_id == system_administrator.pk
    assert entry.data == {"year": 2027, "days": len(days()), "status": "confirmed", "source": SOURCE}


def test_the_days_come_in_their_order_with_byte_order_mark_or_without():
    read = arrangement.read("\ufeff" + TABLE, 2027)
    assert [day.date for day in read] == sorted(day.date for day in read)
    assert len(read) == len(HOLIDAYS_2027) + len(MAKEUP_2027)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("2027-02-30,holiday,x", "Line 2: the date must look like"),
        ("tomorrow,holiday,x", "Line 2: the date must look like"),
        ("2026-02-03,holiday,x", "Line 2: the date is not in the year 2027."),
        ("2027-02-12,feast,x", "Line 2: the kind must be"),
        ("2027-02-12,makeup_workday,x", "Line 2: only a Saturday or Sunday"),
        ("2027-02-12,holiday,", "Line 2: the name must have"),
        ("2027-02-12,holiday," + "x" * 61, "Line 2: the name must have"),
        ("2027-02-12,holiday", "Line 2: there must be a date, a kind and a name"),
        ("2027-01-01,holiday,x", "Line 3: this day is there twice."),
    ],
)
def test_a_fault_is_named_with_its_line(line, says):
    header, _newline, rest = TABLE.partition("\n")
    with pytest.raises(ValidationError) as fault:
        arrangement.read(f"{header}\n{line}\n{rest}", 2027)
    assert fault.value.messages[0].startswith(says)


def test_every_fault_is_named_at_once():
    with pytest.raises(ValidationError) as fault:
        arrangement.read("date,kind,name\nx,holiday,x\n2027-01-01,x,x\n", 2027)
    assert len(fault.value.messages) == 2


@pytest.mark.parametrize("text", ["", "\n\n", "day;kind;name\n", "2027-01-01,holiday,元旦\n"])
def test_a_table_without_its_first_line_is_refused(text):
    with pytest.raises(ValidationError, match="first line"):
        arrangement.read(text, 2027)


def test_a_table_that_forgets_a_statutory_holiday_is_refused():
    with pytest.raises(ValidationError, match="2027-10-01 is a statutory holiday"):
        arrangement.read(TABLE.replace("2027-10-01,holiday,假日\n", ""), 2027)


def test_a_table_of_endless_lines_is_refused():
    with pytest.raises(ValidationError, match="no more than"):
        arrangement.read(TABLE + "x\n" * 500, 2027)


def test_the_command_enters_a_year(tmp_path, capsys):
    file = tmp_path / "2027.csv"
    file.write_text(TABLE, encoding="utf-8")
    call_command("import_calendar", file, year=2027, source=SOURCE)
    assert CalendarYear.objects.get(year=2027).status == YearStatus.CONFIRMED
    assert "2027: 20 days entered" in capsys.readouterr().out


def test_the_command_names_the_faults_and_enters_nothing(tmp_path):
    file = tmp_path / "2027.csv"
    file.write_text("date,kind,name\nx,y,z\n", encoding="utf-8")
    with pytest.raises(CommandError, match="Line 2"):
        call_command("import_calendar", file, year=2027, source=SOURCE)
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("import_calendar", tmp_path / "absent.csv", year=2027, source=SOURCE)
    assert not CalendarYear.objects.filter(year=2027).exists()
