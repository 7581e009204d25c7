"""The candidate's verbs."""

import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.core.references import allocate
from recruitment.core.refusals import Refused
from recruitment.documents.actions import issue
from recruitment.ledger.actions import commit
from recruitment.notifications.actions import notify
from recruitment.notifications.kinds import Kind
from screening.applications.actions.stepping import stepping, tell
from screening.applications.models import Application
from screening.applications.permissions import is_candidate
from screening.applications.states import State

SERIES = "application"


def begin(position, *, language: str, by: User) -> Application:
    """Open a draft for a post, or give back the one that is there."""
    if not position.is_open:
        raise Refused(_("Applications for this position are closed."), subject=position)
    mine = Application.objects.of_candidate(by).for_position(position)
    try:
        with transaction.atomic():
            return mine.live().first() or Application.objects.create(candidate=by, position=position, language=language)
    except IntegrityError:
        application = mine.first()
        if application is None:
            raise
        return application


def submit(application: Application, *, by: User) -> Application:
    """Hand the file in: it gets its number, a receipt as PDF, and a leaf in the ledger."""
    with stepping(application) as application:
        application.submit(by=by)
        application.submitted_at = timezone.now()
        year = timezone.localdate().year
        application.reference = f"SH-{year}-{allocate(SERIES, year):05d}"
        leaf = commit("submission", application.reference, _receipt(application), by=by)
        receipt = issue(
            "documents/receipt.html",
            title=f"{application.reference}",
            language=by.language,
            context={**_receipt(application), "leaf": leaf.leaf_hash.hex()},
            about=application,
            owner=by,
            by=by,
        )
        notify(by, Kind.SUBMITTED, about=application, attachment=receipt)
    return application


def _receipt(application: Application) -> dict:
    """What a receipt proves: number, post, instant."""
    return {
        "reference": application.reference,
        "position_reference": application.position.reference,
        "position_title": application.position.title,
        "department_name": application.position.department.name,
        "submitted_at": application.submitted_at.astimezone(datetime.UTC).isoformat(timespec="seconds"),
    }


def resubmit(application: Application, *, by: User) -> Application:
    """Answer a request for corrections."""
    with stepping(application) as application:
        application.resubmit(by=by)
        application.correction_due_on = None
        tell(application, Kind.RESUBMITTED)
    return application


def withdraw(application: Application, *, reason: str, by: User) -> Application:
    """End the application at the candidate's own wish."""
    with stepping(application) as application:
        application.withdraw(by=by)
        application.withdrawal_reason = reason
        tell(application, Kind.WITHDRAWN)
    return application


def decline(application: Application, *, reason: str = "", by: User) -> Application:
    """Turn the offer down."""
    with stepping(application) as application:
        application.decline(by=by)
        application.withdrawal_reason = reason
        tell(application, Kind.DECLINED)
    return application


@transaction.atomic
def discard(application: Application, *, by: User) -> None:
    """Delete a draft for good; what was handed in can only be withdrawn."""
    application = Application.objects.select_for_update(of=("self",)).get(pk=application.pk)
    if not is_candidate(application, by) or application.state != State.DRAFT:
        raise Refused(_("Only a draft can be deleted. Withdraw the application instead."), subject=application)
    record("screening.application.discard", application, by=by)
    application.delete()
