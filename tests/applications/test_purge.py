"""Deletion by policy: announced first, then for good, with every paper's key; what stays tells nothing about a person."""

import datetime

import pytest
from django.utils import timezone

from recruitment.audit.models import Entry
from recruitment.core.refusals import Refused
from recruitment.documents.models import Document, Issued
from recruitment.notifications.kinds import Kind
from recruitment.notifications.models import Letter
from screening.applications import actions, tasks
from screening.applications.models import Application, Identity, Version
from screening.applications.states import State
from screening.qualification import actions as qualification
from tests import factories

pytestmark = pytest.mark.django_db


def aged(application, days: int, **values) -> None:
    then = timezone.now() - datetime.timedelta(days=days)
    application.progress.update(saved_at=then)
    stamps = {"created_at": then, "moved_at": then, **({"ended_at": then} if application.ended_at else {})}
    Application._base_manager.filter(pk=application.pk).update(**{**stamps, **values})


def warned_long_ago(application) -> None:
    Application._base_manager.filter(pk=application.pk).update(purge_warned_at=timezone.now() - datetime.timedelta(days=8))


@pytest.fixture
def lapsed(complete_draft, robot, candidate, a_pdf):
    actions.attach(complete_draft, "passport", a_pdf(), by=candidate)
    return actions.lapse(complete_draft, by=robot)


def test_first_a_letter_then_nothing_for_a_week(lapsed, candidate):
    aged(lapsed, 31)
    assert (tasks.purge_due(), tasks.purge_due()) == (0, 0)
    letter = Letter.objects.get(kind=Kind.PURGE_WARNED)
    assert (letter.recipient, letter.language) == (candidate, "de")
    assert Application.objects.exists()


def test_then_it_goes_with_its_papers(lapsed):
    aged(lapsed, 40)
    warned_long_ago(lapsed)

    assert (tasks.purge_due(), tasks.purge_due()) == (1, 0)

    assert not Application.objects.exists() and not Identity.objects.exists()
    paper = Document.objects.get()
    assert paper.is_erased and paper.wrapped_key is None and paper.display_name == "—"


def test_the_footprint_names_nobody(lapsed, robot):
    actions.purge(lapsed, by=robot)
    entry = Entry.objects.get(verb="screening.application.purge")
    assert entry.data == {"papers": 1} and entry.actor_id == robot.pk


def test_the_warning_comes_in_time(lapsed):
    aged(lapsed, 22)
    tasks.purge_due()
    assert Letter.objects.filter(kind=Kind.PURGE_WARNED).count() == 0
    aged(lapsed, 24)
    tasks.purge_due()
    assert Letter.objects.filter(kind=Kind.PURGE_WARNED).count() == 1


def test_a_draft_nobody_touches_is_announced_and_deleted(draft):
    draft.progress.create(section="identity")
    aged(draft, 200)
    tasks.purge_due()
    warned_long_ago(draft)
    assert tasks.purge_due() == 1


def test_whoever_saves_after_the_warning_keeps_it(draft, candidate):
    draft.progress.create(section="identity")
    aged(draft, 200)
    tasks.purge_due()
    warned_long_ago(draft)
    actions.mark(draft, "work", done=False, seen=None, by=candidate)
    assert tasks.purge_due() == 0


def test_of_a_withdrawn_application_the_number_stays_and_nothing_else(complete_draft, candidate):
    handed_in = actions.submit(complete_draft, by=candidate)
    withdrawn = actions.withdraw(handed_in, reason="Private", code="family", by=candidate)
    aged(withdrawn, 40)
    warned_long_ago(withdrawn)

    assert (tasks.purge_due(), tasks.purge_due()) == (1, 0)

    stub = Application.objects.get()
    assert (stub.state, stub.reference, stub.withdrawal_reason) == (State.WITHDRAWN, handed_in.reference, "")
    assert stub.purged_at and not Version.objects.exists() and not Identity.objects.exists()
    assert all(paper.is_erased and paper.context == {} for paper in Issued.objects.all())


def test_its_page_still_opens(complete_draft, candidate, client, robot):
    withdrawn = actions.withdraw(actions.submit(complete_draft, by=candidate), reason="", by=candidate)
    actions.purge(withdrawn, by=robot)
    client.force_login(candidate)
    assert client.get(f"/en/applications/{withdrawn.uuid}/").status_code == 200
    assert client.get("/en/applications/").status_code == 200


@pytest.mark.parametrize("state", [State.SUBMITTED, State.RETURNED, State.REOPENED, State.REJECTED, State.OFFERED])
def test_what_the_office_works_on_or_must_keep_is_not_deleted(complete_draft, robot, state):
    file = factories.brought_to(complete_draft, state)
    aged(file, 900)
    warned_long_ago(file)
    assert tasks.purge_due() == 0
    with pytest.raises(Refused):
        actions.purge(file, by=robot)


@pytest.mark.parametrize("who", ["rival", "hr_officer", "qualification_officer", "superuser"])
def test_nobody_else_deletes(lapsed, who, request):
    with pytest.raises(Refused):
        actions.purge(lapsed, by=request.getfixturevalue(who))


def test_what_the_check_wrote_goes_too(complete_draft, candidate, qualification_officer, robot):
    handed_in = actions.submit(complete_draft, by=candidate)
    qualification.prepare(handed_in, by=qualification_officer)
    actions.purge(actions.withdraw(handed_in, reason="", by=candidate), by=robot)
    assert not Application.objects.get().checks.exists()
