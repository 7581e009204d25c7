"""The pool: add, invite, remind, accept, decline, declare; without a declaration nothing of a round can be seen."""

import datetime
import re

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from recruitment.audit.models import Entry
from recruitment.core.refusals import Refused
from recruitment.notifications.models import Letter
from screening.assessors import actions, tasks, texts
from screening.assessors.models import Assessor, Invitation, Undertaking
from screening.assessors.states import InvitationState, PanelKind
from screening.competence.models import Marking
from screening.crosscultural.models import Interview
from tests import assessments

STRANGERS = ["candidate", "rival", "outsider", "assessor", "qualification_officer", "superuser"]


@pytest.fixture
def person(hr_officer) -> Assessor:
    told = {"email": "Outsider@Example.org", "name": "Outsider", "language": "de", "institution": "Institut"}
    return actions.add(Assessor(**told), by=hr_officer)


@pytest.fixture
def invitation(person, hr_officer) -> Invitation:
    return actions.invite(person, by=hr_officer)


def link(kind: str = "assessor_invited") -> str:
    """The path in the last letter of a kind."""
    return re.search(r"https?://[^/\s]+(/\S+)", Letter.objects.filter(kind=kind).latest("pk").body)[1]


def test_somebody_is_taken_in_under_the_next_number(person, hr_officer):
    second = actions.add(Assessor(email="b@example.org", name="B", institution="I"), by=hr_officer)
    assert (person.number, second.number, person.email) == ("A-0001", "A-0002", "outsider@example.org")
    assert Entry.objects.filter(verb="screening.assessor.add").count() == 2


@pytest.mark.parametrize("who", STRANGERS)
def test_nobody_but_hr_keeps_the_pool(who, request, person):
    stranger = request.getfixturevalue(who)
    for verb in (actions.invite, actions.retire, actions.restore):
        with pytest.raises(PermissionDenied):
            verb(person, by=stranger)
    assert not Assessor.objects.visible_to(stranger).exists()


def test_the_invitation_is_a_letter_with_a_link_of_which_only_the_hash_is_kept(invitation, person, hr_officer):
    letter = Letter.objects.get(kind="assessor_invited")
    assert (letter.language, letter.sealed_address) == ("de", person.email)
    token = link().rstrip("/").rsplit("/", 1)[-1]
    assert invitation.token_hash == Invitation.hash_of(token) and token not in str(Entry.objects.values_list("data"))
    with pytest.raises(Refused, match="on its way"):
        actions.invite(person, by=hr_officer)
    Invitation.objects.update(expires_at=timezone.now())
    assert Invitation.objects.get().state == InvitationState.EXPIRED
    actions.invite(person, by=hr_officer)
    assert Invitation.objects.get().state == InvitationState.SENT


def test_a_reminder_comes_once_with_a_new_link(invitation, client):
    first = link()
    assert tasks.remind_invited() == 0
    Invitation.objects.update(expires_at=timezone.now() + datetime.timedelta(days=2))
    assert (tasks.remind_invited(), tasks.remind_invited()) == (1, 0)
    assert client.get(first).status_code == 404
    assert client.get(link("assessor_reminded")).status_code == 200


def test_the_invited_person_accepts_under_their_own_address(invitation, client, outsider, rival):
    page = link()
    assert "?next=" in client.get(page).content.decode()
    client.force_login(rival)
    wrong = client.post(page, {"then": "accept"})
    assert wrong.status_code == 422 and not Assessor.objects.get().user
    client.force_login(outsider)
    assert client.post(page, {"then": "accept"}).status_code == 302
    assert Assessor.objects.get().user == outsider and outsider.assignments.filter(role="assessor").exists()
    assert Letter.objects.filter(kind="assessor_answered", recipient=invitation.invited_by).count() == 1
    assert client.get(page).status_code == 404
    assert client.get(reverse("assessors:details")).status_code == 200


def test_declining_needs_no_account_and_closes_the_link(invitation, client):
    page = link()
    assert client.post(page, {"then": "decline"}).status_code == 200
    assert Invitation.objects.get().state == InvitationState.DECLINED
    assert client.post(page, {"then": "accept"}).status_code == 404
    assert "declined" in Letter.objects.get(kind="assessor_answered").body


