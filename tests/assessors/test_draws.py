"""Draws: the seed committed before and revealed after, both in the ledger; who sits where; reasons that are kept."""

import threading

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.db import connections
from django.urls import reverse
from django_fsm import TransitionNotAllowed

from recruitment.core.refusals import Refused
from recruitment.ledger.models import Leaf
from screening.assessors import actions, lottery
from screening.assessors.models import Allotment, Assessor, Draw, Membership, Panel
from screening.assessors.states import DrawPurpose, PanelKind
from tests import assessments


def pool(number: int, *, by, department=None) -> list[Assessor]:
    people = assessments.people(number, "drawn")
    told = [{"email": user.email, "name": str(user), "institution": "Institute", "user": user, "department": department} for user in people]
    return [actions.add(Assessor(**row), by=by) for row in told]


@pytest.fixture
def draw(position, hr_officer) -> Draw:
    pool(7, by=hr_officer)
    pool_of_unit = assessments.people(2, "unit")
    for user in pool_of_unit:
        actions.add(Assessor(email=user.email, name="U", institution="Unit", user=user, department=position.department), by=hr_officer)
    return actions.announce(position, purpose=DrawPurpose.PANELS, by=hr_officer)


def test_the_seed_is_committed_before_and_stays_secret(draw, client, hr_officer):
    assert Leaf.objects.get(kind="draw.committed").reference == str(draw.uuid)
    told = client.get(reverse("assessors:published", args=[draw.uuid])).json()
    assert told["seed"] == "" and told["result"] == {} and len(told["inputs"]["assessors"]) == 9
    page = client.get(draw.get_absolute_url()).content.decode()
    assert draw.seed_commitment in page and draw.sealed_seed not in page
    client.force_login(hr_officer)
    assert draw.sealed_seed not in client.get(reverse("admin:assessors_draw_change", args=[draw.pk])).content.decode()


def test_revealed_it_seats_the_panel_and_can_be_repeated(draw, client, hr_officer, capsys):
    done = actions.reveal(draw, by=hr_officer)
    seats = Membership.objects.live().filter(panel__kind=PanelKind.INTERVIEW)
    assert seats.count() == 5 and seats.filter(is_from_employing_unit=True).count() == 1 and seats.filter(is_chair=True).count() == 1
    told = client.get(reverse("assessors:published", args=[draw.uuid])).json()
    assert lottery.faults(told) == [] and lottery.commitment(bytes.fromhex(done.seed)) == draw.seed_commitment
    assert Leaf.objects.filter(kind="draw.revealed").count() == 1
    page = client.get(draw.get_absolute_url()).content.decode()
    assert "seed, inputs and result fit" in page and not any(str(seat.assessor) in page for seat in seats.select_related("assessor"))
    assert "def shuffled" in client.get(reverse("assessors:script")).content.decode()
    call_command("repeat_draw", str(draw.uuid))
    assert "can be repeated" in capsys.readouterr().out
    Draw.objects.filter(pk=draw.pk).update(result={"panels": [], "substitutes": []})
    with pytest.raises(CommandError):
        call_command("repeat_draw")
    with pytest.raises(TransitionNotAllowed):
        actions.reveal(draw, by=hr_officer)


@pytest.mark.parametrize("who", ["candidate", "rival", "outsider", "assessor", "foreign_hr_officer", "superuser"])
def test_nobody_else_draws(who, request, draw, position):
    stranger = request.getfixturevalue(who)
    with pytest.raises(PermissionDenied):
        actions.announce(position, purpose=DrawPurpose.ORDER, by=stranger)
    with pytest.raises(PermissionDenied):
        actions.reveal(draw, by=stranger)


