"""Compose, seat, unseat, recuse: who assesses, and who steps back."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from recruitment.audit.models import Entry
from recruitment.core.refusals import Refused
from recruitment.notifications.models import Letter
from screening.assessors import actions
from screening.assessors.models import Membership, Panel, Recusal
from screening.assessors.states import Ground, PanelKind
from tests import assessments, factories

STRANGERS = ["candidate", "rival", "outsider", "assessor", "qualification_officer", "foreign_hr_officer", "superuser"]


@pytest.fixture
def panel(position, hr_officer) -> Panel:
    return actions.compose(position, kind=PanelKind.INTERVIEW, by=hr_officer)


# --- compose -------------------------------------------------------------------------------------------------------


def test_a_post_has_one_marking_panel_and_any_number_of_assessment_panels(position, hr_officer):
    actions.compose(position, kind=PanelKind.MARKING, by=hr_officer)
    with pytest.raises(Refused, match="already has a marking panel"):
        actions.compose(position, kind=PanelKind.MARKING, by=hr_officer)
    numbers = [actions.compose(position, kind=PanelKind.INTERVIEW, by=hr_officer).number for _place in range(2)]
    assert numbers == [1, 2]
    assert Entry.objects.filter(verb="screening.panel.compose").count() == 3


@pytest.mark.parametrize("who", STRANGERS)
def test_nobody_but_hr_of_the_department_composes(who, request, position, panel, third_assessor):
    stranger = request.getfixturevalue(who)
    with pytest.raises(PermissionDenied):
        actions.compose(position, kind=PanelKind.MARKING, by=stranger)
    with pytest.raises(PermissionDenied):
        actions.seat(panel, assessor=third_assessor, institution="Institute", by=stranger)


# --- seat and unseat -----------------------------------------------------------------------------------------------


def test_a_seat_is_given_and_told_by_letter(panel, hr_officer, assessor):
    seat = actions.seat(panel, assessor=assessor, institution="Institute", is_chair=True, by=hr_officer)
    assert (seat.assessor, seat.is_chair) == (assessor, True)
    assert "chief assessor" in Letter.objects.get(recipient=assessor, kind="panel_assigned").body
    assert Entry.objects.get(verb="screening.panel.seat").data == {"assessor": assessor.pk, "chair": True}


def test_only_assessors_sit_on_a_panel(panel, hr_officer, mentor):
    with pytest.raises(Refused, match="Only assessors"):
        actions.seat(panel, assessor=mentor, institution="Institute", by=hr_officer)


def test_somebody_who_applied_for_the_post_does_not_assess_others_for_it(panel, position, hr_officer, assessor):
    factories.application(position, assessor)
    with pytest.raises(Refused, match="applied for the post"):
        actions.seat(panel, assessor=assessor, institution="Institute", by=hr_officer)


def test_no_more_members_come_from_the_employing_unit_than_the_parameter_allows(panel, hr_officer, assessor, second_assessor):
    actions.seat(panel, assessor=assessor, institution="The unit", is_from_employing_unit=True, by=hr_officer)
    with pytest.raises(Refused, match="No more than 1"):
        actions.seat(panel, assessor=second_assessor, institution="The unit", is_from_employing_unit=True, by=hr_officer)
    actions.seat(panel, assessor=second_assessor, institution="Elsewhere", by=hr_officer)


def test_an_assessment_panel_is_no_larger_than_the_round_fixed_it(panel, hr_officer):
    for member in assessments.people(5):
        actions.seat(panel, assessor=member, institution="Institute", by=hr_officer)
    with pytest.raises(Refused, match="complete"):
        actions.seat(panel, assessor=factories.person("sixth", "assessor"), institution="Institute", by=hr_officer)


def test_nobody_sits_twice_and_there_is_one_chair(panel, hr_officer, assessor, second_assessor):
    actions.seat(panel, assessor=assessor, institution="Institute", is_chair=True, by=hr_officer)
    for who, chair in ((assessor, False), (second_assessor, True)):
        with pytest.raises(Refused, match="already"):
            actions.seat(panel, assessor=who, institution="Institute", is_chair=chair, by=hr_officer)


def test_a_seat_ends_once_and_can_be_given_again(panel, hr_officer, assessor):
    seat = actions.seat(panel, assessor=assessor, institution="Institute", by=hr_officer)
    actions.unseat(panel, membership=seat, by=hr_officer)
    assert not panel.memberships.live().exists()
    with pytest.raises(Refused, match="already left"):
        actions.unseat(panel, membership=seat, by=hr_officer)
    actions.seat(panel, assessor=assessor, institution="Institute", by=hr_officer)
    assert Entry.objects.filter(verb="screening.panel.unseat").count() == 1


def test_a_seat_of_another_panel_is_not_ended(panel, position, hr_officer, assessor):
    other = actions.compose(position, kind=PanelKind.MARKING, by=hr_officer)
    seat = actions.seat(other, assessor=assessor, institution="Institute", by=hr_officer)
    with pytest.raises(PermissionDenied):
        actions.unseat(panel, membership=seat, by=hr_officer)


# --- recuse --------------------------------------------------------------------------------------------------------


def test_an_assessor_steps_back_and_the_reason_lies_encrypted(qualified, assessor):
    recusal = actions.recuse(qualified, assessor=assessor, ground=Ground.CONFLICT, reason="Our children share a class.", by=assessor)
    assert Recusal.objects.get(pk=recusal.pk).reason == "Our children share a class."
    with connection.cursor() as cursor:
        cursor.execute("select reason from assessors_recusal where id = %s", [recusal.pk])
        assert b"children" not in bytes(cursor.fetchone()[0])
    entry = Entry.objects.get(verb="screening.recusal.recuse")
    assert "children" not in str(entry.data)


def test_stepping_back_twice_is_one_recusal(qualified, assessor):
    for _time in range(2):
        actions.recuse(qualified, assessor=assessor, ground=Ground.CONFLICT, reason="A former colleague.", by=assessor)
    assert Recusal.objects.count() == Entry.objects.filter(verb="screening.recusal.recuse").count() == 1


def test_hr_of_the_department_records_it_for_a_member(qualified, assessor, hr_officer):
    assert actions.recuse(qualified, assessor=assessor, ground=Ground.ABSENCE, reason="Ill", by=hr_officer).declared_by == hr_officer


@pytest.mark.parametrize("who", ["candidate", "rival", "outsider", "second_assessor", "foreign_hr_officer", "superuser"])
def test_nobody_else_sets_an_assessor_aside(who, request, qualified, assessor):
    with pytest.raises(PermissionDenied):
        actions.recuse(qualified, assessor=assessor, ground=Ground.CONFLICT, reason="No reason.", by=request.getfixturevalue(who))


# --- the desk ------------------------------------------------------------------------------------------------------


def test_hr_composes_and_fills_a_panel_in_the_admin(client, position, hr_officer, assessor, qualified):
    client.force_login(hr_officer)
    made = client.post(reverse("admin:assessors_panel_add"), {"position": position.pk, "kind": "marking"})
    panel = Panel.objects.get()
    assert made.status_code == 302 and (panel.kind, panel.number) == ("marking", 1)
    again = client.post(reverse("admin:assessors_panel_add"), {"position": position.pk, "kind": "marking"})
    assert "already has a marking panel" in again.content.decode()

    def verb(name):
        return reverse("admin:assessors_panel_verb", args=[panel.pk, name])

    client.post(verb("seat"), {"assessor": assessor.pk, "institution": "Institute", "is_chair": "on"})
    assert "Institute" in client.get(reverse("admin:assessors_panel_change", args=[panel.pk])).content.decode()
    wrong = client.post(
        verb("recuse"), {"membership": panel.memberships.get().pk, "application": "ZZZZZZZZ", "ground": "conflict", "reason": "x"}
    )
    assert "No file of this post" in wrong.content.decode()
    told = {"membership": panel.memberships.get().pk, "application": qualified.candidate_code, "ground": "conflict", "reason": "Known."}
    assert client.post(verb("recuse"), told).status_code == 302
    assert client.get(reverse("admin:assessors_recusal_changelist")).status_code == 200
    client.post(verb("unseat"), {"membership": panel.memberships.get().pk})
    assert Membership.objects.get().left_at is not None


def test_a_panel_of_another_department_does_not_exist(client, panel, foreign_hr_officer):
    client.force_login(foreign_hr_officer)
    address = reverse("admin:assessors_panel_change", args=[panel.pk])
    assert client.get(address).status_code in (302, 404)
    assert client.get(reverse("admin:assessors_panel_verb", args=[panel.pk, "seat"])).status_code == 404
    assert str(panel) not in client.get(reverse("admin:assessors_panel_changelist")).content.decode()


def test_the_database_holds_one_live_seat_and_one_chair(panel, assessor, second_assessor):
    Membership.objects.create(panel=panel, assessor=assessor, institution="Institute", is_chair=True)
    for fields in ({"assessor": assessor}, {"assessor": second_assessor, "is_chair": True}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Membership.objects.create(panel=panel, institution="Institute", **fields)
