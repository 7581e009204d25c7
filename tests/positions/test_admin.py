"""HR's desk for posts: five languages, verbs as buttons, departments apart, drafts only to be changed."""

import datetime

import pytest
from django.urls import reverse

from positions import actions
from positions.admin.params import ParamsField
from positions.models import EligibilityRule, Position, Round
from positions.states import PositionState
from tests import factories

pytestmark = pytest.mark.django_db
LIST = reverse("admin:positions_position_changelist")
ADD = reverse("admin:positions_position_add")


def change(position) -> str:
    return reverse("admin:positions_position_change", args=[position.pk])


def verb(position, name: str) -> str:
    return reverse("admin:positions_position_verb", args=[position.pk, name])


@pytest.fixture
def desk(client, hr_officer):
    client.force_login(hr_officer)
    return client


def form_of(response) -> dict:
    """What a browser would send back from this form unchanged."""
    form = response.context["adminform"].form
    sent = {}
    for fields in (form, *(inline for formset in response.context["inline_admin_formsets"] for inline in formset.formset.forms)):
        for field in _flat(fields):
            value = field.value()
            sent[field.html_name] = "" if value is None else value
            if isinstance(value, datetime.datetime):
                sent[field.html_name] = value.strftime("%Y-%m-%dT%H:%M")
            if value is False:
                sent.pop(field.html_name)
    for formset in response.context["inline_admin_formsets"]:
        management = formset.formset.management_form
        sent |= {field.html_name: field.value() for field in management}
    return sent


def _flat(fields):
    """Fields one by one; the details of a requirement are a small form of their own."""
    for field in fields:
        if isinstance(field.field, ParamsField):
            yield from field.field.widget.small_form(field.html_name) or ()
        else:
            yield field


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_the_same_questions_whatever_its_length(rows, department, hr_officer, desk, django_assert_max_num_queries):
    for _row in range(rows):
        factories.planned_position(department, author=hr_officer)
    desk.get(LIST)
    with django_assert_max_num_queries(12):
        page = desk.get(LIST).content.decode()
    assert page.count("SH-P-") >= rows


def test_the_list_says_in_how_many_languages_a_post_is_complete(department, hr_officer, desk):
    factories.planned_position(department, author=hr_officer, duties_ko="", summary_ja=None)
    assert "3/5" in desk.get(LIST).content.decode()


def test_departments_are_kept_apart(drafted, foreign_hr_officer, client):
    client.force_login(foreign_hr_officer)
    assert drafted.reference not in client.get(LIST).content.decode()
    assert client.get(change(drafted)).status_code == 302
    assert client.post(verb(drafted, "review"), {"note": "x"}).status_code == 404


@pytest.mark.parametrize("person", ["qualification_officer", "system_administrator"])
def test_other_offices_have_no_business_here(person, drafted, client, request):
    client.force_login(request.getfixturevalue(person))
    assert client.get(LIST).status_code == 403
    assert client.get(verb(drafted, "review")).status_code == 404


def test_a_candidate_is_led_away(client, candidate):
    client.force_login(candidate)
    assert client.get(LIST).status_code == 302


def test_a_post_is_written_with_requirements_and_documents_in_one_go(desk, department, hr_officer):
    model = factories.CompetencyModel.objects.create(kind="st_cooperation_commissioner")
    sent = form_of(desk.get(ADD)) | {
        "kind": model.kind, "department": department.pk, "competency_model": model.pk, "round": factories.RoundFactory().pk,
        "title_zh_hans": "专员", "title_de": "Beauftragte", "involves_state_secrets": "no", "working_languages": ["en", "de"],
        "rules-TOTAL_FORMS": 1, "rules-0-order": 0, "rules-0-kind": "work_years",
        "rules-0-sentence_zh_hans": "三年", "required_documents-TOTAL_FORMS": 1, "required_documents-0-order": 0,
        "required_documents-0-kind": "passport",
        "required_documents-0-sentence_zh_hans": "护照",
    }  # fmt: skip
    response = desk.post(ADD, sent)
    assert response.status_code == 302, response.context["errors"]
    position = Position.objects.get()
    assert (position.author, position.title_de, position.working_languages) == (hr_officer, "Beauftragte", ["en", "de"])
    assert position.reference.startswith("SH-P-") and position.involves_state_secrets is False
    assert position.rules.get().params == {"min": 3} and position.required_documents.get().kind == "passport"


def test_the_question_on_state_secrets_has_no_answer_by_default(desk):
    page = desk.get(ADD).content.decode()
    assert '<option value="" selected>Not answered</option>' in page
    assert '<option value="" selected>---------</option>' in page


def test_a_draft_is_opened_saved_and_remembers_who_did_it(drafted, second_hr_officer, client):
    client.force_login(second_hr_officer)
    page = client.get(change(drafted))
    for language in ("简体中文", "English", "Deutsch", "日本語", "한국어"):
        assert language in page.content.decode()
    response = client.post(change(drafted), form_of(page) | {"title_ko": "새 이름"})
    assert response.status_code == 302, response.context["errors"]
    saved = Position.objects.get(pk=drafted.pk)
    assert (saved.title_ko, saved.edited_by, saved.state) == ("새 이름", second_hr_officer, PositionState.DRAFTED)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"term_months": "61"}, "A contract runs for one to five years"),
        ({"rules-0-params-min": "60", "rules-0-params-below": "50"}, "The lower limit must be below the upper one."),
        ({"rules-0-params-min": "many"}, "“At least (years)” must be a number, such as 12."),
        ({"salary_min": "9", "salary_max": "8"}, "The lower salary must not be above the higher one."),
        ({"closes_at": "2026-02-30T12:00"}, "Write date and time as 2026-09-30 17:00, in Shanghai time."),
        ({"test_on": "30.9.2026"}, "Write the date as year-month-day, such as 2026-09-30."),
    ],
)
def test_bad_input_is_told_and_what_was_typed_is_kept(typed, sentence, drafted, desk):
    response = desk.post(change(drafted), form_of(desk.get(change(drafted))) | typed | {"title_ko": "새 이름"})
    assert response.status_code == 200
    page = response.content.decode()
    assert sentence in page and "새 이름" in page