def test_one_draw_of_a_kind_is_open_and_the_pool_is_larger_than_the_panel(draw, position, hr_officer, second_assessor):
    with pytest.raises(Refused, match="already committed"):
        actions.announce(position, purpose=DrawPurpose.PANELS, by=hr_officer)
    Assessor.objects.filter(number__gt="A-0005").update(is_active=False)
    Draw.objects.all().delete()
    with pytest.raises(Refused, match="5 assessors for 5 seats"):
        actions.announce(position, purpose=DrawPurpose.PANELS, by=hr_officer)


def test_rooms_and_order_follow_and_the_desk_shows_them(draw, position, hr_officer, tested, client):
    with pytest.raises(Refused, match="panels first"):
        actions.announce(position, purpose=DrawPurpose.ROOMS, rooms=["A"], by=hr_officer)
    actions.reveal(draw, by=hr_officer)
    with pytest.raises(Refused, match="different rooms"):
        actions.announce(position, purpose=DrawPurpose.ROOMS, rooms=[" "], by=hr_officer)
    for told in ({"purpose": DrawPurpose.ROOMS, "rooms": ["Room A", "Room B"]}, {"purpose": DrawPurpose.ORDER}):
        actions.reveal(actions.announce(position, by=hr_officer, **told), by=hr_officer)
    panel = Panel.objects.get()
    first, second = (seat.assessor for seat in panel.memberships.live()[:2])
    actions.recuse(tested, assessor=second, ground="conflict", reason="Known.", by=second)
    for who, sees in ((first, True), (second, False)):
        actions.declare(position.round, language="en", by=who)
        client.force_login(who)
        page = client.get(reverse("assessors:desk")).content.decode()
        assert panel.room.startswith("Room ") and panel.room in page
        assert (tested.candidate_code in page) == sees
        assert client.get(reverse("crosscultural:own_calendar")).status_code == 200


def test_hr_draws_in_the_admin(draw, position, hr_officer, client, tested):
    client.force_login(hr_officer)
    assert client.post(reverse("admin:assessors_draw_verb", args=[draw.pk, "reveal"])).status_code == 302
    add = reverse("admin:assessors_draw_add")
    assert client.post(add, {"position": position.pk, "purpose": "order", "number": 1, "rooms": ""}).status_code == 302
    refused = client.post(add, {"position": position.pk, "purpose": "order", "number": 1, "rooms": ""}, follow=True)
    assert "already committed" in refused.content.decode() and Draw.objects.count() == 2


def test_every_marking_has_its_reason_and_what_lacks_people_says_why(position, hr_officer, qualified, client):
    from screening.competence import actions as competence

    members = assessments.people(2)
    assessments.panel(position, PanelKind.MARKING, members=members, by=hr_officer)
    paper = assessments.opened(competence.seal(assessments.draft_paper(position, author=hr_officer), by=hr_officer))
    competence.invite(paper, by=hr_officer)
    assessments.handed_in(paper, qualified)
    actions.recuse(qualified, assessor=members[0], ground="conflict", reason="Known.", by=members[0])
    competence.assign(paper, by=hr_officer)
    given, left = Allotment.objects.order_by("missing")
    assert (given.assessor, given.reasons) == (members[1], ["load", "no_conflict"])
    assert (left.assessor, left.missing, left.causes) == (None, 1, ["conflict"])
    client.force_login(hr_officer)
    page = client.get(reverse("admin:assessors_allotment_changelist"), {"placed": "no"}).content.decode()
    assert "some have a conflict of interest" in page


@pytest.mark.django_db(transaction=True)
def test_two_officers_reveal_at_once_and_one_panel_is_seated(draw, hr_officer, second_hr_officer):
    gate, said = threading.Barrier(2), []

    def press(officer):
        gate.wait()
        try:
            actions.reveal(draw, by=officer)
            said.append("done")
        except TransitionNotAllowed:
            said.append("late")
        finally:
            connections.close_all()

    threads = [threading.Thread(target=press, args=[officer]) for officer in (hr_officer, second_hr_officer)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(said) == ["done", "late"] and Membership.objects.live().count() == 5
