"""What the benchmark reads from a page, and how it counts queries."""

import pytest

from recruitment.bench.rush import Fields
from recruitment.bench.volume import counted, timed
from recruitment.calendar.models import CalendarYear

FORM = """
<form class="search"><input name="q" value="x"></form>
<form class="portal-form"><input type="hidden" name="version" value="300000"><input type="radio" name="sex" value="1">
<input type="radio" name="sex" value="2" checked><textarea name="answer_7">
one &amp; two</textarea><textarea name="answer_8"></textarea><select name="land"><option value="DE"><option value="FR" selected></select></form>
"""


def test_a_form_is_read_as_a_browser_would_send_it():
    page = Fields()
    page.feed(FORM)
    assert page.values == {"version": "300000", "sex": "2", "answer_7": "one & two", "answer_8": "", "land": "FR"}


@pytest.mark.django_db
def test_every_query_inside_is_counted_and_none_outside():
    list(CalendarYear.objects.all())
    with counted() as number:
        assert not list(CalendarYear.objects.none()) and number == [0]
        CalendarYear.objects.count()
        CalendarYear.objects.first()
    CalendarYear.objects.count()
    assert number == [2]
    step = timed("count", 3, CalendarYear.objects.count)
    assert (step.name, step.files, step.queries) == ("count", 3, 1) and step.seconds > 0
