"""A consent taken back: what follows is said before, done after, told by letter, and never silently nothing."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django_fsm import TransitionNotAllowed

from publicity.notices import actions as notices
from recruitment.accounts.models import User
from recruitment.core.caching import forget
from recruitment.core.refusals import Refused
from recruitment.notifications.kinds import Kind
from recruitment.notifications.models import Letter
from recruitment.privacy import actions as privacy
from recruitment.privacy.models import Consent
from recruitment.privacy.states import ConsentKind
from screening.applications import actions as applications
from screening.applications.models import Application
from screening.applications.states import Section, State
from screening.desk.queries import queue_of
from screening.rights import actions

pytestmark = pytest.mark.django_db

NEEDED = [ConsentKind.PRIVACY_NOTICE, ConsentKind.CRIMINAL_RECORD, ConsentKind.EXTERNAL_ASSESSORS]
UNDER_WAY = [State.SUBMITTED, State.RETURNED, State.TESTED, State.NOMINATED, State.ANNOUNCED, State.OFFERED]


def given(file, kind) -> Consent:
    return Consent.objects.of(file.candidate).about(file).get(kind=kind)


def stored(file) -> Application:
    return Application.objects.get(pk=file.pk)


@pytest.mark.parametrize("kind", NEEDED)
@pytest.mark.parametrize("state", UNDER_WAY)
def test_a_needed_consent_takes_the_application_with_it(a_file, candidate, kind, state):
    file = a_file(state)
    privacy.take_back(given(file, kind), by=candidate)
    assert (stored(file).state, stored(file).withdrawal_code) == (State.WITHDRAWN, "consent")
    assert set(Letter.objects.values_list("kind", flat=True)) == {Kind.WITHDRAWN, Kind.CONSENT_WITHDRAWN}


@pytest.mark.parametrize("state", [State.SUBMITTED, State.ASSESSED, State.NOMINATED, State.CLEARED])
def test_without_publication_the_file_stops_at_the_nomination(a_file, candidate, state, robot):
    file = a_file(state)
    privacy.take_back(given(file, ConsentKind.PUBLICATION), by=candidate)
    held = stored(file)
    assert held.state == state and held.publication_withdrawn_at
    if state == State.ASSESSED:
        with pytest.raises(TransitionNotAllowed):
            applications.nominate(held, by=User.objects.get(email="hr_officer@example.org"))


def test_it_becomes_an_officers_task(a_file, candidate, hr_officer, client):
    file = a_file(State.RESERVED)
    assert queue_of(hr_officer) == []
    privacy.take_back(given(file, ConsentKind.PUBLICATION), by=candidate)
    assert [row.line.pk for row in queue_of(hr_officer)] == [file.pk]
    client.force_login(hr_officer)
    assert "Consent to publication withdrawn" in client.get("/admin/queue/").content.decode()


def test_while_the_name_is_public_it_ends_the_application(a_file, candidate):
    file = a_file(State.ANNOUNCED)
    privacy.take_back(given(file, ConsentKind.PUBLICATION), by=candidate)
    assert stored(file).state == State.WITHDRAWN


def test_given_again_the_file_goes_on(a_file, candidate, client):
    file = a_file(State.ASSESSED)
    privacy.take_back(given(file, ConsentKind.PUBLICATION), by=candidate)
    client.force_login(candidate)
    address = reverse("rights:publish_again", args=[file.uuid])
    assert address in client.get(reverse("applications:file", args=[file.uuid])).content.decode()
    assert "public notice" in client.get(address).content.decode()
    client.post(address)
    assert stored(file).publication_withdrawn_at is None
    assert client.post(address).status_code == 404


def test_a_draft_cannot_be_handed_in_and_loses_nothing(complete_draft, candidate):
    privacy.take_back(given(complete_draft, ConsentKind.CRIMINAL_RECORD), by=candidate)
    assert stored(complete_draft).state == State.DRAFT
    assert complete_draft.missing_sections() == [Section.DECLARATIONS]


@pytest.mark.parametrize("kind", [ConsentKind.RECORDING, ConsentKind.PSYCHOLOGICAL_TEST, ConsentKind.CROSS_BORDER])
def test_a_free_consent_costs_nothing_and_is_answered_all_the_same(a_file, candidate, kind):
    file = a_file(State.TESTED)
    privacy.take_back(privacy.give(candidate, kind, language="de", about=file, by=candidate), by=candidate)
    assert stored(file).state == State.TESTED
    assert Letter.objects.get().kind == Kind.CONSENT_WITHDRAWN


def test_the_page_foretells_it_for_this_very_application(a_file, candidate, client):
    file = a_file(State.QUALIFIED)
    client.force_login(candidate)
    page = client.get(reverse("privacy:withdraw", args=[given(file, ConsentKind.PRIVACY_NOTICE).pk])).content.decode()
    assert "you also withdraw your application" in page
    page = client.get(reverse("privacy:withdraw", args=[given(file, ConsentKind.PUBLICATION).pk])).content.decode()
    assert "stops there" in page
    client.post(reverse("privacy:withdraw", args=[given(file, ConsentKind.PRIVACY_NOTICE).pk]))
    assert stored(file).state == State.WITHDRAWN


def test_another_application_of_the_same_person_goes_on(a_file, candidate):
    one, other = a_file(State.QUALIFIED), a_file(State.QUALIFIED)
    privacy.take_back(given(one, ConsentKind.PRIVACY_NOTICE), by=candidate)
    assert (stored(one).state, stored(other).state) == (State.WITHDRAWN, State.QUALIFIED)


def test_nobody_gives_it_for_somebody_else(a_file, rival):
    with pytest.raises(PermissionDenied):
        actions.publish_again(a_file(State.ASSESSED), language="en", by=rival)


def test_a_public_name_leaves_the_page_at_once(a_file, candidate, publicity_officer, second_publicity_officer, client):
    file = a_file(State.CLEARED)
    notice = notices.fill(notices.draw_up(file.position.department, by=publicity_officer), by=publicity_officer)
    notice = notices.publish(notices.review(notice, by=second_publicity_officer), by=publicity_officer)
    address = reverse("notices:detail", args=[notice.reference])
    assert "Anna-Lena" in client.get(address).content.decode()

    privacy.take_back(given(file, ConsentKind.PUBLICATION), by=candidate)
    forget()

    assert stored(file).state == State.WITHDRAWN
    page = client.get(address).content.decode()
    assert "Anna-Lena" not in page and "1 name was taken off" in page
    assert client.get(reverse("notices:json", args=[notice.reference])).status_code == 404


def test_whoever_withdrew_it_comes_on_no_notice(a_file, candidate, publicity_officer):
    file = a_file(State.CLEARED)
    privacy.take_back(given(file, ConsentKind.PUBLICATION), by=candidate)
    with pytest.raises(Refused):
        notices.draw_up(file.position.department, by=publicity_officer)
