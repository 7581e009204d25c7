"""The compartment: its own role, its own members, one result that leaves."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, connections, transaction

from recruitment.accounts.roles import Role
from recruitment.audit.models import Entry
from recruitment.core.refusals import Refused
from screening.applications.models import Application
from screening.security import actions
from screening.security.models import Review, Trace
from screening.security.states import Dimension
from tests import factories

pytestmark = pytest.mark.django_db(databases=["default", "compartment"])


@pytest.fixture
def members(security_administrator):
    people = [factories.person(name, Role.SECURITY_REVIEWER) for name in ("reviewer", "second_reviewer")]
    for person in people:
        actions.admit(person, reason="pilot", by=security_administrator)
    return people


@pytest.fixture
def review(nominated, robot):
    actions.open_due(by=robot)
    return Review.objects.get(application_uuid=nominated.uuid)


def _judged(review, by):
    for dimension in Dimension:
        actions.judge(review, dimension=dimension, finding="clear", concern="", evidence="", mitigating="", by=by)
    return review


def _proposed(review, by, conclusion="passed"):
    told = {"reasons": "canary-reason", "mitigating": "none, because", "disclosed": ""}
    return actions.propose(_judged(review, by), conclusion=conclusion, **told, by=by)


@pytest.mark.parametrize(
    "statement", ["select * from compartment.security_review", "insert into compartment.security_trace default values"]
)
def test_the_ordinary_role_can_not_even_look(statement, review):
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_the_compartments_role_can_not_see_the_files(review):
    with pytest.raises(DatabaseError, match=r"permission denied|does not exist"), transaction.atomic(using="compartment"):
        connections["compartment"].cursor().execute("select * from public.applications_application")


def test_a_review_is_opened_only_for_the_nominated_and_once(assessed, nominated, robot):
    assert actions.open_due(by=robot) == 1
    assert actions.open_due(by=robot) == 0


def test_two_members_clear_a_file_and_only_the_result_leaves(review, members, nominated):
    actions.decide(_proposed(review, members[0]), by=members[1])
    file = Application.objects.get(pk=nominated.pk)
    assert (file.state, file.security_gate) == ("cleared", "passed")
    assert Review.objects.get(pk=review.pk).carried_at is not None
    assert not Entry.objects.filter(subject_label__startswith="security.").exists()
    assert "canary" not in str(list(Entry.objects.values_list("data", flat=True)))


def test_the_proposer_cannot_approve(review, members):
    _proposed(review, members[0])
    with pytest.raises(PermissionDenied):
        actions.decide(review, by=members[0])


def test_the_database_knows_two_persons_too(review, members):
    with pytest.raises(DatabaseError, match="review_two_persons"), transaction.atomic(using="compartment"):
        Review.objects.filter(pk=review.pk).update(proposed_by=1, decided_by=1, state="proposed", conclusion="passed")


def test_a_negative_conclusion_needs_reasons_and_what_speaks_for_the_person(review, members):
    _judged(review, members[0])
    with pytest.raises(Refused):
        actions.propose(review, conclusion="not_passed", reasons="x", mitigating="", disclosed="", by=members[0])


def test_a_file_that_did_not_pass_stays_nominated_and_is_decided_by_four_eyes(review, members, nominated):
    actions.decide(_proposed(review, members[0], "not_passed"), by=members[1])
    file = Application.objects.get(pk=nominated.pk)
    assert (file.state, file.security_gate) == ("nominated", "not_passed")


def test_what_broke_between_the_two_commits_is_swept(review, members, nominated, robot, monkeypatch):
    monkeypatch.setattr(actions, "carry", lambda review, *, by: None)
    actions.decide(_proposed(review, members[0]), by=members[1])
    monkeypatch.undo()
    assert Application.objects.get(pk=nominated.pk).state == "nominated"
    assert actions.carry_due(by=robot) == 1
    assert actions.carry_due(by=robot) == 0
    assert Application.objects.get(pk=nominated.pk).state == "cleared"


@pytest.mark.parametrize(
    "who", ["superuser", "hr_officer", "security_administrator", "audit_administrator", "publicity_officer", "candidate"]
)
def test_nobody_else_sees_that_there_is_a_compartment(who, request, client, review, members):
    client.force_login(request.getfixturevalue(who))
    assert client.get("/admin/security/review/").status_code in (302, 403)
    assert client.get(f"/admin/security/review/{review.pk}/change/").status_code in (302, 403, 404)


def test_a_reviewer_without_membership_stays_outside(client, review):
    client.force_login(factories.person("stranger", Role.SECURITY_REVIEWER))
    assert client.get("/admin/security/review/").status_code == 403


def test_a_member_works_inside_and_every_reading_leaves_a_trace(client, review, members):
    client.force_login(members[0])
    assert client.get("/admin/security/review/").status_code == 200
    page = client.get(f"/admin/security/review/{review.pk}/change/")
    assert page.status_code == 200
    assert "禁止在本系统存储" in page.content.decode()
    assert Trace.objects.filter(review=review, user_id=members[0].pk, verb="read").count() == 1


def test_whoever_was_expelled_is_outside_at_once(client, members, security_administrator, review):
    membership = actions.Membership.objects.get(user_id=members[0].pk)
    actions.expel(membership, by=security_administrator)
    client.force_login(members[0])
    assert client.get("/admin/security/review/").status_code == 403


def test_nobody_admits_themselves(security_administrator):
    with pytest.raises(PermissionDenied):
        actions.admit(security_administrator, reason="x", by=security_administrator)
