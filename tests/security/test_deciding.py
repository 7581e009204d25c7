"""The conclusion: facts first, two signatures with a fresh factor, one result outside; then others look again."""

import datetime
import threading

import pytest
import time_machine
from allauth.account.internal.flows import login
from django.core.exceptions import PermissionDenied
from django.db import connections
from django.utils import timezone

from recruitment.calendar.queries import add_working_days
from recruitment.core.refusals import Refused
from recruitment.notifications.models import Letter
from screening.applications.models import Application
from screening.security import actions
from screening.security.admin.compartment import FRESH_SECONDS
from screening.security.models import Hearing, Review, Signature, Trace
from tests import factories
from tests.security.declared import PASSED, concern, decided, declared, judged, negative, proposed

pytestmark = pytest.mark.django_db(databases=["default", "compartment"])
RECORDS = {"business": concern(rests_on_records=True)}


def test_two_sign_the_same_words_and_nobody_signs_twice(review, members):
    waiting = proposed(review, members)
    with pytest.raises(PermissionDenied):
        actions.decide(waiting, factor="totp", by=members[0])
    actions.decide(waiting, factor="webauthn", by=members[1])
    first, second = Signature.objects.filter(review=review)
    assert (first.signed_as, second.signed_as, first.digest == second.digest) == ("proposer", "approver", True)
    with pytest.raises(PermissionDenied):
        actions.decide(waiting, factor="totp", by=members[2])
    assert Review.objects.get(pk=review.pk).valid_until > timezone.localdate() + datetime.timedelta(days=700)


@pytest.mark.parametrize("who", ["superuser", "hr_officer", "candidate", "security_administrator"])
def test_nobody_else_signs(who, request, review, members):
    waiting = proposed(review, members)
    for verb in (actions.decide, actions.propose):
        told = {"proposal": PASSED} if verb is actions.propose else {}
        with pytest.raises(PermissionDenied):
            verb(waiting, **told, factor="totp", by=request.getfixturevalue(who))


def test_outside_the_demonstration_a_password_signs_nothing(review, members, settings):
    settings.PORTAL_DEMO = False
    judged(review, members)
    for factor in ("", "password"):
        with pytest.raises(Refused, match="second factor"):
            actions.propose(review, proposal=PASSED, factor=factor, by=members[0])
    assert actions.propose(review, proposal=PASSED, factor="totp", by=members[0]).state == "proposed"


def test_a_conclusion_needs_every_dimension_and_a_negative_one_its_words(review, members):
    with pytest.raises(PermissionDenied):
        actions.propose(review, proposal=PASSED, factor="totp", by=members[0])
    judged(review, members, **RECORDS)
    for lacking in ({"reasons": ""}, {"mitigating": ""}, {"disclosure_reason": ""}, {"disclosure": "told", "disclosed": ""}):
        with pytest.raises(Refused):
            actions.propose(review, proposal=negative(**lacking), factor="totp", by=members[0])


def test_on_records_nothing_negative_before_the_person_was_heard(review, members, candidate, rival):
    judged(review, members, **RECORDS)
    with pytest.raises(Refused, match="rests on records"):
        actions.propose(review, proposal=negative(), factor="totp", by=members[0])
    hearing = actions.show_facts(review, facts="The register says five per cent.", by=members[1])
    letter = Letter.objects.get(recipient=candidate, kind="facts_shown")
    assert "five per cent" not in letter.body and letter.language == "de"
    assert hearing.due_on == add_working_days(timezone.localdate(), 5).ends_on
    with pytest.raises(Refused, match="rests on records"):
        actions.propose(review, proposal=negative(), factor="totp", by=members[0])
    with pytest.raises(PermissionDenied):
        actions.answer_facts(hearing, answer="it is wrong", by=rival)
    actions.answer_facts(hearing, answer="It was sold in May.", by=candidate)
    with pytest.raises(Refused, match="over"):
        actions.answer_facts(hearing, answer="and again", by=candidate)
    assert actions.propose(review, proposal=negative(), factor="totp", by=members[0]).state == "proposed"


def test_a_day_that_passed_counts_as_heard_and_an_answer_comes_too_late(review, members, candidate):
    judged(review, members, **RECORDS)
    hearing = actions.show_facts(review, facts="The register says five per cent.", by=members[1])
    Hearing.objects.filter(pk=hearing.pk).update(due_on=timezone.localdate() - datetime.timedelta(days=1))
    with pytest.raises(Refused, match="over"):
        actions.answer_facts(Hearing.objects.get(pk=hearing.pk), answer="too late", by=candidate)
    assert actions.propose(review, proposal=negative(), factor="totp", by=members[0]).state == "proposed"


