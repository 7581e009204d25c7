"""Saved posts: one's own list, public posts only, nobody else's to see."""

import pytest

from positions.models import SavedPosition
from recruitment.audit.models import Entry
from tests.positions.listing import copies

pytestmark = pytest.mark.django_db


@pytest.fixture
def address(published) -> str:
    return f"/en/positions/{published.reference}/"


def test_a_post_is_saved_listed_and_taken_off(published, address, candidate, client):
    client.force_login(candidate)
    assert "Take off my saved positions" not in client.get(address).content.decode()
    for _twice in range(2):
        assert client.post(f"{address}save/")["Location"] == address
    assert SavedPosition.objects.get().position == published
    assert "Take off my saved positions" in client.get(address).content.decode()
    assert "Investment consultant" in client.get("/en/positions/saved/").content.decode()
    assert client.post(f"{address}unsave/", {"from": "list"})["Location"] == "/en/positions/saved/"
    client.post(f"{address}unsave/")
    assert not SavedPosition.objects.exists()
    assert "You have not saved a position yet." in client.get("/en/positions/saved/").content.decode()
    verbs = Entry.objects.filter(verb__contains="save").order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["positions.position.save", "positions.position.unsave"]


def test_nobody_sees_what_another_has_saved(published, address, candidate, rival, client):
    client.force_login(candidate)
    client.post(f"{address}save/")
    client.force_login(rival)
    assert published.reference not in client.get("/en/positions/saved/").content.decode()
    client.post(f"{address}unsave/")
    assert SavedPosition.objects.count() == 1


def test_a_visitor_is_led_to_sign_in_and_back(address, client):
    assert client.post(f"{address}save/").status_code == 302
    assert f"/en/account/login/?next={address}" in client.get(address).content.decode()
    assert not SavedPosition.objects.exists()


@pytest.mark.parametrize("verb", ["save", "unsave"])
def test_a_draft_cannot_be_saved_and_looking_saves_nothing(verb, drafted, hr_officer, client):
    client.force_login(hr_officer)
    assert client.post(f"/en/positions/{drafted.reference}/{verb}/").status_code == 404
    assert client.get(f"/en/positions/{drafted.reference}/{verb}/").status_code == 405


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_the_same_number_of_questions(rows, published, candidate, client, django_assert_num_queries):
    client.force_login(candidate)
    for position in copies(published, rows):
        SavedPosition.objects.create(person=candidate, position=position)
    with django_assert_num_queries(2):
        client.get("/en/positions/saved/")
