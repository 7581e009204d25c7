"""Every section: kept half filled without complaint, marked as complete only when it is, and never overwritten unseen."""

import pytest
from django.urls import reverse

from screening.applications.models import (
    Application,
    Certificate,
    Declaration,
    Education,
    Employment,
    Identity,
    Interest,
    LanguageEvidence,
    Pause,
    Referee,
    SectionProgress,
)
from screening.applications.states import Section, State
from tests import factories
from tests.applications.answers import COMPETENCIES, DECLARATIONS, ENTRIES, IDENTITY

pytestmark = pytest.mark.django_db

COMPLETE, LATER = {"then": "complete", "seen": ""}, {"then": "later", "seen": ""}
WITHIN = {"pauses": "work", "certificates": "education"}
FORMS = {"identity": IDENTITY, "competencies": COMPETENCIES, "declarations": DECLARATIONS}
MODELS = {"identity": Identity, "competencies": Declaration, "declarations": Declaration}
LISTS = ("education", "work", "languages", "interests")


def page_of(draft, section: str) -> str:
    return reverse("applications:section", args=[draft.uuid, section])


def is_done(section: str) -> bool | None:
    return SectionProgress.objects.filter(section=section).values_list("done", flat=True).first()


@pytest.mark.parametrize("section", FORMS)
def test_an_empty_page_can_be_saved_and_is_in_progress(signed_in, draft, section):
    response = signed_in.post(page_of(draft, section), LATER, follow=True)

    assert "is saved" in response.content.decode()
    assert is_done(section) is False
    assert "In progress" in response.content.decode()


@pytest.mark.parametrize("section", FORMS)
def test_any_single_answer_can_be_saved_and_is_there_again(signed_in, draft, section):
    """One of the answers at a time, each on its own day."""
    for name in (name for name in FORMS[section] if not name.startswith(("birth_date", "consent_"))):
        SectionProgress.objects.all().delete()
        response = signed_in.post(page_of(draft, section), {name: FORMS[section][name], **LATER})
        assert response.status_code == 302, (name, response.context["form"].errors)
        value = signed_in.get(page_of(draft, section)).context["form"].initial[name]
        assert value not in (None, "", []), name


@pytest.mark.parametrize("section", FORMS)
def test_a_whole_page_is_complete(signed_in, draft, section):
    response = signed_in.post(page_of(draft, section), {**FORMS[section], **COMPLETE}, follow=True)

    assert "is complete" in response.content.decode()
    assert is_done(section) is True


@pytest.mark.parametrize("section", FORMS)
def test_an_empty_page_is_not_complete_and_every_field_says_why_in_its_own_words(signed_in, draft, section):
    response = signed_in.post(page_of(draft, section), COMPLETE)

    form = response.context["form"]
    sentences = [sentence for errors in form.errors.values() for sentence in errors]
    assert set(form.errors) >= {name for name, field in form.fields.items() if field.required}
    assert len(sentences) == len(set(sentences))
    assert not any("This field" in sentence for sentence in sentences)
    assert "There is a problem" in response.content.decode()
    assert is_done(section) is False


def test_what_is_right_is_kept_even_if_something_else_is_wrong(signed_in, draft):
    response = signed_in.post(page_of(draft, "identity"), {**IDENTITY, "telephone": "call me", **COMPLETE})

    assert "Your other answers on this page were saved" in response.content.decode()
    assert 'value="call me"' in response.content.decode()
    identity = Identity.objects.get()
    assert (identity.full_name_latin, identity.telephone) == ("Anna-Lena Müller", "")
    again = {**IDENTITY, "then": "complete", "seen": response.context["stamp"]}
    assert signed_in.post(page_of(draft, "identity"), again).status_code == 302


def test_answers_are_stored_in_their_standard_form(signed_in, draft):
    signed_in.post(page_of(draft, "identity"), {**IDENTITY, **COMPLETE})

    identity = Identity.objects.get()
    assert (identity.passport_number, identity.telephone) == ("C01X00T47", "+4930123456")
    assert (identity.birth_date.isoformat(), identity.sex, identity.was_chinese_national) == ("1990-02-28", 2, False)
    assert [country.code for country in identity.other_nationalities] == ["FR"]


def test_leaving_a_complete_section_open_again_needs_marking_again(signed_in, draft):
    signed_in.post(page_of(draft, "identity"), {**IDENTITY, **COMPLETE})
    stamp = SectionProgress.objects.get().stamp

    signed_in.post(page_of(draft, "identity"), {**IDENTITY, "then": "later", "seen": stamp})

    assert is_done("identity") is False


@pytest.mark.parametrize("section", FORMS)
def test_a_second_tab_is_told_and_loses_nothing(signed_in, draft, section):
    name = {"identity": "full_name_native", "competencies": "motivation", "declarations": "explanation"}[section]
    signed_in.post(page_of(draft, section), {name: "stored in the other tab", **LATER})

    response = signed_in.post(page_of(draft, section), {name: "typed in this tab", **LATER})

    page = response.content.decode()
    assert "was saved elsewhere meanwhile" in page
    assert "stored in the other tab" in page and "typed in this tab" in page
    assert getattr(MODELS[section].objects.get(), name) == "stored in the other tab"
    again = {name: "typed in this tab", "then": "later", "seen": response.context["stamp"]}
    assert signed_in.post(page_of(draft, section), again).status_code == 302
    assert getattr(MODELS[section].objects.get(), name) == "typed in this tab"


