"""The verbs of accounts: register, grant, end, disable."""

from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from recruitment.accounts.models import Assignment, User
from recruitment.accounts.permissions import may_disable, may_grant
from recruitment.accounts.roles import STAFF, Role
from recruitment.core.footprints import leave
from recruitment.core.refusals import Refused


@transaction.atomic
def grant(person: User, role: Role, *, department_code: str = "", by: User) -> Assignment:
    """Give a role; nobody gives one to themselves."""
    if not (by.is_robot or may_grant(by, person)):
        raise Refused(_("Roles are given by the security administrator, and never to oneself."), subject=person)
    assignment = Assignment(user=person, role=role, department_code=department_code, granted_by=str(by))
    assignment.full_clean()
    assignment.save()
    _settle(person)
    leave("accounts.assignment.grant", assignment, by=by, data={"role": role, "department": department_code})
    return assignment


@transaction.atomic
def end(assignment: Assignment, *, by: User) -> None:
    """Take a role back at once; open sessions of the person end."""
    if not (by.is_robot or may_grant(by, assignment.user)):
        raise Refused(_("Roles are taken back by the security administrator, and never one's own."), subject=assignment)
    assignment.until = timezone.now()
    assignment.save(update_fields=["until"])
    _settle(assignment.user)
    end_sessions(assignment.user)
    leave("accounts.assignment.end", assignment, by=by, data={"role": assignment.role})


@transaction.atomic
def disable(person: User, *, by: User) -> None:
    """Close an account; its sessions end, nothing that it did is lost."""
    if not may_disable(by, person):
        raise Refused(_("Accounts are closed by the system administrator, and never one's own."), subject=person)
    person.is_active = False
    person.save(update_fields=["is_active"])
    end_sessions(person)
    leave("accounts.user.disable", person, by=by)


def end_sessions(person: User) -> None:
    """Sign the person out everywhere."""
    for session in Session.objects.filter(expire_date__gt=timezone.now()).iterator():
        if session.get_decoded().get("_auth_user_id") == str(person.pk):
            session.delete()


def _settle(person: User) -> None:
    """The admin opens for whoever holds a role that works there."""
    person.__dict__.pop("held", None)
    person.is_staff = person.is_superuser or person.has_role(*STAFF)
    person.save(update_fields=["is_staff"])
