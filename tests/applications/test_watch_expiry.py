"""The watch: whatever stops counting is told in time, in the candidate's language, once a step, and stands on the dossier."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from recruitment.audit.models import Entry
from recruitment.documents.actions import receive
from recruitment.notifications.kinds import Kind
from recruitment.notifications.models import Letter
from screening.applications import tasks
from screening.applications.models import Attachment, ExpiryWarning, PaperFacts
from screening.applications.states import State
from tests import factories

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)


def attached(application, a_pdf, **facts) -> Attachment:
    document = receive(a_pdf(), kind="no_criminal_record", owner=application.candidate, by=application.candidate)
    paper = Attachment.objects.create(application=application, kind="no_criminal_record", document=document)
    PaperFacts.objects.create(attachment=paper, **facts)
    return paper


def letters() -> list[Letter]:
    return list(Letter.objects.filter(kind=Kind.PAPER_LAPSING).order_by("pk"))


def ends_in(days: int) -> dict:
    return {"country": "DE", "expires_on": timezone.localdate() + days * DAY}


def test_nothing_is_written_while_everything_counts_long(submitted, a_pdf):
    attached(submitted, a_pdf, **ends_in(61))

    assert tasks.watch_expiry() == 0


def test_the_first_letter_comes_sixty_days_before_in_the_candidates_language(submitted, candidate, robot, a_pdf):
    attached(submitted, a_pdf, **ends_in(60))

    assert tasks.watch_expiry() == 1

    (letter,) = letters()
    assert (letter.recipient, letter.language) == (candidate, "de")
    assert "/de/credentials/" in letter.body and str(submitted.uuid) in letter.body
    entry = Entry.objects.about(submitted).get(verb="screening.application.warn_of_expiry")
    assert entry.actor_id == robot.pk and entry.data["step"] == "first"


def test_each_step_is_written_once_however_often_it_is_asked(submitted, a_pdf):
    paper = attached(submitted, a_pdf, **ends_in(60))
    assert [tasks.watch_expiry() for _day in range(3)] == [1, 0, 0]

    PaperFacts.objects.filter(attachment=paper).update(expires_on=timezone.localdate() + 14 * DAY)
    ExpiryWarning.objects.update(lapses_on=timezone.localdate() + 14 * DAY)

    assert [tasks.watch_expiry() for _day in range(3)] == [1, 0, 0]
    assert list(ExpiryWarning.objects.values_list("step", flat=True).order_by("pk")) == ["first", "second"]


def test_what_already_lapsed_is_told_once(submitted, a_pdf):
    attached(submitted, a_pdf, **ends_in(-3))

    assert [tasks.watch_expiry(), tasks.watch_expiry()] == [1, 0]
    assert ExpiryWarning.objects.get().step == "second"


def test_a_certificate_is_counted_from_its_issue(submitted, a_pdf):
    """Six months by the policy, three where the country says so."""
    attached(submitted, a_pdf, country="PT", issued_on=timezone.localdate() - 80 * DAY)
    attached(submitted, a_pdf, country="DE", issued_on=timezone.localdate() - 80 * DAY)

    assert tasks.watch_expiry() == 1
    assert ExpiryWarning.objects.get().attachment.facts.country == "PT"


def test_a_passport_must_outlast_the_permits(submitted):
    submitted.identity.passport_expires_on = timezone.localdate() + 200 * DAY
    submitted.identity.save()

    assert tasks.watch_expiry() == 1

    (letter,) = letters()
    assert "Reisepass" in letter.subject or "Passport" in letter.subject
    assert ExpiryWarning.objects.get().attachment is None


@pytest.mark.parametrize("state", [State.RETURNED, State.TESTED, State.NOMINATED, State.RESERVED, State.ANNOUNCED, State.OFFERED])
def test_it_watches_through_the_whole_process(complete_draft, a_pdf, state):
    attached(factories.brought_to(complete_draft, state), a_pdf, **ends_in(10))

    assert tasks.watch_expiry() == 1


@pytest.mark.parametrize("state", [State.WITHDRAWN, State.REJECTED, State.LAPSED])
def test_it_leaves_ended_files_in_peace(complete_draft, a_pdf, state):
    attached(factories.brought_to(complete_draft, state), a_pdf, **ends_in(10))

    assert tasks.watch_expiry() == 0


def test_a_newer_paper_of_the_same_kind_and_country_is_enough(submitted, a_pdf):
    attached(submitted, a_pdf, **ends_in(10))
    attached(submitted, a_pdf, **ends_in(150))

    assert tasks.watch_expiry() == 0


def test_what_was_taken_back_is_not_watched(submitted, a_pdf):
    paper = attached(submitted, a_pdf, **ends_in(10))
    Attachment.objects.filter(pk=paper.pk).update(removed_at=timezone.now())

    assert tasks.watch_expiry() == 0


def test_many_files_cost_a_fixed_number_of_looks(position, a_pdf, django_assert_max_num_queries):
    for number in range(4):
        application = factories.complete(factories.application(position, factories.person(f"holder{number}")))
        attached(factories.brought_to(application, State.SUBMITTED), a_pdf, **ends_in(200))
    with django_assert_max_num_queries(9):
        assert tasks.watch_expiry() == 0


def test_the_dossier_says_what_lapses_when(client, submitted, qualification_officer, a_pdf):
    attached(submitted, a_pdf, **ends_in(-1))
    client.force_login(qualification_officer)

    page = client.get(reverse("admin:applications_application_change", args=[submitted.pk]))

    assert [lapse.is_passport for lapse in page.context["lapses"]] == [False, True]
    assert "Papers count until" in page.content.decode() and "lapsed" in page.content.decode()
