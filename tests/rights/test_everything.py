"""Seeing and taking home everything that is held: on a page, as JSON with a stable shape, as one paper."""

import pytest
from django.urls import reverse

from recruitment.documents import actions as documents
from recruitment.documents.models import Issued
from recruitment.privacy import registry
from screening.applications.states import State
from screening.desk import actions as desk
from screening.rights import actions, listing

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_in(client, candidate):
    client.force_login(candidate)
    return client


def test_it_shows_what_is_held_what_for_and_how_long(signed_in, a_file):
    file = a_file(State.SUBMITTED)
    page = signed_in.get(reverse("rights:everything")).content.decode()
    for said in (file.reference, "C01X00T47", "Universität Musterstadt", "To know who applies", "months after the round"):
        assert said in page, said


def test_it_counts_who_opened_the_file_without_naming_them(signed_in, a_file, hr_officer):
    file = a_file(State.SUBMITTED)
    for _time in range(3):
        desk.read(file, by=hr_officer)
    page = signed_in.get(reverse("rights:everything")).content.decode()
    assert "Who opened your applications" in page and str(hr_officer) not in page
    assert signed_in.get(reverse("privacy:export")).json()["readings"][0]["times"] == 3


def test_every_section_has_a_name_in_words():
    assert set(registry._exporters) == set(listing.SECTIONS)


def test_the_json_says_what_shape_it_has(signed_in, a_file):
    a_file(State.SUBMITTED)
    told = signed_in.get(reverse("privacy:export")).json()
    assert (told["format"], told["version"]) == ("portal-my-data", 1)
    assert {"record", "fields", "purpose", "basis", "kept_for"} == set(told["register"][0])


def test_the_paper_is_prepared_when_asked_for_and_only_the_newest_is_kept(signed_in, a_file, candidate):
    a_file(State.SUBMITTED)
    address = reverse("rights:copy")
    assert signed_in.get(address).status_code == 302
    signed_in.post(address)
    signed_in.post(address)
    older, newest = Issued.objects.filter(template=actions.COPY).order_by("pk")
    assert older.is_erased and older.context == {}
    documents.press(newest.uuid)
    assert signed_in.get(address)["Content-Type"] == "application/pdf"
    assert reverse("rights:copy") in signed_in.get(reverse("rights:everything")).content.decode()


def test_others_have_their_own(client, rival, a_file):
    file = a_file(State.SUBMITTED)
    client.force_login(rival)
    page = client.get(reverse("rights:everything")).content.decode()
    assert file.reference not in page and "C01X00T47" not in page
    assert client.get(reverse("rights:copy")).status_code == 302
