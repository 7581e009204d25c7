"""Giving roles: by the security administrator, never to oneself, the three administrators to three people."""

import pytest
from django.core.exceptions import ValidationError

from recruitment.accounts import actions
from recruitment.accounts.models import Assignment, User
from recruitment.accounts.roles import Role
from recruitment.audit.models import Entry
from recruitment.core.refusals import Refused

pytestmark = pytest.mark.django_db


def _again(user):
    return User.objects.get(pk=user.pk)


def test_a_role_opens_the_admin_to_staff(outsider, security_administrator):
    actions.grant(outsider, Role.HR_OFFICER, department_code="FTZ", by=security_administrator)
    assert _again(outsider).is_staff
    assert _again(outsider).holds(Role.HR_OFFICER, "FTZ")
    assert not _again(outsider).holds(Role.HR_OFFICER, "STC")


def test_it_leaves_a_footprint(outsider, security_administrator):
    actions.grant(outsider, Role.MENTOR, by=security_administrator)
    entry = Entry.objects.order_by("-pk").first()
    assert (entry.verb, entry.actor_id, entry.data["role"]) == ("accounts.assignment.grant", security_administrator.pk, "mentor")


@pytest.mark.parametrize("who", ["outsider", "hr_officer", "system_administrator", "audit_administrator"])
def test_nobody_else_gives_roles(who, rival, request):
    with pytest.raises(Refused):
        actions.grant(rival, Role.MENTOR, by=request.getfixturevalue(who))
    assert not rival.assignments.filter(role=Role.MENTOR).exists()


def test_nobody_gives_a_role_to_themselves(security_administrator):
    with pytest.raises(Refused):
        actions.grant(security_administrator, Role.MENTOR, by=security_administrator)


def test_the_three_administrators_are_three_people(system_administrator, security_administrator):
    with pytest.raises(ValidationError, match="three different people"):
        actions.grant(system_administrator, Role.AUDIT_ADMINISTRATOR, by=security_administrator)


def test_an_officer_needs_a_department_and_a_mentor_has_none(outsider, security_administrator):
    with pytest.raises(ValidationError, match="department"):
        actions.grant(outsider, Role.HR_OFFICER, by=security_administrator)
    with pytest.raises(ValidationError, match="department"):
        actions.grant(outsider, Role.MENTOR, department_code="FTZ", by=security_administrator)


def test_a_role_taken_back_ends_open_sessions_at_once(client, hr_officer, security_administrator):
    client.force_login(hr_officer)
    assert client.get("/admin/").status_code == 200
    actions.end(Assignment.objects.get(user=hr_officer), by=security_administrator)
    assert client.get("/admin/").status_code == 302
    assert not _again(hr_officer).is_staff


def test_a_closed_account_cannot_go_on(client, hr_officer, system_administrator):
    client.force_login(hr_officer)
    actions.disable(hr_officer, by=system_administrator)
    assert client.get("/admin/").status_code == 302


def test_a_superuser_has_no_role(superuser):
    assert not any(superuser.has_role(role) for role in Role)
