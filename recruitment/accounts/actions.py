"""The verbs of accounts: register, grant, end, disable; adjust, close, and empty what was closed."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from recruitment.accounts.models import Assignment, User
from recruitment.accounts.permissions import may_close, may_disable, may_grant
from recruitment.accounts.queries import EMPTIED
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


@transaction.atomic
def adjust(person: User, *, display_name: str, language: str, time_zone: str, by: User) -> User:
    """Change how one is addressed, in which language letters come and in which time zone times are shown."""
    if person != by:
        raise Refused(_("Everybody changes the settings of their own account."), subject=person)
    person.display_name, person.language, person.time_zone = display_name, language, time_zone
    person.save(update_fields=["display_name", "language", "time_zone"])
    leave("accounts.user.adjust", person, by=by, data={"language": language})
    return person


@transaction.atomic
def close(person: User, *, by: User) -> None:
    """Close one's own account: nobody signs in with it any more, its sessions end, nothing that it did is lost."""
    if person != by or not may_close(person):
        raise Refused(_("Accounts are closed by their owners; who holds a role asks the system administrator."), subject=person)
    person.is_active, person.closed_at = False, timezone.now()
    person.save(update_fields=["is_active", "closed_at"])
    end_sessions(person)
    leave("accounts.user.close", person, by=by)


@transaction.atomic
def release(person: User, *, by: User) -> None:
    """Take name, address, password and factors out of an account that was closed; the address is free again, the row stays for the registers."""
    if not by.is_robot or person.closed_at is None:
        raise Refused(_("Only an account that was closed is emptied, when its time is over."), subject=person)
    EmailAddress.objects.filter(user=person).delete()
    Authenticator.objects.filter(user=person).delete()
    person.email, person.display_name = EMPTIED % person.pk, ""
    person.set_unusable_password()
    person.save(update_fields=["email", "display_name", "password"])
    leave("accounts.user.release", person, by=by)


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
