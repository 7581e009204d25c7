"""Around an interview: additional minutes, recordings with consent, reminders, calendars, and who is not invited."""

import datetime

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from recruitment.audit.models import Entry
from recruitment.core.refusals import Refused
from recruitment.notifications.models import Letter
from recruitment.privacy import actions as privacy
from recruitment.privacy.models import Consent
from recruitment.privacy.states import ConsentKind
from screening.applications import actions as applications
from screening.applications.models import Application
from screening.applications.states import RejectionReason
from screening.assessors.actions import recuse
from screening.assessors.states import Ground
from screening.crosscultural import actions
from screening.crosscultural.models import Booking, Interview, Recording, Slot
from screening.crosscultural.tasks import remind_due
from tests import assessments, factories
from tests.assessments import HOUR

STRANGERS = ["candidate", "rival", "outsider", "assessor", "qualification_officer", "foreign_hr_officer", "superuser"]
KEPT = {"place": "Cabinet A-3", "keeper": "Ms Li", "keep_until": datetime.date(2031, 1, 1)}


# --- Who is invited ---------------------------------------------------------------------------------------------------


def test_a_file_with_a_proposed_rejection_is_not_invited(booklet, slots, panel, tested, position, hr_officer):
    other = assessments.file(position, 2, "tested")
    told = {"reason": RejectionReason.ASSESSMENT_BELOW_MINIMUM, "sentence": "No place."}
    applications.propose_rejection(tested, by=hr_officer, **told)
    assert [interview.application_id for interview in actions.invite(panel, by=hr_officer)] == [other.pk]
    Application.objects.get(pk=tested.pk).rejection.delete()
    assert [interview.application_id for interview in actions.invite(panel, by=hr_officer)] == [tested.pk]


def test_whoever_comes_later_is_asked_from_the_same_booklet(slots, panel, tested, position, hr_officer):
    general = actions.seal(assessments.draft_booklet(), by=factories.person("personnel_office", "hr_officer", department="*"))
    actions.invite(panel, by=hr_officer)
    actions.seal(assessments.draft_booklet(position), by=hr_officer)
    later = assessments.file(position, 2, "tested")
    actions.invite(panel, by=hr_officer)
    assert Interview.objects.get(application=later).booklet == Interview.objects.get(application=tested).booklet == general


# --- Additional minutes -----------------------------------------------------------------------------------------------


def test_additional_minutes_show_in_length_letter_and_calendar(client, interview, slots, candidate, hr_officer):
    actions.extend(interview, minutes=15, reason="Approved adjustment", by=hr_officer)
    assert Entry.objects.get(verb="screening.interview.extend").data == {"minutes": 15, "reason": "Approved adjustment"}
    booking = actions.book(Interview.objects.get(), slot=slots[0], by=candidate)
    assert booking.minutes == 60 and "60" in Letter.objects.get(kind="interview_booked").body
    client.force_login(candidate)
    (event,) = Calendar.from_ical(client.get(reverse("crosscultural:calendar", args=[interview.uuid])).content).walk("VEVENT")
    assert event.decoded("dtend") - event.decoded("dtstart") == HOUR
    with pytest.raises(Refused, match="begins too early"):
        actions.extend(interview, minutes=16, reason="More", by=hr_officer)
    with time_machine.travel(slots[0].starts_at, tick=False), pytest.raises(Refused, match="before the interview begins"):
        actions.extend(interview, minutes=5, reason="Late", by=hr_officer)


def test_slots_without_room_for_the_minutes_are_not_offered(interview, slots, candidate, hr_officer, tested):
    actions.extend(interview, minutes=20, reason="Approved adjustment", by=hr_officer)
    assert list(Slot.objects.open_to(Application.objects.get(pk=tested.pk))) == [slots[2]]
    with pytest.raises(Refused, match="cannot be chosen"):
        actions.book(Interview.objects.get(), slot=slots[0], by=candidate)


@pytest.mark.parametrize("who", STRANGERS)
def test_nobody_but_hr_of_the_department_extends_registers_or_records(who, request, held, hr_officer):
    stranger = request.getfixturevalue(who)
    recording = Recording.objects.create(interview=held, registered_by=hr_officer, **KEPT)
    for verb, told in (
        (actions.extend, {"minutes": 5, "reason": "r"}),
        (actions.register, KEPT),
        (actions.add_result, {"told": {}}),
    ):
        with pytest.raises(PermissionDenied):
            verb(held, by=stranger, **told)
    with pytest.raises(PermissionDenied):
        actions.destroy(recording, by=stranger)


# --- Recordings -------------------------------------------------------------------------------------------------------


