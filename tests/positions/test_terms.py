"""The comparison of terms: every type of engagement, every salary system, and the open posts."""

import pytest
from django.urls import reverse

from positions.states import EngagementType, SalaryMode
from tests import factories

pytestmark = pytest.mark.django_db


def test_every_type_and_every_salary_system_is_explained(client, db):
    page = client.get(reverse("positions:terms")).content.decode()
    for choice in (*EngagementType, *SalaryMode):
        assert str(choice.label) in page
    assert "No position is open for applications at present." in page


def test_open_posts_are_compared_and_a_secret_range_stays_secret(published, department, hr_officer, second_hr_officer, client):
    factories.published_position(
        department, author=hr_officer, reviewer=second_hr_officer, salary_public=True, salary_min=610000, salary_max=720000
    )
    page = client.get(reverse("positions:terms")).content.decode()
    assert page.count("The range is not public.") == 1
    assert "610,000" in page and "300,000" not in page


def test_a_draft_is_not_compared(drafted, client):
    assert drafted.reference not in client.get(reverse("positions:terms")).content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_it_asks_the_same_questions_whatever_its_length(
    rows, department, hr_officer, second_hr_officer, client, django_assert_max_num_queries
):
    for _row in range(rows):
        factories.published_position(department, author=hr_officer, reviewer=second_hr_officer)
    with django_assert_max_num_queries(2):
        assert client.get(reverse("positions:terms")).status_code == 200


def test_the_page_of_a_post_leads_to_it(published, client):
    assert reverse("positions:terms") in client.get(published.get_absolute_url()).content.decode()
