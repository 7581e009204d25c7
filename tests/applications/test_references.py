"""References: asked by an expiring link, reminded once, withdrawn until answered, received on paper, never read by the candidate."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from recruitment.audit.models import Entry
from recruitment.core.refusals import Refused
from recruitment.notifications.kinds import Kind
from recruitment.notifications.models import Letter
from recruitment.privacy import registry
from screening.applications import actions, tasks
from screening.applications.models import Application, Referee, Reference
from screening.applications.signing import token_of
from screening.applications.states import RefereeState, State
from tests import factories
from tests.applications.answers import REFEREE

pytestmark = pytest.mark.django_db

ANSWERS = {
    "capacity": "I led her team from 2015 to 2020.",
    "strengths": "SECRETPRAISE: she calmed a quarrel of two offices.",
    "cooperation": "Very well.",
    "reservations": "",
    "recommendation": "strong",
}
POSTED = {**ANSWERS, "is_own": "on", "then": "answer"}


@pytest.fixture
def referee(complete_draft):
    return Referee.objects.create(application=complete_draft, **REFEREE)


@pytest.fixture
def asked(referee, candidate):
    actions.ask(referee, by=candidate)
    return Referee.objects.get()


def link(referee) -> str:
    return reverse("applications:reference", args=[token_of(referee)])


def again(referee) -> Referee:
    return Referee.objects.get(pk=referee.pk)


class TestAsk:
    def test_a_letter_goes_to_the_referee_in_their_language_with_the_link_and_no_account(self, asked):
        letter = Letter.objects.get(kind=Kind.REFERENCE_ASKED)
        assert (letter.to, letter.language, letter.recipient) == (REFEREE["email"], "de", None)
        assert "/de/references/" in letter.body and token_of(asked) in letter.body
        assert "Investitionsberatung" in letter.body and "Anna-Lena Müller" in letter.body
        assert "C01X00T47" not in letter.body and "Konto unter" not in letter.body

    def test_it_is_open_for_as_long_as_the_policy_says_and_leaves_a_footprint(self, asked):
        assert timezone.localdate(asked.expires_at) == timezone.localdate() + datetime.timedelta(days=22)
        assert asked.state == RefereeState.ASKED
        assert Entry.objects.filter(verb="screening.referee.ask").count() == 1

    @pytest.mark.parametrize("somebody", ["rival", "hr_officer", "robot"])
    def test_nobody_else_asks(self, referee, somebody, request):
        with pytest.raises(Refused):
            actions.ask(referee, by=request.getfixturevalue(somebody))
        assert not Letter.objects.exists()

    def test_nobody_is_written_to_twice(self, asked, candidate):
        with pytest.raises(Refused):
            actions.ask(asked, by=candidate)
        assert Letter.objects.filter(kind=Kind.REFERENCE_ASKED).count() == 1

    def test_after_the_link_expired_a_new_one_is_sent_and_the_old_one_stays_dead(self, asked, candidate, client):
        old = link(asked)
        Referee.objects.update(
            asked_at=timezone.now() - datetime.timedelta(days=30), expires_at=timezone.now() - datetime.timedelta(days=1)
        )
        assert again(asked).state == RefereeState.EXPIRED
        actions.ask(asked, by=candidate)
        assert client.get(link(again(asked))).status_code == 200
        assert client.get(old.replace("~", "~x")).status_code == 404

    def test_without_an_address_nobody_can_be_asked(self, complete_draft, candidate):
        nameless = Referee.objects.create(application=complete_draft, name="Somebody")
        with pytest.raises(Refused):
            actions.ask(nameless, by=candidate)

    def test_handing_in_asks_whoever_was_not_asked_yet(self, referee, complete_draft, candidate):
        actions.submit(complete_draft, by=candidate)
        assert again(referee).state == RefereeState.ASKED

    def test_the_button_asks(self, signed_in, referee, complete_draft):
        url = reverse("applications:referee_ask", args=[complete_draft.uuid, referee.pk])
        page = signed_in.post(url, follow=True).content.decode()
        assert "The request was sent to Dr. Karl Beispiel" in page and "Asked, no answer yet" in page


class TestThePageOfTheReferee:
    def test_it_says_whom_it_is_about_and_what_happens_with_it_and_nothing_else(self, asked, client):
        response = client.get(link(asked))
        page = response.content.decode()
        assert "Anna-Lena Müller" in page and "confidential" in page
        for private in ("C01X00T47", "1990", "+49", "candidate@"):
            assert private not in page
        assert (
            response["Cache-Control"] == "no-store"
            and response["Referrer-Policy"] == "no-referrer"
            and "noindex" in response["X-Robots-Tag"]
        )

    @pytest.mark.parametrize("language", ["zh-hans", "en", "de", "ja", "ko"])
    def test_it_opens_in_every_language(self, asked, client, language):
        assert client.get(link(asked).replace("/en/", f"/{language}/")).status_code == 200

    def test_an_answer_is_kept_and_the_candidate_learns_only_that_it_came(self, asked, client, candidate, complete_draft):
        assert "was received" in client.post(link(asked), POSTED).content.decode()

        reference = Reference.objects.get()
        assert (reference.strengths, reference.recommendation, again(asked).state) == (
            ANSWERS["strengths"],
            "strong",
            RefereeState.ANSWERED,
        )
        letter = Letter.objects.get(kind=Kind.REFERENCE_RECEIVED)
        assert letter.recipient == candidate and "SECRETPRAISE" not in letter.body
        client.force_login(candidate)
        for address in (
            reverse("applications:section", args=[complete_draft.uuid, "referees"]),
            reverse("applications:check", args=[complete_draft.uuid]),
            reverse("applications:file", args=[complete_draft.uuid]),
            link(asked),
        ):
            assert "SECRETPRAISE" not in client.get(address).content.decode()
        assert "SECRETPRAISE" not in str(registry.exported(candidate))

    def test_it_can_be_answered_once(self, asked, client):
        client.post(link(asked), POSTED)
        assert "was received" in client.post(link(asked), {**POSTED, "strengths": "Other"}).content.decode()
        assert Reference.objects.get().strengths == ANSWERS["strengths"]

    def test_a_referee_can_say_no(self, asked, client, candidate):
        assert "cannot give a reference" in client.post(link(asked), {"then": "decline"}).content.decode()
        assert again(asked).state == RefereeState.DECLINED and not Reference.objects.exists()
        assert Letter.objects.get(kind=Kind.REFERENCE_DECLINED).recipient == candidate

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("strengths", ""), ("strengths", "a\x00b"), ("strengths", "x" * 100_000), ("recommendation", "wonderful"), ("capacity", "x" * 1001),
            ("is_own", ""), ("cooperation", "   "),
        ],
    )  # fmt: skip
    def test_bad_input_gets_a_sentence_and_keeps_what_was_typed(self, asked, client, field, value):
        response = client.post(link(asked), {**POSTED, field: value})
        assert response.status_code == 200 and response.context["form"].errors[field]
        assert "I led her team" in response.content.decode() or field == "capacity"
        assert not Reference.objects.exists()

    def test_script_stays_text_and_turned_lines_are_straightened(self, asked, client, hr_officer):
        client.post(link(asked), {**POSTED, "strengths": "<script>alert(1)</script>\u202edlrow"})
        assert Reference.objects.get().strengths == "<script>alert(1)</script>dlrow"

    @pytest.mark.parametrize("token", ["x", "x~y", "0" * 32 + ".1~z", "%00", "a" * 2000])
    def test_a_link_that_was_made_up_leads_nowhere(self, client, token):
        assert client.get(f"/en/references/{token}/").status_code in (400, 404)

    def test_the_link_of_a_withdrawn_expired_or_ended_request_is_dead(self, asked, client, candidate):
        living = link(asked)
        Referee.objects.update(withdrawn_at=timezone.now())
        assert client.get(living).status_code == 404
        Referee.objects.update(withdrawn_at=None, expires_at=timezone.now())
        assert client.post(living, POSTED).status_code == 404
        Referee.objects.update(expires_at=timezone.now() + datetime.timedelta(days=1))
        assert client.get(living).status_code == 200
        factories.brought_to(asked.application, State.WITHDRAWN)
        assert client.get(living).status_code == 404


class TestWithdraw:
    def test_the_candidate_takes_a_request_back_and_names_somebody_else(self, signed_in, asked, complete_draft):
        signed_in.post(reverse("applications:referee_withdraw", args=[complete_draft.uuid, asked.pk]))
        assert again(asked).state == RefereeState.WITHDRAWN

        add = reverse("applications:entry_add", args=[complete_draft.uuid, "referees"])
        assert signed_in.post(add, {**REFEREE, "name": "Another", "then": "complete"}).status_code == 302
        assert Referee.objects.standing().get().name == "Another"

    def test_not_after_the_answer(self, asked, candidate, client):
        client.post(link(asked), POSTED)
        with pytest.raises(Refused):
            actions.withdraw_request(asked, by=candidate)

    def test_whoever_was_asked_is_not_changed_under_their_hands(self, signed_in, asked, complete_draft):
        url = reverse("applications:entry", args=[complete_draft.uuid, "referees", asked.pk])
        stamp = signed_in.get(url).context["stamp"]
        response = signed_in.post(url, {**REFEREE, "email": "other@example.com", "then": "complete", "seen": stamp})
        assert response.status_code == 409 and "Withdraw the request first" in response.content.decode()

    def test_somebody_else_can_be_named_after_handing_in_but_not_after_the_interview(self, signed_in, submitted):
        add = reverse("applications:entry_add", args=[submitted.uuid, "referees"])
        assert signed_in.get(add).status_code == 200
        assert signed_in.post(add, {**REFEREE, "then": "complete"}).status_code == 302
        factories.brought_to(submitted, State.ASSESSED)
        assert signed_in.post(add, {**REFEREE, "then": "complete"}).status_code == 409

    def test_strangers_find_nothing(self, client, rival, asked, complete_draft):
        client.force_login(rival)
        for name in ("referee_ask", "referee_withdraw"):
            assert client.post(reverse(f"applications:{name}", args=[complete_draft.uuid, asked.pk])).status_code == 404


class TestRemind:
    def test_once_when_the_link_ends_soon(self, asked, submitted):
        assert tasks.remind_referees() == 0
        Referee.objects.update(expires_at=timezone.now() + datetime.timedelta(days=5))

        assert (tasks.remind_referees(), tasks.remind_referees()) == (1, 0)

        letter = Letter.objects.get(kind=Kind.REFERENCE_REMINDED)
        assert (letter.to, letter.language) == (REFEREE["email"], "de")
        assert token_of(asked) in letter.body
        assert again(asked).state == RefereeState.REMINDED

    def test_nobody_who_answered_or_whose_request_was_withdrawn(self, asked, client):
        client.post(link(asked), POSTED)
        Referee.objects.update(expires_at=timezone.now() + datetime.timedelta(days=5))
        assert tasks.remind_referees() == 0


class TestTheOffice:
    @pytest.fixture
    def handed_in(self, asked):
        factories.brought_to(asked.application, State.SUBMITTED)
        return asked

    def test_an_officer_records_a_reference_on_paper(self, handed_in, hr_officer, client):
        client.force_login(hr_officer)
        url = reverse("admin:applications_referee_verb", args=[handed_in.pk, "receive_on_paper"])
        assert client.get(url).status_code == 200
        client.post(url, {"recommendation": "yes", "note": "Folder 12."})

        reference = Reference.objects.get()
        assert (reference.came_on_paper, reference.strengths, reference.recorded_by) == (True, "Folder 12.", hr_officer)
        assert again(handed_in).state == RefereeState.ANSWERED
        assert client.get(link(handed_in)).status_code == 200

    @pytest.mark.parametrize("somebody", ["candidate", "rival", "robot"])
    def test_nobody_else_records_one(self, handed_in, somebody, request):
        with pytest.raises((Refused, PermissionDenied)):
            actions.receive_on_paper(handed_in, recommendation="yes", note="x", by=request.getfixturevalue(somebody))

    def test_reading_one_leaves_a_footprint(self, handed_in, hr_officer, client):
        client.post(link(handed_in), POSTED)
        client.force_login(hr_officer)
        page = client.get(reverse("admin:applications_referee_change", args=[handed_in.pk])).content.decode()
        assert "SECRETPRAISE" in page and "Strongly recommended" in page
        assert Entry.objects.filter(verb="screening.referee.read", actor_id=hr_officer.pk).count() == 1

    def test_officers_see_only_files_of_their_department_that_were_handed_in(self, asked, hr_officer, outsider, candidate):
        assert not Referee.objects.visible_to(hr_officer).exists()
        factories.brought_to(asked.application, State.SUBMITTED)
        assert Referee.objects.visible_to(hr_officer).exists()
        for stranger in (outsider, candidate):
            assert not Referee.objects.visible_to(stranger).exists()
        assert Application.objects.get().state == State.SUBMITTED
