"""The verbs that come out of the compartment and off the notice."""

from django.utils import timezone

from recruitment.accounts.models import User
from recruitment.notifications.kinds import Kind
from screening.applications.actions.stepping import stepping, tell
from screening.applications.models import Application


def clear(application: Application, *, by: User) -> Application:
    """All gates are passed."""
    with stepping(application) as application:
        application.clear(by=by)
        tell(application, Kind.CLEARED)
    return application


def announce(application: Application, *, notice_url: str, ends_on, by: User) -> Application:
    """The name stands on a published notice."""
    with stepping(application) as application:
        application.announce(by=by)
        application.announced_at = timezone.now()
        tell(application, Kind.ANNOUNCED, notice_url=notice_url, ends_on=ends_on)
    return application


def confirm(application: Application, *, by: User) -> Application:
    """The notice is over and nothing stands in the way."""
    with stepping(application) as application:
        application.confirm(by=by)
        tell(application, Kind.CONFIRMED)
    return application


def defer(application: Application, *, by: User) -> Application:
    """Something serious is still being clarified."""
    with stepping(application) as application:
        application.defer(by=by)
        tell(application, Kind.DEFERRED)
    return application


def revoke(application: Application, *, by: User) -> Application:
    """Something that affects the appointment was verified."""
    with stepping(application) as application:
        application.revoke(by=by)
        tell(application, Kind.REVOKED)
    return application