def test_an_entry_changed_in_another_tab_is_not_overwritten(signed_in, complete_draft):
    entry = Education.objects.get()
    url = reverse("applications:entry", args=[complete_draft.uuid, "education", entry.pk])
    seen = signed_in.get(url).context["stamp"]
    signed_in.post(url, {**ENTRIES["education"], "title": "From the other tab", "then": "complete", "seen": seen})

    response = signed_in.post(url, {**ENTRIES["education"], "title": "From this tab", "then": "complete", "seen": seen})

    page = response.content.decode()
    assert "From the other tab" in page and "From this tab" in page
    assert Education.objects.get().title == "From the other tab"


@pytest.mark.parametrize(
    ("section", "model"),
    [
        ("education", Education),
        ("certificates", Certificate),
        ("work", Employment),
        ("pauses", Pause),
        ("languages", LanguageEvidence),
        ("referees", Referee),
        ("interests", Interest),
    ],
)
def test_an_entry_is_added_corrected_and_removed(signed_in, draft, section, model):
    add = reverse("applications:entry_add", args=[draft.uuid, section])
    assert signed_in.post(add, {**ENTRIES[section], **COMPLETE}).url == page_of(draft, WITHIN.get(section, section))
    entry = model.objects.get()

    url = reverse("applications:entry", args=[draft.uuid, section, entry.pk])
    shown = signed_in.get(url)
    changed = signed_in.post(url, {**ENTRIES[section], "then": "complete", "seen": shown.context["stamp"]})
    assert changed.status_code == 302, changed.context["form"].errors
    if section not in WITHIN:
        assert signed_in.get(page_of(draft, section)).content.decode().count("govuk-summary-card__title-wrapper") == 1

    removal = reverse("applications:entry_remove", args=[draft.uuid, section, entry.pk])
    assert "Remove this entry?" in signed_in.get(removal).content.decode()
    assert signed_in.post(removal).status_code == 302
    assert not model.objects.exists()
    assert signed_in.post(removal).status_code == 404


@pytest.mark.parametrize("section", LISTS)
def test_a_half_filled_entry_is_kept_and_marked_as_incomplete(signed_in, draft, section):
    add = reverse("applications:entry_add", args=[draft.uuid, section])
    name, value = {
        "education": ("institution", "Tōdai"),
        "work": ("employer", "Muster"),
        "languages": ("language", "zh"),
        "interests": ("who", "Li"),
    }[section]

    assert signed_in.post(add, {name: value, **LATER}).status_code == 302

    page = signed_in.post(page_of(draft, section), {"then": "complete", "seen": SectionProgress.objects.get().stamp})
    assert "incomplete" in page.content.decode() and page.context["problems"]
    assert is_done(section) is False


@pytest.mark.parametrize("section", ENTRIES)
def test_an_entry_with_nothing_in_it_is_not_added(signed_in, draft, section):
    signed_in.post(reverse("applications:entry_add", args=[draft.uuid, section]), LATER)

    assert not SectionProgress.objects.exists()


@pytest.mark.parametrize("section", LISTS)
def test_a_list_with_whole_entries_is_complete(signed_in, draft, section):
    signed_in.post(reverse("applications:entry_add", args=[draft.uuid, section]), {**ENTRIES[section], **COMPLETE})

    signed_in.post(page_of(draft, section), {"then": "complete", "seen": SectionProgress.objects.get().stamp})

    assert is_done(section) is True


@pytest.mark.parametrize(
    ("section", "done"), [("education", None), ("languages", None), ("referees", None), ("work", True), ("interests", True)]
)
def test_only_work_and_conflicts_of_interest_may_be_complete_without_an_entry(signed_in, draft, section, done):
    signed_in.post(page_of(draft, section), COMPLETE)

    assert is_done(section) is done


def test_there_is_room_for_thirty_entries(signed_in, draft):
    LanguageEvidence.objects.bulk_create([LanguageEvidence(application=draft, language="fr", is_native=True) for _number in range(30)])

    response = signed_in.post(reverse("applications:entry_add", args=[draft.uuid, "languages"]), {**ENTRIES["languages"], **COMPLETE})

    assert response.status_code == 409 and "room for 30" in response.content.decode()


def test_the_task_list_tells_not_started_in_progress_and_done_apart(signed_in, draft):
    signed_in.post(page_of(draft, "identity"), {**IDENTITY, **COMPLETE})
    signed_in.post(page_of(draft, "declarations"), LATER)

    page = signed_in.get(reverse("applications:file", args=[draft.uuid])).content.decode()

    assert (page.count("Not started"), page.count("In progress"), page.count('--green">Done')) == (8, 1, 1)


@pytest.mark.parametrize("section", [section for section in Section if section != Section.REFEREES])
def test_once_handed_in_a_section_is_closed(signed_in, submitted, section):
    assert signed_in.get(page_of(submitted, section)).url == reverse("applications:file", args=[submitted.uuid])
    stamp = submitted.progress.get(section=section).stamp

    response = signed_in.post(page_of(submitted, section), {**FORMS.get(section, {}), "then": "later", "seen": stamp})

    assert response.status_code == 409
    assert "was handed in" in response.content.decode()


def test_entries_of_a_file_in_the_office_cannot_be_touched(signed_in, submitted):
    entry = Education.objects.get()
    address = [submitted.uuid, "education", entry.pk]

    for name, args in (("entry_add", address[:2]), ("entry", address), ("entry_remove", address)):
        response = signed_in.post(reverse(f"applications:{name}", args=args), {**ENTRIES["education"], **COMPLETE})
        assert response.status_code == 409, name
    assert Education.objects.get().title == entry.title


def test_a_returned_file_is_open_again(signed_in, complete_draft):
    returned = factories.brought_to(complete_draft, State.RETURNED)
    stamp = returned.progress.get(section="identity").stamp

    signed_in.post(page_of(returned, "identity"), {**IDENTITY, "then": "complete", "seen": stamp})

    assert Application.objects.get().identity.passport_number == "C01X00T47"
