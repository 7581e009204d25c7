"""How forms look and what they say; and dates as people type them."""

import datetime

import pytest
from django import forms
from django.forms import formset_factory
from django.template import Context, Template
from django.utils import translation

from recruitment.core.forms import DayField, DayMonthYearField, MomentField

LEVELS = [("4", "HSK 4"), ("5", "HSK 5")]


class Everything(forms.Form):
    """One field for each kind of control."""

    name = forms.CharField(label="Name", max_length=20, help_text="As printed.")
    years = forms.IntegerField(label="Years", min_value=2)
    born = DayMonthYearField(label="Born", past=True)
    start = DayField(label="Start", required=False)
    meeting = MomentField(label="Meeting", required=False)
    level = forms.ChoiceField(label="Level", choices=LEVELS, widget=forms.RadioSelect)
    skills = forms.MultipleChoiceField(label="Skills", choices=LEVELS, widget=forms.CheckboxSelectMultiple, required=False)
    essay = forms.CharField(label="Essay", max_length=600, widget=forms.Textarea)
    proof = forms.FileField(label="Proof")
    secret = forms.CharField(label="Secret", widget=forms.PasswordInput)
    agreed = forms.BooleanField(label="I agree")


class Remembered(forms.Form):
    day = DayMonthYearField(label="Day", past=True)


def typed(day, month, year) -> Remembered:
    return Remembered({"day_day": day, "day_month": month, "day_year": year})


def summary(*given) -> str:
    names = [f"form{number}" for number in range(len(given))]
    return Template("{% load portal %}{% form_errors " + " ".join(names) + " %}").render(Context(dict(zip(names, given, strict=True))))


def test_every_control_has_its_markup():
    html = str(Everything())
    for part in (
        'class="govuk-input govuk-input--width-20"',
        'class="govuk-radios__input" type="radio"',
        'class="govuk-checkboxes__input" type="checkbox"',
        'class="govuk-textarea govuk-js-character-count"',
        'data-maxlength="600"',
        'data-module="govuk-file-upload"',
        'data-module="govuk-password-input"',
        'type="date"',
        'type="datetime-local"',
        '<div class="govuk-hint" id="id_name_helptext">As printed.</div>',
    ):
        assert part in html
    assert " required" not in html
    assert "style=" not in html


def test_optional_fields_are_marked_and_required_ones_are_not():
    html = str(Everything())
    assert html.count("(optional)") == 3


def test_a_form_of_filters_marks_nothing():
    class Filters(forms.Form):
        mark_optional = False
        word = forms.CharField(label="Word", required=False)

    assert "(optional)" not in str(Filters())


@pytest.mark.parametrize(
    ("field", "sentence"),
    [
        ("name", "Enter “Name”."),
        ("born", "Enter the date for “Born”."),
        ("level", "Choose an answer for “Level”."),
        ("proof", "Choose a file for “Proof”."),
        ("agreed", "Tick the box “I agree” to go on."),
    ],
)
def test_a_missing_answer_is_asked_for_by_its_label(field, sentence):
    assert Everything({}).errors[field] == [sentence]


def test_a_sentence_of_ones_own_stays():
    class Own(forms.Form):
        name = forms.CharField(error_messages={"required": "Enter the name as printed in your passport."})

    assert Own({}).errors["name"] == ["Enter the name as printed in your passport."]


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("years", "many", "“Years” must be a number, such as 12."),
        ("years", "1", "“Years” must be 2 or more."),
        ("name", "x" * 21, "“Name” must have at most 20 characters; it has 21."),
    ],
)
def test_a_wrong_answer_is_explained_and_kept(field, value, sentence):
    form = Everything({field: value})
    assert form.errors[field] == [sentence]
    assert f'value="{value}"' in str(form[field].as_field_group())


def test_a_label_with_a_percent_sign_does_no_harm():
    class Share(forms.Form):
        share = forms.IntegerField(label="Share in %", max_value=100)

    assert Share({"share": "101"}).errors["share"] == ["“Share in %” must be 100 or less."]


def test_full_width_figures_are_figures():
    assert Everything({"years": "１２"}).errors.get("years") is None


def test_an_error_is_tied_to_its_control():
    html = Everything({})["name"].as_field_group()
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="id_name_error"' in html


def test_the_summary_leads_to_the_first_control_of_each_group():
    html = summary(Everything({}))
    assert '<a href="#id_name">Enter “Name”.</a>' in html
    for group in ("born", "level"):
        assert f'href="#id_{group}_0"' in html
        assert f'id="id_{group}_0"' in str(Everything({})[group].as_field_group())


def test_the_summary_tells_the_errors_of_a_formset_too():
    rows = formset_factory(Remembered, extra=0)({"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "1", "form-0-day_day": "3"})
    assert 'href="#id_form-0-day_0"' in summary(rows)


def test_there_is_no_summary_without_errors():
    assert summary(Everything(), None).strip() == ""


@pytest.mark.parametrize(("language", "order"), [("en", ["day", "month", "year"]), ("zh-hans", ["year", "month", "day"])])
def test_the_boxes_of_a_date_stand_in_the_order_of_the_language(language, order):
    with translation.override(language):
        html = str(Remembered()["day"].as_field_group())
    places = [html.index(f'name="day_{part}"') for part in order]
    assert places == sorted(places)
    assert html.index('id="id_day_0"') < html.index('id="id_day_2"')


def test_a_remembered_date_is_read():
    form = typed("29", "2", "1984")
    assert form.is_valid()
    assert form.cleaned_data["day"] == datetime.date(1984, 2, 29)


@pytest.mark.parametrize(
    ("date", "sentence"),
    [
        (("31", "2", "1985"), "This month has 28 days; it has no day 31."),
        (("0", "2", "1985"), "This month has 28 days; it has no day 0."),
        (("1", "13", "1985"), "There are 12 months; “13” is not one of them."),
        (("1", "1", "85"), "Write the year with four figures, such as 1985."),
        (("1", "", "1985"), "The date needs a day, a month and a year."),
        (("1", "May", "1985"), "Write day, month and year in figures, such as 27 3 1985."),
        (("1", "1", "9000"), "The date must lie in the past."),
        (("²", "1", "1985"), "Write day, month and year in figures, such as 27 3 1985."),
    ],
)
def test_an_impossible_date_is_explained_and_kept(date, sentence):
    form = typed(*date)
    assert form.errors["day"] == [sentence]
    for part in filter(None, date):
        assert f'value="{part}"' in str(form["day"].as_field_group())


def test_a_date_that_was_stored_is_shown_in_its_boxes():
    html = str(Remembered(initial={"day": datetime.date(1985, 3, 27)})["day"].as_field_group())
    assert 'name="day_month" id="id_day_1" value="3"' in html


def test_a_date_that_did_not_change_is_no_change():
    form = Remembered({"day_day": "27", "day_month": "3", "day_year": "1985"}, initial={"day": datetime.date(1985, 3, 27)})
    assert not form.has_changed()


def test_a_near_date_is_read_as_iso_only():
    assert DayField().clean("2026-09-30") == datetime.date(2026, 9, 30)
    with pytest.raises(forms.ValidationError, match="year-month-day"):
        DayField().clean("09/30/2026")


def test_a_moment_is_by_shanghais_clock():
    assert MomentField().clean("2026-09-30T17:00").astimezone(datetime.UTC).hour == 9
