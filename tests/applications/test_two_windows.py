"""Two windows: what only one changed is taken over, what both changed is asked, and nothing typed is lost."""

import pytest
from django.urls import reverse

from screening.applications.models import Education, Identity, SectionProgress
from tests.applications.answers import EDUCATION, IDENTITY

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(draft, signed_in):
    """A section that was saved once."""
    url = reverse("applications:section", args=[draft.uuid, "identity"])
    signed_in.post(url, {**IDENTITY, "then": "later", "seen": ""})
    return url


def version(browser, page: str) -> dict[str, str]:
    """What a page carries of the answers that it went out from."""
    context = browser.get(page).context
    return {"seen": context["stamp"], "base": context["base"]}


def test_what_only_the_other_window_changed_is_taken_over_and_told(signed_in, page):
    opened = version(signed_in, page)
    signed_in.post(page, {**IDENTITY, "telephone": "+86 21 5550 0100", "then": "later", **opened})

    response = signed_in.post(page, {**IDENTITY, "shanghai_months": "30", "then": "later", **opened})

    found, html = response.context["meanwhile"], response.content.decode()
    assert [label for label, _answer in found.taken_over] == ["Telephone"]
    assert not found.disputed
    assert 'value="+862155500100"' in html and 'value="30"' in html
    identity = Identity.objects.get()
    assert (identity.telephone, identity.shanghai_months) == ("+862155500100", 18)


def test_what_both_changed_is_shown_side_by_side_and_the_reader_decides(signed_in, page):
    opened = version(signed_in, page)
    signed_in.post(page, {**IDENTITY, "shanghai_months": "24", "then": "later", **opened})
    mine = {**IDENTITY, "shanghai_months": "36", "birth_date_year": "1991", "then": "later"}

    response = signed_in.post(page, {**mine, **opened})

    answer = response.context["meanwhile"].disputed[0]
    assert (answer.name, answer.stored, answer.typed) == ("shanghai_months", "24", "36")
    now = {"seen": response.context["stamp"], "base": response.context["base"]}
    assert signed_in.post(page, {**mine, **now, "use_stored": "shanghai_months"}).status_code == 302
    identity = Identity.objects.get()
    assert (identity.shanghai_months, identity.birth_date.year) == (24, 1991)


def test_several_nationalities_are_compared_one_by_one(signed_in, page):
    opened = version(signed_in, page)
    signed_in.post(page, {**IDENTITY, "other_nationalities": ["FR", "IT"], "then": "later", **opened})

    response = signed_in.post(page, {**IDENTITY, "telephone": "+86 21 5550 0100", "then": "later", **opened})
    assert response.context["meanwhile"].taken_over == [("Other nationalities", "France; Italy")]
    assert not response.context["meanwhile"].disputed

    mine = {**IDENTITY, "other_nationalities": ["FR", "PT"], "then": "later"}
    response = signed_in.post(page, {**mine, **opened})
    answer = response.context["meanwhile"].disputed[0]
    assert (answer.stored, answer.typed) == ("France; Italy", "France; Portugal")
    now = {"seen": response.context["stamp"], "base": response.context["base"], "use_stored": "other_nationalities"}
    assert signed_in.post(page, {**mine, **now}).status_code == 302
    assert [country.code for country in Identity.objects.get().other_nationalities] == ["FR", "IT"]


def test_without_a_choice_the_typed_answer_counts_once_it_was_asked(signed_in, page):
    opened = version(signed_in, page)
    signed_in.post(page, {**IDENTITY, "shanghai_months": "24", "then": "later", **opened})
    mine = {**IDENTITY, "shanghai_months": "36", "then": "later"}
    response = signed_in.post(page, {**mine, **opened})

    signed_in.post(page, {**mine, "seen": response.context["stamp"], "base": response.context["base"]})

    assert Identity.objects.get().shanghai_months == 36


def test_a_save_elsewhere_that_changed_nothing_is_no_reason_to_ask(signed_in, page):
    opened = version(signed_in, page)
    signed_in.post(page, {**IDENTITY, "then": "later", **opened})

    assert signed_in.post(page, {**IDENTITY, "shanghai_months": "36", "then": "complete", **opened}).status_code == 302
    assert Identity.objects.get().shanghai_months == 36
    assert SectionProgress.objects.get().done is True


def test_another_entry_of_the_same_section_is_no_reason_to_ask(signed_in, draft):
    add = reverse("applications:entry_add", args=[draft.uuid, "education"])
    signed_in.post(add, {**EDUCATION, "then": "complete"})
    url = reverse("applications:entry", args=[draft.uuid, "education", Education.objects.get().pk])
    opened = version(signed_in, url)
    signed_in.post(add, {**EDUCATION, "title": "Another", "then": "complete"})

    assert signed_in.post(url, {**EDUCATION, "title": "Corrected", "then": "complete", **opened}).status_code == 302
    assert set(Education.objects.values_list("title", flat=True)) == {"Another", "Corrected"}


def test_an_invalid_answer_does_not_make_an_old_page_new(signed_in, draft):
    signed_in.post(reverse("applications:entry_add", args=[draft.uuid, "education"]), {**EDUCATION, "then": "complete"})
    url = reverse("applications:entry", args=[draft.uuid, "education", Education.objects.get().pk])
    opened = version(signed_in, url)
    signed_in.post(url, {**EDUCATION, "title": "From the other window", "then": "complete", **opened})

    wrong = signed_in.post(url, {**EDUCATION, "title": "", "then": "complete", **opened})
    carried = {"seen": wrong.context["stamp"], "base": wrong.context["base"]}
    assert carried == opened
    asked = signed_in.post(url, {**EDUCATION, "title": "From this window", "then": "complete", **carried})

    assert asked.context["meanwhile"].disputed[0].stored == "From the other window"
    assert Education.objects.get().title == "From the other window"


def test_an_entry_that_was_removed_elsewhere_can_be_added_again(signed_in, draft):
    add = reverse("applications:entry_add", args=[draft.uuid, "education"])
    signed_in.post(add, {**EDUCATION, "then": "complete"})
    url = reverse("applications:entry", args=[draft.uuid, "education", Education.objects.get().pk])
    opened = version(signed_in, url)
    Education.objects.all().delete()

    response = signed_in.post(url, {**EDUCATION, "title": "Long typed", "then": "complete", **opened})

    html = response.content.decode()
    assert response.status_code == 200
    assert "was removed in another window" in html and "Long typed" in html and f'action="{add}"' in html


def test_the_page_tells_of_both_in_every_language(signed_in, page):
    opened = version(signed_in, page)
    signed_in.post(page, {**IDENTITY, "shanghai_months": "24", "then": "later", **opened})

    for language in ("zh-hans", "de", "ja", "ko"):
        response = signed_in.post(page.replace("/en/", f"/{language}/"), {**IDENTITY, "shanghai_months": "36", "then": "later", **opened})
        assert 'name="use_stored" value="shanghai_months"' in response.content.decode()
