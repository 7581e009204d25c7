"""One profile, used again: copied from an earlier application into sections that were not begun, and never shared."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from recruitment.audit.models import Entry
from screening.applications import actions
from screening.applications.models import Application, Identity, Referee, SectionProgress
from screening.applications.states import Section
from tests import factories
from tests.applications.answers import REFEREE

pytestmark = pytest.mark.django_db


@pytest.fixture
def second(position, hr_officer, second_hr_officer, candidate, submitted):
    post = factories.published_position(position.department, author=hr_officer, reviewer=second_hr_officer)
    return factories.application(post, candidate)


def test_it_copies_row_by_row_and_says_what(second, submitted, candidate):
    Referee.objects.create(application=submitted, **REFEREE, asked_at=submitted.submitted_at, expires_at=submitted.submitted_at)

    copied = actions.copy_answers(second, source=submitted, by=candidate)

    assert copied == {Section.IDENTITY: 1, Section.EDUCATION: 1, Section.WORK: 1, Section.LANGUAGES: 2, Section.REFEREES: 1}
    identity = Identity.objects.get(application=second)
    assert (identity.passport_number, identity.birth_date, identity.telephone) == ("C01X00T47", datetime.date(1990, 2, 28), "+4930123456")
    assert identity.uuid != submitted.identity.uuid
    assert Referee.objects.get(application=second).asked_at is None
    assert not SectionProgress.objects.filter(application=second, done=True).exists()
    assert Entry.objects.about(second).get(verb="screening.application.copy_answers").data["source"] == str(submitted.uuid)


def test_what_changes_in_the_copy_never_changes_what_was_handed_in(second, submitted, candidate):
    actions.copy_answers(second, source=submitted, by=candidate)
    Identity.objects.filter(application=second).update(full_name_latin="Changed")
    assert Application.objects.get(pk=submitted.pk).identity.full_name_latin == "Anna-Lena Müller"


def test_a_section_that_was_begun_is_left_alone(second, submitted, candidate):
    second.progress.create(section=Section.IDENTITY)
    assert Section.IDENTITY not in actions.copy_answers(second, source=submitted, by=candidate)
    assert not Identity.objects.filter(application=second).exists()


def test_nobody_else_copies_and_nothing_of_anybody_else_is_offered(second, submitted, rival, client):
    with pytest.raises(PermissionDenied):
        actions.copy_answers(second, source=submitted, by=rival)
    theirs = factories.application(second.position, rival)
    client.force_login(rival)
    url = reverse("applications:copy", args=[theirs.uuid])
    assert "no other application" in client.get(url).content.decode()
    assert "Choose an application of the list" in str(client.post(url, {"source": submitted.pk}).context["form"].errors)
    assert client.get(reverse("applications:copy", args=[second.uuid])).status_code == 404


def test_one_click_after_beginning(signed_in, second, submitted):
    second.delete()
    started = signed_in.post(reverse("applications:start", args=[second.position.reference]))
    draft = Application.objects.get(state="draft")
    assert started.url == reverse("applications:copy", args=[draft.uuid])
    page = signed_in.get(started.url).content.decode()
    assert submitted.reference in page

    done = signed_in.post(started.url, {"source": submitted.pk}, follow=True).content.decode()

    assert "Copied: Identity (1), Education (1), Work experience (1), Languages (2)" in done
    assert done.count("In progress") == 4


@pytest.mark.parametrize("source", ["", "x", "99999999", "-1", "\x00"])
def test_nonsense_is_told(signed_in, second, source):
    response = signed_in.post(reverse("applications:copy", args=[second.uuid]), {"source": source})
    assert response.status_code == 200 and response.context["form"].errors["source"]


def test_a_file_that_was_handed_in_takes_nothing_in(signed_in, submitted):
    assert signed_in.get(reverse("applications:copy", args=[submitted.uuid])).status_code == 302
    assert signed_in.post(reverse("applications:copy", args=[submitted.uuid]), {}).status_code == 302
