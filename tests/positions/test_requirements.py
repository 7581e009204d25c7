"""Requirements on HR's desk: a form for each kind, a sentence in five languages, and no JSON."""

import pytest
from django.http import QueryDict
from django.urls import reverse
from django.utils import translation

from positions.admin.params import DEFAULTS, FORMS
from positions.conditions import check_params
from positions.conditions.sentences import LANGUAGES, in_all_languages, propose
from positions.models import EligibilityRule
from positions.states import RuleKind
from recruitment.demo.reading import content
from tests.positions.test_admin import change, form_of

pytestmark = pytest.mark.django_db
PUBLISHED = [(rule["kind"], rule["params"]) for post in content("positions") for rule in post["eligibility"]]


@pytest.fixture
def desk(client, hr_officer):
    client.force_login(hr_officer)
    return client


@pytest.mark.parametrize("kind", RuleKind)
def test_each_kind_has_its_form_and_a_beginning_that_can_be_checked(kind):
    assert check_params(kind, DEFAULTS[kind]) == []
    assert kind in FORMS and all(in_all_languages(kind, DEFAULTS[kind]).values())


@pytest.mark.parametrize(("kind", "params"), PUBLISHED)
def test_what_is_in_force_is_shown_and_given_back_unchanged(kind, params):
    shown = FORMS[kind](prefix="p", params=params)
    sent = {}
    for field in shown:
        value = field.value()
        if value not in (None, False):
            sent[field.html_name] = value
    form = FORMS[kind](data=_querydict(sent), prefix="p", params=params)
    assert form.is_valid(), form.errors
    assert form.params() == params
    assert check_params(kind, form.params()) == [] and propose(kind, params)


def _querydict(sent: dict):
    data = QueryDict(mutable=True)
    for name, value in sent.items():
        data.setlist(name, value if isinstance(value, list) else [str(value)])
    return data


@pytest.mark.parametrize("kind", RuleKind)
def test_a_new_one_needs_its_kind_and_no_more(kind, drafted, desk):
    drafted.rules.all().delete()
    sent = form_of(desk.get(change(drafted))) | {"rules-0-kind": kind.value, "rules-0-order": "1"}
    response = desk.post(change(drafted), sent)
    assert response.status_code == 302, response.context["errors"]
    rule = EligibilityRule.objects.get()
    assert rule.params == DEFAULTS[kind]
    with translation.override("en"):
        assert rule.sentence_en == propose(kind, DEFAULTS[kind])
    assert all(getattr(rule, f"sentence_{code.replace('-', '_')}") for code in LANGUAGES)


def test_details_are_changed_in_their_form_and_own_words_are_kept_until_asked_otherwise(drafted, desk):
    sent = form_of(desk.get(change(drafted))) | {"rules-0-params-min": "21", "rules-0-params-below": "45", "rules-0-sentence_ko": ""}
    assert desk.post(change(drafted), sent).status_code == 302
    rule = EligibilityRule.objects.get()
    assert rule.params == {"min": 21, "below": 45}
    assert rule.sentence_en.startswith("Requirement") and rule.sentence_ko
    sent = form_of(desk.get(change(drafted))) | {"rules-0-propose": "on"}
    assert desk.post(change(drafted), sent).status_code == 302
    assert EligibilityRule.objects.get().sentence_en == "Aged at least 21 and under 45 on the application deadline."


@pytest.mark.parametrize(
    ("kind", "typed", "sentence"),
    [
        ("age", {"min": "", "below": ""}, "Enter a lower or an upper limit."),
        ("age", {"min": "-3"}, "must be 0 or more"),
        ("nationality", {"excluded": ["XX"]}, "Select a valid choice"),
        ("degree", {"isced_min": "99"}, "Select a valid choice"),
        ("work_years", {"min": "<script>"}, "must be a number"),
        ("language", {"cefr": "B2", "all_of": [], "any_of": []}, "Tick at least one language."),
        ("chinese", {"hsk2_level": "", "hsk3_level": "", "hsk2_score": ""}, "Enter at least one way to show Chinese."),
        ("chinese", {"hsk2_level": "", "hsk2_score": "210", "degree": "on"}, "Points need a level."),
    ],
)
def test_bad_details_are_told_and_kept(kind, typed, sentence, drafted, desk):
    EligibilityRule.objects.update(kind=kind, params=DEFAULTS[kind])
    sent = form_of(desk.get(change(drafted))) | {f"rules-0-params-{name}": value for name, value in typed.items()}
    if "degree" not in typed:
        sent.pop("rules-0-params-degree", None)
    response = desk.post(change(drafted), {name: value for name, value in sent.items() if value != []})
    assert response.status_code == 200
    assert sentence in response.content.decode()
    assert EligibilityRule.objects.get().params == DEFAULTS[kind]


def test_alternatives_are_said_as_alternatives():
    with translation.override("en"):
        assert propose("chinese", DEFAULTS["chinese"]) == (
            "Chinese shown by one of: HSK 2.0 level 5 or higher; HSK 3.0 level 6 or higher; a degree taught in Chinese."
        )


def test_past_the_draft_they_are_read_only(published, desk):
    page = desk.get(reverse("admin:positions_position_change", args=[published.pk]))
    assert page.status_code == 200 and "rules-0-params-min" not in page.content.decode()
