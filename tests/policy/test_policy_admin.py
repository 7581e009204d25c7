"""The register in the admin: everybody in the office reads it, the system administrator changes it with a reason."""

import pytest
from django.urls import reverse
from django.utils import timezone

from recruitment.policy import queries
from recruitment.policy.models import Parameter

pytestmark = pytest.mark.django_db

KEY = "notice.takedown_after_days"


@pytest.fixture
def address():
    return reverse("admin:policy_parameter_change", args=[Parameter.objects.get(key=KEY).pk])


@pytest.fixture
def desk(client, system_administrator):
    client.force_login(system_administrator)
    return client


def said(**more):
    return {"new_value": "", "new_from": "", "why": "", "verified_source": "", **more}


def test_a_new_value_is_entered_with_its_reason(desk, address, system_administrator):
    answer = desk.post(address, said(new_value="45", why="Office decision"))
    assert answer.status_code == 302
    assert queries.value(KEY) == 45
    row = Parameter.objects.filter(key=KEY).latest("pk")
    assert (row.reason, row.valid_from) == ("Office decision", timezone.localdate())


def test_a_source_is_verified_without_changing_the_value(desk, address):
    assert desk.post(address, said(verified_source="某规定(2026)第3条")).status_code == 302
    assert Parameter.objects.filter(key=KEY).latest("pk").status == "verified"
    assert queries.value(KEY) == 30


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({}, "Enter a new value, or name the text"),
        ({"new_value": "45"}, "Give the reason for the change."),
        ({"new_value": "400", "why": "x"}, "must not be above 365"),
        ({"new_value": "soon", "why": "x"}, "Enter a whole number."),
        ({"new_value": "45", "why": "x", "new_from": "2020-01-01"}, "not in the past"),
        ({"new_value": "45", "why": "x", "new_from": "never"}, "valid"),
    ],
)
def test_bad_input_is_answered_with_a_sentence_and_kept(desk, address, typed, says):
    page = desk.post(address, said(**typed))
    assert page.status_code == 200
    assert says in page.content.decode()
    assert all(f'value="{value}"' in page.content.decode() for name, value in typed.items() if name == "new_value")
    assert Parameter.objects.filter(key=KEY).count() == 1


def test_hr_reads_and_does_not_change(client, hr_officer, address):
    client.force_login(hr_officer)
    page = client.get(reverse("admin:policy_parameter_changelist")).content.decode()
    assert "Unverified" in page
    assert "competence=40, crosscultural=60 per cent" in page
    assert "Names leave the public page" in page
    assert client.get(address).status_code == 200
    assert client.post(address, said(new_value="45", why="x")).status_code == 403
    assert queries.value(KEY) == 30


def test_nobody_adds_or_deletes_a_parameter(desk, address):
    assert desk.get(reverse("admin:policy_parameter_add")).status_code == 403
    assert desk.post(address.replace("change", "delete"), {"post": "yes"}).status_code == 403


def test_the_list_asks_the_same_number_of_queries_for_any_number_of_rows(desk, django_assert_max_num_queries, address):
    with django_assert_max_num_queries(12):
        desk.get(reverse("admin:policy_parameter_changelist"))
