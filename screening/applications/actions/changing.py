"""How a candidate changes an application that was handed in, until the deadline, and never loses it by that."""

from django.db import transaction

from recruitment.accounts.models import User
from recruitment.notifications.actions import notify
from recruitment.notifications.kinds import Kind
from screening.applications.actions.candidate import declare, receipt_of, refuse_without_consents
from screening.applications.actions.stepping import stepping, tell
from screening.applications.actions.versions import bring_back, keep_version
from screening.applications.models import Application


def reopen(application: Application, *, by: User) -> Application:
    """Take the form back into one's own hands; what was handed in is on record and counts until there is something newer."""
    with stepping(application) as application:
        if not application.versions.exists():
            keep_version(application)
        application.reopen(by=by)
        application.progress.filter(section="declarations").update(done=False)
        tell(application, Kind.REOPENED, until_at=application.deadline, zone=by.time_zone)
    return application


def renew(application: Application, *, by: User) -> Application:
    """Hand in the changed form: the number stays, the receipt names the version."""
    with stepping(application) as application:
        application.renew(by=by)
        refuse_without_consents(application, by=by)
        application.submitted_at = application.stepped_at
        declare(application)
        version = keep_version(application)
        told = {"submitted_at": application.submitted_at, "version": version.number, "zone": by.time_zone}
        notify(by, Kind.RENEWED, about=application, attachment=receipt_of(application, version, by=by), **told)
    return application


def restore(application: Application, *, by: User) -> Application:
    """Go back to the version handed in last."""
    with transaction.atomic(), stepping(application) as application:
        application.restore(by=by)
        version = application.versions.order_by("-number")[0]
        bring_back(version)
        application.submitted_at = version.handed_in_at
        told = {"version": version.number, "zone": application.candidate.time_zone}
        tell(application, Kind.RESTORED, submitted_at=version.handed_in_at, **told)
    return application
