"""Adjustments: kept with their own consent or not at all, read by who arranges them, and by everybody else as extra time only."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.urls import reverse

from recruitment.audit.models import Entry
from recruitment.core.refusals import Refused
from recruitment.privacy.models import Consent
from recruitment.privacy.registry import exported
from recruitment.privacy.states import ConsentKind
from screening.applications import actions
from screening.applications.models import Adjustment, Application, Arrangement, SectionProgress
from screening.desk.actions import arrange
from tests.applications.answers import ADJUSTMENTS

pytestmark = pytest.mark.django_db
GRANTED = {"test_minutes": 30, "interview_minutes": 10, "steps": "Room 2 with a ramp."}


@pytest.fixture
def page(draft) -> str:
    return reverse("applications:section", args=[draft.uuid, "adjustments"])


@pytest.fixture
def asked(submitted) -> Adjustment:
    return Adjustment.objects.create(application=submitted, needs="time,room", details="Wheelchair.")


def test_what_would_help_is_kept_sealed_with_its_consent_and_completes_the_section(signed_in, page, candidate, draft):
    assert signed_in.post(page, {**ADJUSTMENTS, "then": "complete", "seen": ""}).status_code == 302
    row = Adjustment.objects.get()
    assert ([kind.value for kind in row.wanted], row.details) == (["time", "breaks"], "A quarter more time.")
    assert Consent.objects.of(candidate).about(draft).standing().filter(kind=ConsentKind.HEALTH).exists()
    assert SectionProgress.objects.get(section="adjustments").done
    with connection.cursor() as cursor:
        cursor.execute("SELECT needs, details FROM applications_adjustment")
        assert not any(b"time" in bytes(value) for value in cursor.fetchone())
    told = str(exported(candidate))
    assert "A quarter more time." in told


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({}, "Say whether adjustments would help you."),
        ({"is_needed": "yes", "consent": "on"}, "Tick what would help."),
        ({"is_needed": "yes", "needs": ["other"], "consent": "on"}, "Say in your own words"),
        ({"is_needed": "yes", "needs": ["time"]}, "Without this consent we cannot keep"),
        ({"is_needed": "yes", "needs": ["magic"], "consent": "on"}, "magic is not one of the available choices"),
        ({"is_needed": "yes", "needs": ["time"], "details": "x" * 1001, "consent": "on"}, "at most 1000"),
    ],
)
def test_what_is_missing_is_told(signed_in, page, answers, sentence):
    response = signed_in.post(page, {**answers, "then": "complete", "seen": ""})
    assert sentence in response.content.decode()
    assert not SectionProgress.objects.filter(done=True).exists()


def test_without_the_consent_nothing_of_it_is_kept_and_who_needs_nothing_says_so(signed_in, page):
    signed_in.post(page, {**ADJUSTMENTS, "consent": "", "then": "later", "seen": ""})
    assert not any(row.needs or row.details for row in Adjustment.objects.all())
    seen = SectionProgress.objects.get().stamp
    assert signed_in.post(page, {"is_needed": "no", "details": "x", "then": "complete", "seen": seen}).status_code == 302
    assert (Adjustment.objects.get().needs, Adjustment.objects.get().details) == ("none", "")
    assert not Consent.objects.filter(kind=ConsentKind.HEALTH).exists()


def test_hr_of_the_department_arranges_it_and_leaves_a_footprint(asked, hr_officer):
    arrange(asked, **GRANTED, by=hr_officer)
    row = Arrangement.objects.get()
    assert (row.test_minutes, row.interview_minutes, row.steps) == (30, 10, "Room 2 with a ramp.")
    entry = Entry.objects.get(verb="screening.application.arrange")
    assert "ramp" not in str(entry.data)


@pytest.mark.parametrize("who", ["candidate", "rival", "qualification_officer", "foreign_hr_officer", "assessor", "superuser"])
def test_nobody_else_reads_or_arranges(who, asked, request, client):
    user = request.getfixturevalue(who)
    with pytest.raises(PermissionDenied):
        actions.arrange(asked, **GRANTED, by=user)
    client.force_login(user)
    response = client.get(reverse("admin:applications_adjustment_change", args=[asked.pk]))
    assert response.status_code != 200 or "Wheelchair" not in response.content.decode()


def test_not_once_it_has_ended(asked, hr_officer, candidate):
    actions.withdraw(Application.objects.get(pk=asked.application_id), reason="", code="", by=candidate)
    with pytest.raises(Refused, match="in selection"):
        actions.arrange(asked, **GRANTED, by=hr_officer)


def test_reading_leaves_a_footprint_and_the_dossier_shows_nothing_of_it(asked, hr_officer, client):
    client.force_login(hr_officer)
    change = reverse("admin:applications_adjustment_change", args=[asked.pk])
    assert "Wheelchair." in client.get(change).content.decode()
    assert Entry.objects.filter(verb="screening.application.read_adjustments").count() == 1
    assert client.post(reverse("admin:applications_adjustment_verb", args=[asked.pk, "arrange"]), GRANTED).status_code == 302
    assert Arrangement.objects.get().arranged_by == hr_officer
    assert client.get(reverse("admin:applications_adjustment_changelist")).status_code == 200
    dossier = client.get(reverse("admin:applications_application_change", args=[asked.application_id])).content.decode()
    assert "Wheelchair" not in dossier and "Room 2" not in dossier


def test_taking_the_consent_back_deletes_what_was_said_and_leaves_the_minutes(asked, hr_officer, candidate):
    actions.arrange(asked, **GRANTED, by=hr_officer)
    actions.forget_adjustments(asked.application, by=candidate)
    assert not Adjustment.objects.exists()
    assert (Arrangement.objects.get().test_minutes, Arrangement.objects.get().steps) == (30, "")
