"""What is translated and what is not, field by field; and the preview in each language."""

import pytest
from django.urls import reverse

from positions import table
from positions.models import Position
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_complete_post_is_at_a_hundred_per_cent(drafted):
    told = table.progress(drafted)
    assert told["total"] == 100 and told["shares"] == [100] * 5


def test_each_gap_is_in_its_row_and_column(department, hr_officer):
    position = factories.planned_position(department, author=hr_officer, title_ko="", summary_de=None, place_ja="  ")
    told = table.progress(Position.objects.get(pk=position.pk))
    cells = {line["label"]: line["cells"] for line in told["lines"]}
    codes = [language["code"] for language in told["languages"]]
    assert cells["title"] == [code != "ko" for code in codes]
    assert cells["summary"] == [code != "de" for code in codes]
    assert cells["place of work"] == [code != "ja" for code in codes]
    assert 90 < told["total"] < 100


def test_an_optional_text_that_stands_nowhere_is_no_gap(department, hr_officer):
    nowhere = {f"selection_note_{code}": "" for code in ("zh_hans", "en", "de", "ja", "ko")}
    position = factories.planned_position(department, author=hr_officer, **nowhere)
    assert table.progress(position)["total"] == 100


def test_requirements_count_too(drafted):
    drafted.rules.update(sentence_de="")
    assert table.progress(drafted)["shares"][table.LANGUAGES.index("de")] < 100


def test_the_desk_shows_table_and_previews(department, hr_officer, client):
    position = factories.planned_position(department, author=hr_officer, title_ko="")
    client.force_login(hr_officer)
    page = client.get(reverse("admin:positions_position_change", args=[position.pk])).content.decode()
    assert "Texts in five languages: 98 % complete" in page
    for code in ("zh-hans", "en", "de", "ja", "ko"):
        assert f'href="/{code}/positions/{position.reference}/"' in page


@pytest.mark.parametrize("code", ["zh-hans", "en", "de", "ja", "ko"])
def test_the_preview_is_marked_kept_nowhere_and_not_indexed(code, drafted, hr_officer, client):
    address = f"/{code}/positions/{drafted.reference}/"
    client.force_login(hr_officer)
    response = client.get(address)
    assert response.status_code == 200 and "govuk-inset-text" in response.content.decode()
    assert response["X-Robots-Tag"] == "noindex, nofollow" and "no-store" in response["Cache-Control"]
    client.logout()
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("person", ["foreign_hr_officer", "candidate", "system_administrator"])
def test_who_may_not_see_the_post_sees_no_preview(person, drafted, client, request):
    client.force_login(request.getfixturevalue(person))
    assert client.get(drafted.get_absolute_url()).status_code == 404
