"""Three dimensions by three people, organs that were asked, tiers with two names, and who is let in for an emergency."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from recruitment.core.refusals import Refused
from recruitment.notifications.models import Letter
from screening.security import actions
from screening.security.entries import Opinion
from screening.security.models import EmergencyAccess, Judgement, Membership, Review, RiskAssessment, Trace
from screening.security.states import CHECKLISTS, Topic
from tests import factories
from tests.security.declared import CLEAR, concern, declared, judged, proposed

pytestmark = pytest.mark.django_db(databases=["default", "compartment"])


def test_three_people_judge_three_dimensions(review, members):
    judged(review, members)
    assert set(Judgement.objects.values_list("dimension", "judged_by")) == {
        ("political", members[0].pk),
        ("business", members[1].pk),
        ("online", members[2].pk),
    }
    assert Trace.objects.filter(review=review, verb__startswith="judge").count() == 3


def test_nobody_judges_two_dimensions_nor_what_another_judged(review, members):
    actions.judge(declared(review), dimension="political", opinion=CLEAR["political"], by=members[0])
    with pytest.raises(Refused, match="every dimension needs another reviewer"):
        actions.judge(review, dimension="business", opinion=CLEAR["business"], by=members[0])
    with pytest.raises(Refused, match="Member 0 has judged"):
        actions.judge(review, dimension="political", opinion=CLEAR["political"], by=members[1])
    actions.judge(review, dimension="political", opinion=concern("political"), by=members[0])
    with pytest.raises(IntegrityError, match="judgement_different_reviewers"), transaction.atomic(using="compartment"):
        told = {"finding": "clear", "judged_by": members[0].pk, "judged_label": "x", "checklist": []}
        Judgement.objects.create(review=review, dimension="online", assessment="", **told)


def test_a_compartment_that_is_too_small_says_so(review, members, security_administrator):
    for membership in Membership.objects.filter(user_id__in=[person.pk for person in members[2:]]):
        actions.expel(membership, by=security_administrator)
    actions.judge(declared(review), dimension="political", opinion=CLEAR["political"], by=members[0])
    with pytest.raises(Refused, match="has 2 members"):
        actions.judge(review, dimension="business", opinion=CLEAR["business"], by=members[0])


@pytest.mark.parametrize(
    ("opinion", "said"),
    [
        (concern(mitigating=""), "mitigating factors"),
        (concern(assessment=""), "assessment"),
        (Opinion("clear", checklist=("truthfulness",)), "every item"),
        (concern(source_url="https://example.org"), "its address, the day"),
    ],
)
def test_an_opinion_says_what_it_rests_on(opinion, said, review, members):
    with pytest.raises(Refused, match=said):
        actions.judge(declared(review), dimension="business", opinion=opinion, by=members[0])


def test_without_a_declaration_nothing_is_judged_but_as_undetermined(review, members):
    with pytest.raises(Refused, match="not handed in"):
        actions.judge(review, dimension="business", opinion=CLEAR["business"], by=members[0])
    told = {"concern": "no declaration", "mitigating": "none, because", "assessment": "wait"}
    assert actions.judge(review, dimension="business", opinion=Opinion("unclear", **told), by=members[0]).pk


def test_only_members_judge_and_nobody_oneself_nor_once_a_conclusion_waits(review, members, superuser, hr_officer, candidate):
    declared(review)
    for outsider in (superuser, hr_officer, candidate):
        with pytest.raises(PermissionDenied):
            actions.judge(review, dimension="business", opinion=CLEAR["business"], by=outsider)
    Review.objects.filter(pk=review.pk).update(candidate_id=members[3].pk)
    assert not Review.objects.visible_to(members[3]).exists()
    with pytest.raises(PermissionDenied):
        actions.judge(Review.objects.get(pk=review.pk), dimension="business", opinion=CLEAR["business"], by=members[3])


def test_once_a_conclusion_waits_nothing_is_judged(review, members):
    waiting = proposed(review, members)
    with pytest.raises(PermissionDenied):
        actions.judge(waiting, dimension="political", opinion=CLEAR["political"], by=members[0])


def test_the_checklists_hold_only_what_bears_on_the_duty():
    named = {topic for topics in CHECKLISTS.values() for topic in topics}
    assert named == set(Topic)
    forbidden = ("sexual", "alcohol", "drug", "psycholog", "creed", "health")
    assert not [topic for topic in Topic if any(word in f"{topic.value} {topic.label}".lower() for word in forbidden)]


def test_an_organ_is_asked_and_its_answer_is_a_code(review, members, superuser):
    today = timezone.localdate()
    told = {"organ_kind": "public_security", "reference_no": "沪公复〔2026〕1号", "sent_on": today}
    with pytest.raises(PermissionDenied):
        actions.refer(review, **told, by=superuser)
    referral = actions.refer(review, **told, by=members[0])
    with pytest.raises(Refused, match="entered before"):
        actions.refer(review, **told, by=members[0])
    with pytest.raises(Refused, match="older"):
        actions.enter_answer(referral, answer_code="1", answered_on=today - datetime.timedelta(days=1), by=members[1])
    actions.enter_answer(referral, answer_code="1", answered_on=today, by=members[1])
    with pytest.raises(PermissionDenied):
        actions.enter_answer(referral, answer_code="2", answered_on=today, by=members[1])
    assert list(Trace.objects.filter(review=review).values_list("verb", flat=True)[:2]) == ["enter answer", "refer"]


def test_a_tier_has_two_names_and_open_reviews_take_it(review, members, superuser):
    told = {"tier": "enhanced", "grounds": "signs for large sums"}
    with pytest.raises(PermissionDenied):
        actions.assess(review.position_reference, **told, by=superuser)
    assessment = actions.assess(review.position_reference, **told, by=members[0])
    with pytest.raises(Refused, match="already waits"):
        actions.assess(review.position_reference, **told, by=members[1])
    with pytest.raises(PermissionDenied):
        actions.confirm(assessment, factor="totp", by=members[0])
    with pytest.raises(Refused, match="second factor"):
        actions.confirm(assessment, factor="", by=members[1])
    actions.confirm(assessment, factor="totp", by=members[1])
    assert Review.objects.get(pk=review.pk).tier == "enhanced"
    assert RiskAssessment.objects.tiers() == {review.position_reference: "enhanced"}


def test_in_an_emergency_two_administrators_open_the_door_for_four_hours_to_read(
    client, review, members, audit_administrator, security_administrator, hr_officer
):
    with pytest.raises(PermissionDenied):
        actions.ask_access(reason="curious about it", by=hr_officer)
    access = actions.ask_access(reason="a court order of today", by=audit_administrator)
    client.force_login(audit_administrator)
    page = f"/admin/security/review/{review.pk}/change/"
    assert client.get(page).status_code in (302, 403)
    with pytest.raises(PermissionDenied):
        actions.grant_access(access, factor="totp", by=audit_administrator)
    with pytest.raises(Refused, match="second factor"):
        actions.grant_access(access, factor="", by=security_administrator)
    actions.grant_access(access, factor="totp", by=security_administrator)
    assert {letter.recipient_id for letter in Letter.objects.filter(kind="emergency_granted")} == {person.pk for person in members}
    told = client.get(page)
    assert told.status_code == 200 and "do/judge" not in told.content.decode()
    with pytest.raises(PermissionDenied):
        actions.refer(review, organ_kind="other", reference_no="1", sent_on=timezone.localdate(), by=audit_administrator)
    assert set(Trace.objects.values_list("verb", flat=True)) >= {"ask access", "grant access", "read"}
    EmergencyAccess.objects.update(expires_at=timezone.now())
    assert client.get(page).status_code in (302, 403)
    client.force_login(members[0])
    assert "a court order of today" in client.get("/admin/security/emergencyaccess/").content.decode()


def test_a_review_ends_with_its_file(review, nominated, members, robot):
    factories.brought_to(nominated, "withdrawn")
    assert actions.close_ended(by=robot) == 1
    assert actions.close_ended(by=robot) == 0
    told = {"concern": "no declaration", "mitigating": "none, because", "assessment": "wait"}
    with pytest.raises(PermissionDenied):
        actions.judge(review, dimension="business", opinion=Opinion("unclear", **told), by=members[0])