def test_the_person_reads_and_answers_the_facts_on_their_page(client, review, members, candidate, rival):
    hearing = actions.show_facts(declared(review), facts="The register says five per cent.", by=members[1])
    page = f"/en/declaration/{review.application_uuid}/facts/{hearing.uuid}/"
    client.force_login(rival)
    assert client.get(page).status_code == 404
    client.force_login(candidate)
    assert "five per cent" in client.get(page).content.decode()
    assert client.post(page, {"answer": "short"}).status_code == 422
    client.post(page, {"answer": "It was sold in May."})
    assert "It was sold in May." in client.get(f"/en/declaration/{review.application_uuid}/").content.decode()


@pytest.mark.parametrize(
    ("disclosure", "said"),
    [("withheld", "In accordance with the relevant provisions, no specific reasons are given."), ("told", "The reasons stand on the page")],
)
def test_the_letter_tells_the_outcome_and_reasons_only_inside(disclosure, said, client, review, members, candidate):
    candidate.language = "en"
    candidate.save()
    decided(review, members, negative(disclosure=disclosure, disclosed="A share was not declared."), business=concern())
    letter = Letter.objects.get(kind="review_not_passed")
    assert said in letter.body and "A share" not in letter.body and "reconsideration until" in letter.body
    client.force_login(candidate)
    page = client.get(f"/en/declaration/{review.application_uuid}/").content.decode()
    assert ("A share was not declared." in page) == (disclosure == "told")
    assert "see the file kept outside" not in page and "reconsider/" in page


def test_others_look_again_and_those_who_decided_see_nothing(review, members, candidate, rival, nominated):
    first = decided(review, members, negative(), business=concern())
    with pytest.raises(PermissionDenied):
        actions.reconsider(first, statement="please look again", by=rival)
    again = actions.reconsider(first, statement="please look again", by=candidate)
    assert Application.objects.get(pk=nominated.pk).security_gate == "deferred"
    with pytest.raises(Refused, match="before"):
        actions.reconsider(first, statement="please look again", by=candidate)
    for involved in members[:3]:
        assert not Review.objects.visible_to(involved).filter(pk=again.pk).exists()
        with pytest.raises(PermissionDenied):
            actions.propose(again, proposal=PASSED, factor="totp", by=involved)
    assert Review.objects.visible_to(members[3]).filter(pk=again.pk).exists()
    with pytest.raises(PermissionDenied):
        actions.decide(actions.propose(again, proposal=PASSED, factor="totp", by=members[3]), factor="totp", by=members[0])
    actions.decide(Review.objects.get(pk=again.pk), factor="totp", by=members[4])
    file = Application.objects.get(pk=nominated.pk)
    assert (file.state, file.security_gate) == ("cleared", "passed")


def test_reconsideration_has_its_days(client, review, members, candidate):
    first = decided(review, members, negative(), business=concern())
    page = f"/en/declaration/{review.application_uuid}/reconsider/"
    last = actions.reconsidered_until(first)
    assert last == add_working_days(timezone.localdate(), 10).ends_on
    client.force_login(candidate)
    assert client.get(page).status_code == 200
    with time_machine.travel(datetime.datetime.combine(last + datetime.timedelta(days=1), datetime.time(1), tzinfo=datetime.UTC)):
        client.force_login(candidate)
        assert client.get(page).status_code == 404
        with pytest.raises(Refused, match="over"):
            actions.reconsider(first, statement="please look again", by=candidate)
    client.force_login(candidate)
    assert client.post(page, {"statement": "Please look at it again."}).status_code == 302
    assert Review.objects.filter(follows=first, occasion="reconsideration").count() == 1


def test_in_service_changes_are_reported_and_reviews_follow(client, review, members, candidate, nominated, rival):
    first = decided(review, members)
    page = f"/en/declaration/{review.application_uuid}/change/"
    client.force_login(candidate)
    assert client.get(page).status_code == 404
    factories.brought_to(nominated, "appointed")
    Application._base_manager.filter(pk=nominated.pk).update(security_on=timezone.localdate())
    day = {"happened_on_day": "1", "happened_on_month": "2", "happened_on_year": "2026"}
    assert client.post(page, {"kind": "debts", **day, "statement": "A loan for a house."}).status_code == 302
    assert Trace.objects.filter(verb="report change").count() == 1
    with pytest.raises(PermissionDenied):
        actions.renew(first, by=candidate)
    again = actions.renew(Review.objects.get(pk=first.pk), occasion="change", by=members[0])
    with pytest.raises(PermissionDenied):
        actions.renew(Review.objects.get(pk=first.pk), by=members[0])
    decided(again, members, negative(), business=concern())
    file = Application.objects.get(pk=nominated.pk)
    assert (file.state, file.security_gate) == ("appointed", "passed")  # what it means for the contract is decided elsewhere