@pytest.mark.parametrize("state", ["reviewed", "published"])
def test_a_post_past_the_draft_is_read_only(state, request, desk):
    position = request.getfixturevalue(state)
    page = desk.get(change(position))
    assert 'name="_save"' not in page.content.decode()
    assert desk.post(change(position), {"title_de": "x"}).status_code == 403


def test_another_department_cannot_be_chosen(drafted, desk):
    other = factories.DepartmentFactory(code="STC")
    response = desk.post(change(drafted), form_of(desk.get(change(drafted))) | {"department": other.pk})
    assert response.status_code == 200
    assert Position.objects.get(pk=drafted.pk).department.code == "FTZ"


def buttons(client, position) -> set[str]:
    return {item["verb"].name for item in client.get(change(position)).context["open_verbs"]}


def test_each_person_sees_the_buttons_of_the_lifecycle(drafted, hr_officer, second_hr_officer, publicity_officer, client):
    client.force_login(hr_officer)
    assert buttons(client, drafted) == {"publish", "copy"}
    client.force_login(publicity_officer)
    assert buttons(client, drafted) == {"review", "refuse"}
    reviewed = actions.review(drafted, by=second_hr_officer, note="Read.")
    assert buttons(client, reviewed) == {"amend", "refuse"}
    client.force_login(hr_officer)
    assert buttons(client, reviewed) == {"publish", "amend", "copy"}
    published = actions.publish(reviewed, by=hr_officer)
    assert buttons(client, published) == {"close", "copy", "correct", "extend"}


def test_a_post_goes_the_whole_way_by_the_buttons(drafted, hr_officer, publicity_officer, client):
    client.force_login(publicity_officer)
    assert client.post(verb(drafted, "review"), {"note": ""}).status_code == 200
    client.post(verb(drafted, "review"), {"note": "All items read."})
    client.force_login(hr_officer)
    client.post(verb(drafted, "publish"))
    assert Position.objects.get(pk=drafted.pk).state == PositionState.PUBLISHED
    client.post(verb(drafted, "close"))
    assert Position.objects.get(pk=drafted.pk).state == PositionState.CLOSED
    assert client.post(verb(drafted, "close")).status_code == 409


def test_pressing_publish_too_early_tells_everything_that_is_missing(department, hr_officer, desk):
    position = factories.planned_position(department, author=hr_officer, engagement_type="", legal_basis_ja="")
    page = desk.post(verb(position, "publish"), follow=True).content.decode()
    for sentence in (
        "The secrecy review by a second person has not been done.",
        "“type of engagement” is missing.",
        "“legal basis” is missing in: 日本語.",
    ):
        assert sentence in page
    assert Position.objects.get(pk=position.pk).state == PositionState.DRAFTED


def test_the_desk_leads_to_the_preview(drafted, desk):
    assert f'href="/en/positions/{drafted.reference}/"' in desk.get(change(drafted)).content.decode()


def test_the_timeline_tells_what_happened(reviewed, desk):
    assert "Secrecy review passed" in desk.get(change(reviewed)).content.decode()


@pytest.mark.parametrize("model", ["department", "competencymodel", "round"])
def test_reference_data_opens_and_is_saved(model, position, desk):
    rows = {
        "department": position.department,
        "competencymodel": factories.CompetencyModel.objects.create(kind="adviser"),
        "round": Round.objects.get(),
    }
    address = reverse(f"admin:positions_{model}_change", args=[rows[model].pk])
    assert desk.get(reverse(f"admin:positions_{model}_changelist")).status_code == 200
    sent = form_of(desk.get(address))
    name = "title_zh_hans" if model == "round" else "name_zh_hans"
    response = desk.post(address, sent | {name: "新名称", "kind": "multicultural_coordinator"})
    assert response.status_code == 302, response.context["errors"]
    assert getattr(type(rows[model]).objects.get(pk=rows[model].pk), name) == "新名称"


def test_weights_that_do_not_add_up_are_told(desk, position):
    address = reverse("admin:positions_round_change", args=[position.round_id])
    page = desk.post(address, form_of(desk.get(address)) | {"title_zh_hans": "批次", "competence_weight": "50"}).content.decode()
    assert "The two weights must add up to 100." in page


def test_a_fixed_round_and_a_model_in_use_are_read_only(published, desk):
    assert desk.post(reverse("admin:positions_round_change", args=[published.round_id]), {}).status_code == 403
    assert desk.post(reverse("admin:positions_competencymodel_change", args=[published.competency_model_id]), {}).status_code == 403
    assert "competence_weight" in desk.get(reverse("admin:positions_round_change", args=[published.round_id])).content.decode()


def test_hr_keeps_its_own_department_and_makes_no_new_one(department, desk):
    other = factories.DepartmentFactory(code="STC")
    assert desk.post(reverse("admin:positions_department_change", args=[other.pk]), {}).status_code == 403
    assert desk.get(reverse("admin:positions_department_add")).status_code == 403


def test_a_requirement_of_a_public_post_cannot_be_slipped_in(published, desk):
    before = EligibilityRule.objects.count()
    desk.post(change(published), {"rules-TOTAL_FORMS": 1, "rules-INITIAL_FORMS": 0, "rules-0-kind": "age"})
    assert EligibilityRule.objects.count() == before
