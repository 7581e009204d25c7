"""Refusing a post: the second person says why, the author gets a letter, and no other reader is asked until something changed."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import translation
from django_fsm import TransitionNotAllowed

from positions import actions
from positions.models import Position, Refusal
from positions.states import PositionState
from recruitment.audit.models import Entry
from recruitment.core.refusals import Refused
from recruitment.notifications.kinds import Kind
from recruitment.notifications.models import Letter

pytestmark = pytest.mark.django_db
WHY = {"reason": "legal", "note": "The approval is of last year."}


@pytest.mark.parametrize("state", ["drafted", "reviewed"])
def test_a_second_person_sends_it_back_with_a_reason(state, request, publicity_officer):
    position = actions.refuse(request.getfixturevalue(state), by=publicity_officer, **WHY)
    assert (position.state, position.reviewed_by, position.reviewed_at) == (PositionState.DRAFTED, None, None)
    refusal = Refusal.objects.get()
    assert (refusal.reason, refusal.note, refusal.by) == ("legal", WHY["note"], publicity_officer)


@pytest.mark.parametrize("person", ["hr_officer", "foreign_hr_officer", "system_administrator", "candidate", "superuser"])
def test_neither_the_author_nor_a_stranger_refuses(person, drafted, request):
    with pytest.raises(PermissionDenied):
        actions.refuse(drafted, by=request.getfixturevalue(person), **WHY)
    assert not Refusal.objects.exists() and not Letter.objects.exists()


def test_what_is_public_is_not_refused_any_more(published, publicity_officer):
    with pytest.raises(TransitionNotAllowed):
        actions.refuse(published, by=publicity_officer, **WHY)


def test_the_same_version_is_refused_once(drafted, publicity_officer, second_hr_officer):
    actions.refuse(drafted, by=publicity_officer, **WHY)
    with pytest.raises(Refused, match="refused already"):
        actions.refuse(drafted, by=second_hr_officer, **WHY)
    assert Refusal.objects.count() == 1


def test_no_other_reader_is_asked_until_something_changed(drafted, hr_officer, publicity_officer, second_hr_officer):
    actions.refuse(drafted, by=publicity_officer, **WHY)
    with pytest.raises(Refused, match="This very version was refused by Publicity Officer"):
        actions.review(drafted, by=second_hr_officer, note="Read.")
    drafted.summary_de = "Etwas anderes."
    actions.revise(drafted, by=hr_officer)
    assert actions.review(drafted, by=second_hr_officer, note="Read.").state == PositionState.REVIEWED


def test_the_same_reader_may_let_it_through_after_all(drafted, publicity_officer):
    actions.refuse(drafted, by=publicity_officer, **WHY)
    assert actions.review(drafted, by=publicity_officer, note="The approval was shown.").state == PositionState.REVIEWED


def test_it_leaves_a_footprint(drafted, publicity_officer):
    actions.refuse(drafted, by=publicity_officer, **WHY)
    entry = Entry.objects.get(verb="positions.position.refuse")
    assert (entry.actor_id, entry.data["reason"], entry.data["note"]) == (publicity_officer.pk, "legal", WHY["note"])


def test_author_and_last_editor_get_a_letter_each_in_their_language(drafted, hr_officer, second_hr_officer, publicity_officer):
    second_hr_officer.language = "zh-hans"
    second_hr_officer.save()
    actions.revise(drafted, by=second_hr_officer)
    actions.refuse(drafted, by=publicity_officer, **WHY)
    letters = {letter.recipient: letter for letter in Letter.objects.filter(kind=Kind.POST_REFUSED)}
    assert set(letters) == {hr_officer, second_hr_officer}
    assert "The legal footing or the approval is not in order" in letters[hr_officer].body
    assert WHY["note"] in letters[hr_officer].body and drafted.reference in letters[hr_officer].subject
    with translation.override("zh-hans"):
        assert str(drafted.title_zh_hans) in letters[second_hr_officer].subject


def test_the_form_asks_for_reason_and_note_and_the_history_is_seen(drafted, hr_officer, publicity_officer, client):
    client.force_login(publicity_officer)
    address = reverse("admin:positions_position_verb", args=[drafted.pk, "refuse"])
    empty = client.post(address, {"reason": "", "note": ""})
    assert empty.status_code == 200 and empty.context["form"].errors.keys() == {"reason", "note"}
    kept = client.post(address, {"reason": "because", "note": "Kept <b>words</b>"})
    assert "Kept &lt;b&gt;words&lt;/b&gt;" in kept.content.decode()
    assert client.post(address, WHY).status_code == 302
    client.force_login(hr_officer)
    page = client.get(reverse("admin:positions_position_change", args=[drafted.pk])).content.decode()
    assert WHY["note"] in page and "The legal footing or the approval is not in order" in page
    assert Position.objects.get(pk=drafted.pk).state == PositionState.DRAFTED
