"""Conflicts from both sides: hints, questions, answers, decisions; and a file that leaves somebody's world."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django_fsm import TransitionNotAllowed

from recruitment.audit.models import Entry
from recruitment.core.refusals import Refused
from recruitment.notifications.models import Letter
from screening.applications.models import Interest, Referee
from screening.assessors import actions, tasks
from screening.assessors.models import Assessor, ConflictHint, Membership, Recusal, Station
from screening.assessors.resemblance import Life, Stay, Told, forms, touches
from screening.assessors.states import HintGround, HintState, PanelKind

EMPLOYER = "employer"


@pytest.fixture
def profile(assessor, hr_officer) -> Assessor:
    told = {"email": assessor.email, "name": "许光裕 (Xu Guangyu)", "institution": "Institute", "user": assessor}
    return actions.add(Assessor(**told), by=hr_officer)


@pytest.fixture
def panel(position, hr_officer):
    return actions.compose(position, kind=PanelKind.INTERVIEW, by=hr_officer)


@pytest.fixture
def hint(profile, panel, tested, hr_officer, assessor) -> ConflictHint:
    Station.objects.create(assessor=profile, kind=EMPLOYER, institution="muster gmbh.", since=2016, until=2018)
    actions.seat(panel, assessor=assessor, institution="Institute", by=hr_officer)
    return ConflictHint.objects.get()


def test_names_and_places_are_the_same_however_they_are_written():
    assert forms("许光裕 (Xu Guangyu)") & forms("GUANGYU, Xu") and forms("许光裕 (Xu Guangyu)") & forms("许光裕")
    life = Life(forms("Xu Guangyu"), "xu@example.org", "Universität Musterstadt", (Stay(EMPLOYER, "Muster GmbH", 2010, 2012),))
    told = Told(
        (Stay(EMPLOYER, "MUSTER GMBH", 2012), Stay("education", "universitat musterstadt", 2001)),
        (("X", "XU@example.org"),),
        ("Xu Guangyu, Amt",),
    )
    assert {touch.ground for touch in touches(life, told)} == set(HintGround) - {HintGround.EDUCATION}
    later = Told((Stay(EMPLOYER, "Muster GmbH", 2013),))
    assert not [*touches(life, later)]


def test_a_seat_brings_the_question_by_letter_and_it_names_no_candidate(hint, assessor, client, tested):
    assert (hint.ground, hint.state) == (HintGround.EMPLOYER, HintState.ASKED)
    letter = Letter.objects.get(kind="conflict_asked")
    client.force_login(assessor)
    pages = [client.get(reverse("assessors:desk")), client.get(reverse("assessors:question", args=[hint.uuid]))]
    identity = tested.identity
    for text in (letter.body, *(page.content.decode() for page in pages)):
        for mark in (tested.candidate_code, identity.full_name_latin, identity.family_name, tested.candidate.email, tested.reference):
            assert mark not in text
    assert "muster gmbh" in pages[1].content.decode()


def test_a_yes_takes_the_file_out_of_their_world(hint, assessor, client, tested):
    client.force_login(assessor)
    page = reverse("assessors:question", args=[hint.uuid])
    assert client.post(page, {}).status_code == 422
    assert client.post(page, {"is_partial": "yes", "note": "We shared an office."}).status_code == 302
    assert Recusal.objects.get().application == tested and ConflictHint.objects.get().state == HintState.CONFIRMED
    assert client.get(page).status_code == 404
    assert Entry.objects.filter(verb="screening.conflicthint.confirm").count() == 1
    assert "office" not in str(Entry.objects.values_list("data"))
    ConflictHint.objects.create(assessor=assessor, application=tested, ground=HintGround.REFEREE)
    assert not ConflictHint.objects.asked_of(assessor).exists()


def test_a_no_leaves_it(hint, assessor):
    assert actions.answer(hint, is_partial=False, by=assessor).state == HintState.DENIED
    assert not Recusal.objects.exists()
    with pytest.raises(PermissionDenied):
        actions.answer(hint, is_partial=True, by=assessor)


@pytest.mark.parametrize("who", ["candidate", "rival", "outsider", "second_assessor", "hr_officer", "superuser"])
def test_nobody_else_answers_or_sees_the_question(who, request, hint, client):
    stranger = request.getfixturevalue(who)
    with pytest.raises(PermissionDenied):
        actions.answer(hint, is_partial=False, by=stranger)
    client.force_login(stranger)
    assert client.get(reverse("assessors:question", args=[hint.uuid])).status_code == 404


def test_what_came_later_is_asked_once(panel, profile, tested, hr_officer, assessor):
    actions.seat(panel, assessor=assessor, institution="Institute", by=hr_officer)
    Referee.objects.create(application=tested, name="Xu Guangyu", email="x@example.org", language="en")
    Interest.objects.create(application=tested, kind="official", who="许光裕", body="Institute")
    assert (tasks.look_for_conflicts(), tasks.look_for_conflicts()) == (2, 0)
    assert {*ConflictHint.objects.values_list("ground", flat=True)} == {HintGround.REFEREE, HintGround.DECLARED}
    with pytest.raises(PermissionDenied):
        actions.probe(panel, by=assessor)


def test_where_the_sides_disagree_the_office_decides(panel, profile, tested, hr_officer, foreign_hr_officer, assessor, client):
    actions.seat(panel, assessor=assessor, institution="Institute", by=hr_officer)
    Referee.objects.create(application=tested, name="Xu Guangyu", email="x@example.org", language="en")
    (hint,) = actions.probe(panel, by=hr_officer)
    with pytest.raises(TransitionNotAllowed):
        actions.uphold(hint, reason="Too early.", by=hr_officer)
    disputed = actions.answer(hint, is_partial=False, by=assessor)
    assert disputed.state == HintState.DISPUTED
    with pytest.raises(PermissionDenied):
        actions.uphold(hint, reason="Not ours.", by=foreign_hr_officer)
    with pytest.raises(Refused, match="reason"):
        actions.dismiss(hint, reason=" ", by=hr_officer)
    client.force_login(hr_officer)
    assert client.get(reverse("admin:assessors_conflicthint_changelist"), {"state": "disputed"}).status_code == 200
    verb = reverse("admin:assessors_conflicthint_verb", args=[hint.pk, "uphold"])
    assert client.post(verb, {"reason": "They wrote a book together."}).status_code == 302
    assert Recusal.objects.get().assessor == assessor and ConflictHint.objects.get().decided_by == hr_officer


def test_an_assessor_keeps_out_of_a_whole_post(panel, assessor, second_assessor, hr_officer, client, position):
    actions.seat(panel, assessor=assessor, institution="Institute", by=hr_officer)
    with pytest.raises(PermissionDenied):
        actions.abstain(position, reason="My sister applied.", by=second_assessor)
    client.force_login(assessor)
    told = {"position": position.pk, "reason": "My sister may have applied."}
    assert client.post(reverse("assessors:abstain"), told).status_code == 302
    assert not Membership.objects.live().exists()
    with pytest.raises(Refused, match="keeps out"):
        actions.seat(panel, assessor=assessor, institution="Institute", by=hr_officer)