def test_a_recording_is_entered_with_consent_and_destroyed_when_it_is_taken_back(held, tested, candidate, hr_officer):
    with pytest.raises(Refused, match="not consented"):
        actions.register(held, by=hr_officer, **KEPT)
    privacy.give(candidate, ConsentKind.RECORDING, language="de", about=tested, by=candidate)
    recording = actions.register(held, by=hr_officer, **KEPT)
    with pytest.raises(Refused, match="already entered"):
        actions.register(held, by=hr_officer, **KEPT)
    consent = Consent.objects.of(candidate).standing().get(kind=ConsentKind.RECORDING)
    assert "destroyed" in actions.foretell(consent)
    privacy.take_back(consent, by=candidate)
    due = Recording.objects.get()
    assert due.is_overdue and due.withdrawn_at and due.keep_until == timezone.localdate()
    assert actions.destroy(recording, by=hr_officer).destroyed_at
    with pytest.raises(Refused, match="already destroyed"):
        actions.destroy(recording, by=hr_officer)
    verbs = ("screening.interview.register", "screening.recording.withdraw", "screening.recording.destroy")
    assert [Entry.objects.filter(verb=verb).count() for verb in verbs] == [1, 1, 1]


def test_before_the_interview_there_is_no_recording(booked, hr_officer):
    with pytest.raises(Refused, match="has begun"):
        actions.register(booked, by=hr_officer, **KEPT)


def test_hr_enters_recordings_and_results_at_the_desk(client, held, tested, candidate, hr_officer, foreign_hr_officer):
    for kind in (ConsentKind.RECORDING, ConsentKind.PSYCHOLOGICAL_TEST):
        privacy.give(candidate, kind, language="de", about=tested, by=candidate)
    client.force_login(hr_officer)
    today, verb = timezone.localdate(), "admin:crosscultural_interview_verb"
    register, result = (reverse(verb, args=[held.pk, name]) for name in ("register", "add_result"))
    for day in (today, today + datetime.timedelta(days=4000), "soon"):
        assert client.post(register, {**KEPT, "keep_until": day}).status_code == 200
    assert client.post(register, {**KEPT, "keep_until": today + datetime.timedelta(days=100)}).status_code == 302
    told = {"provider": "Institute", "name": "Scale", "licence_ref": "L-7", "score": "61", "percentile": 70, "date": today}
    for wrong in ({"licence_ref": ""}, {"percentile": 101}, {"date": today + datetime.timedelta(days=1)}):
        assert client.post(result, {**told, **wrong}).status_code == 200
    assert client.post(result, told).status_code == 302
    (entered,) = held.external_results.all()
    assert (entered.score, entered.percentile, entered.licence_ref) == ("61", "70", "L-7")
    listed = reverse("admin:crosscultural_recording_changelist")
    assert "Cabinet A-3" in client.get(listed).content.decode()
    assert "Cabinet A-3" in client.get(reverse("admin:crosscultural_interview_change", args=[held.pk])).content.decode()
    client.post(reverse("admin:crosscultural_recording_verb", args=[Recording.objects.get().pk, "destroy"]))
    assert Recording.objects.get().destroyed_at
    client.force_login(foreign_hr_officer)
    assert "Cabinet A-3" not in client.get(listed).content.decode()


# --- Reminders and calendars ------------------------------------------------------------------------------------------


def test_the_day_before_candidate_and_panel_are_reminded_once_in_their_zones(booked, slots, candidate, seated, tested):
    candidate.time_zone = "Europe/Berlin"
    candidate.save()
    recuse(tested, assessor=seated[4], ground=Ground.CONFLICT, reason="A former colleague.", by=seated[4])
    with time_machine.travel(slots[0].starts_at - 25 * HOUR, tick=False):
        remind_due()
        assert not Letter.objects.filter(kind="interview_reminded").exists()
    with time_machine.travel(slots[0].starts_at - 24 * HOUR, tick=False):
        remind_due()
        remind_due()
    letter = Letter.objects.get(kind="interview_reminded")
    assert letter.recipient == candidate and letter.language == "de" and "(Berlin)" in letter.body and "Room 1" in letter.body
    told = Letter.objects.filter(kind="panel_reminded")
    assert {row.recipient for row in told} == set(seated[:4])
    assert all(booked.code in row.body and candidate.display_name not in row.body for row in told)
    assert Booking.objects.get().reminded_at and Entry.objects.filter(verb="screening.booking.remind").count() == 1


def test_hr_takes_the_calendar_of_a_board(client, booked, panel, hr_officer, foreign_hr_officer, candidate, superuser):
    address = reverse("crosscultural:board_calendar", args=[panel.pk])
    client.force_login(hr_officer)
    (event,) = Calendar.from_ical(client.get(address).content).walk("VEVENT")
    assert booked.code in event["summary"]
    for stranger in (foreign_hr_officer, candidate, superuser):
        client.force_login(stranger)
        assert client.get(address).status_code == 404