def test_reviews_that_run_out_stand_on_the_list(client, review, members):
    decided(review, members)
    assert not Review.objects.due_again().exists()
    Review.objects.update(valid_until=timezone.localdate() + datetime.timedelta(days=59))
    client.force_login(members[0])
    assert review.reference in client.get("/admin/security/review/?due=again").content.decode()


def confirmed(client, *, method: str = "mfa", ago: int = 0, user) -> None:
    """The session says that its owner showed a factor so many seconds ago."""
    session = client.session
    row = {"method": method, "at": datetime.datetime.now(datetime.UTC).timestamp() - ago, "type": "totp"}
    session[login.AUTHENTICATION_METHODS_SESSION_KEY] = [row if method == "mfa" else {"method": method, "at": row["at"]}]
    session[login._AUTHENTICATION_METHODS_USER_SESSION_KEY] = str(user.pk)
    session.save()


def test_the_desk_asks_again_before_it_lets_sign(client, review, members, settings):
    judged(review, members)
    client.force_login(members[0])
    page = f"/admin/security/review/{review.pk}/do/propose/"
    told = {"conclusion": "passed"}
    assert "/account/reauthenticate/" in client.get(page).url
    confirmed(client, user=members[0], ago=FRESH_SECONDS + 5)
    stale = client.post(page, told)
    assert stale.status_code == 200 and "more than ten minutes ago" in stale.content.decode()
    assert Review.objects.get(pk=review.pk).state == "opened"
    confirmed(client, user=members[0])
    assert "禁止在本系统存储" in client.get(page).content.decode()
    client.post(page, told)
    assert Review.objects.get(pk=review.pk).state == "proposed"
    client.force_login(members[1])
    confirmed(client, user=members[1], method="password")
    client.post(f"/admin/security/review/{review.pk}/do/decide/")
    assert [signature.factor for signature in Signature.objects.all()] == ["totp", "password"]


def test_the_desk_carries_out_its_verbs(client, review, members):
    declared(review)
    client.force_login(members[0])
    verb = f"/admin/security/review/{review.pk}/do"
    assert client.post(f"{verb}/judge_online/", {"finding": "concern"}).status_code == 200
    ticked = ["truthfulness", "declared_accounts", "public_conduct"]
    said = {"finding": "concern", "checklist": ticked, "concern": "a", "mitigating": "b", "assessment": "c"}
    assert "Needed with an address" in client.post(f"{verb}/judge_online/", {**said, "source_url": "https://example.org"}).content.decode()
    client.post(f"{verb}/judge_online/", {**said, "source_url": "https://example.org", "seen_on": "2026-01-05", "relevance": "d"})
    client.post(f"{verb}/refer/", {"organ_kind": "other", "reference_no": "沪1号", "sent_on": "2026-01-05"})
    client.post(f"{verb}/show_facts/", {"facts": "The register says so."})
    page = client.get(f"/admin/security/review/{review.pk}/change/").content.decode()
    assert "https://example.org" in page and "沪1号" in page and "The register says so." in page
    for model in ("referral", "riskassessment", "change", "trace", "emergencyaccess"):
        listed = client.get(f"/admin/security/{model}/")
        assert listed.status_code == 200 and "禁止在本系统存储" in listed.content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same_with_one_review_and_with_three(rows, client, review, members, django_assert_num_queries):
    for number in range(rows - 1):
        Review.objects.create(application_uuid=f"00000000-0000-0000-0000-00000000000{number}", reference=f"SH-X-{number}", candidate_id=0)
    client.force_login(members[0])
    client.get("/admin/security/review/")
    with django_assert_num_queries(7, using="compartment"):
        client.get("/admin/security/review/")


@pytest.mark.django_db(transaction=True, databases=["default", "compartment"])
def test_of_two_who_sign_at_once_one_signs(review, members):
    waiting, barrier, said = proposed(review, members), threading.Barrier(2), []

    def sign(person) -> None:
        barrier.wait()
        try:
            actions.decide(waiting, factor="totp", by=person)
        except PermissionDenied:
            said.append("denied")
        else:
            said.append("signed")
        connections.close_all()

    both = [threading.Thread(target=sign, args=[person]) for person in members[1:3]]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()
    assert sorted(said) == ["denied", "signed"]
    assert Signature.objects.filter(review=review, signed_as="approver").count() == 1
    assert Letter.objects.filter(kind="cleared").count() == 1