def test_the_second_factor_comes_before_the_desk(invitation, client, outsider, settings):
    client.force_login(outsider)
    client.post(link(), {"then": "accept"})
    settings.SECOND_FACTOR_REQUIRED = True
    assert client.get(reverse("assessors:desk")).url == reverse("mfa_index")


def test_details_are_told_and_taken_back_by_their_owner_only(person, client, outsider, hr_officer, assessor):
    Assessor.objects.update(user=outsider)
    client.force_login(outsider)
    page = reverse("assessors:details")
    assert (
        client.post(page, {"then": "station", "kind": "employer", "institution": "Muster GmbH", "since": 2020, "until": 2010}).status_code
        == 422
    )
    assert client.post(page, {"then": "station", "kind": "employer", "institution": "Muster GmbH", "since": 2016}).status_code == 302
    station = Assessor.objects.get().stations.get()
    with pytest.raises(PermissionDenied):
        actions.untell(station, by=assessor)
    client.force_login(assessor)
    assert client.post(reverse("assessors:remove_detail"), {"kind": "station", "pk": station.pk}).status_code == 404
    client.force_login(outsider)
    assert client.post(reverse("assessors:remove_detail"), {"kind": "station", "pk": station.pk}).status_code == 302
    assert not Assessor.objects.get().stations.exists()


def test_without_a_declaration_in_force_nothing_is_seen(position, hr_officer, assessor, client, monkeypatch):
    panel = actions.compose(position, kind=PanelKind.INTERVIEW, by=hr_officer)
    with pytest.raises(PermissionDenied):
        actions.declare(position.round, language="en", by=assessor)
    actions.seat(panel, assessor=assessor, institution="Institute", by=hr_officer)
    client.force_login(assessor)
    page = reverse("assessors:declare", args=[position.round.reference])
    assert str(position.title) not in client.get(reverse("assessors:desk")).content.decode()
    assert client.post(page, {}).status_code == 422
    assert client.post(page, {"is_bound": "on"}).status_code == 302
    undertaking = Undertaking.objects.get()
    assert (undertaking.language, undertaking.body, undertaking.version) == ("en", texts.text("en"), texts.VERSION)
    assert "Assessment panel" in client.get(reverse("assessors:desk")).content.decode()
    assert Entry.objects.get(verb="screening.undertaking.declare").data["checksum"] == texts.checksum("en")
    monkeypatch.setattr("screening.assessors.queries.VERSION", "2027-1")
    assert not Undertaking.objects.in_force().exists()


def test_verbs_and_lists_ask_for_the_declaration(position, hr_officer, tested):
    members = assessments.people(2)
    assessments.panel(position, PanelKind.INTERVIEW, members=members, by=hr_officer)
    Undertaking.objects.all().delete()
    for rows in (Marking.objects.visible_to(members[0]), Interview.objects.rated_by(members[0])):
        assert not rows.exists() and "undertaking" in str(rows.query)


@pytest.mark.parametrize("number, queries", [(1, 13), (3, 13)])
def test_hr_reads_the_pool_with_filters(number, queries, client, hr_officer, django_assert_max_num_queries):
    for place in range(number):
        told = {"email": f"{place}@example.org", "name": f"Person {place}", "institution": "Institut", "languages": ["de"]}
        actions.add(Assessor(kinds=["multicultural_coordinator"], competencies=["german"], **told), by=hr_officer)
    client.force_login(hr_officer)
    page = reverse("admin:assessors_assessor_changelist")
    with django_assert_max_num_queries(queries):
        found = client.get(page, {"post": "multicultural_coordinator", "reads": "de", "q": "Institut"})
    assert f"Person {number - 1}" in found.content.decode()
    assert "Person 0" not in client.get(page, {"reads": "ko"}).content.decode()
    added = {"name": "New", "email": "new@example.org", "language": "en", "institution": "Institut"}
    inline = {"availabilities-TOTAL_FORMS": 0, "availabilities-INITIAL_FORMS": 0}
    assert client.post(reverse("admin:assessors_assessor_add"), {**added, **inline}).status_code == 302
    new = Assessor.objects.get(name="New")
    assert client.post(reverse("admin:assessors_assessor_verb", args=[new.pk, "invite"])).status_code == 302
    assert new.invitations.count() == 1
