"""The candidate's verbs."""

import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.core import spoken_dates
from recruitment.core.references import allocate
from recruitment.core.refusals import Refused
from recruitment.documents.actions import erase, issue
from recruitment.documents.models import Issued
from recruitment.ledger.actions import commit
from recruitment.ledger.models import Leaf
from recruitment.notifications.actions import notify
from recruitment.notifications.kinds import Kind
from recruitment.privacy.queries import missing_consents
from screening.applications.actions.references import ask_all
from screening.applications.actions.stepping import stepping, tell
from screening.applications.actions.versions import keep_version
from screening.applications.models import Application, Declaration, Version
from screening.applications.permissions import is_candidate
from screening.applications.states import State
from screening.stages.actions import lay_out

SERIES = "application"


def begin(position, *, language: str, by: User) -> Application:
    """Open a draft for a post, or give back the one that is there."""
    if not position.is_open:
        raise Refused(_("Applications for this position are closed."), subject=position)
    mine = Application.objects.of_candidate(by).for_position(position)
    try:
        with transaction.atomic():
            return mine.live().first() or open_draft(position, language=language, by=by)
    except IntegrityError:
        application = mine.first()
        if application is None:
            raise
        return application


def open_draft(position, *, language: str, by: User) -> Application:
    """A new file with nothing in it."""
    lay_out(position)
    application = Application.objects.create(candidate=by, position=position, language=language)
    record("screening.application.begin", application, by=by)
    return application


def submit(application: Application, *, by: User) -> Application:
    """Hand the file in: it gets its number, a receipt as PDF, and a leaf in the ledger."""
    with stepping(application) as application:
        application.submit(by=by)
        refuse_without_consents(application, by=by)
        application.submitted_at = application.stepped_at
        year = timezone.localdate(application.stepped_at).year
        application.reference = f"SH-{year}-{allocate(SERIES, year):05d}"
        declare(application)
        ask_all(application, by=by)
        receipt = receipt_of(application, keep_version(application), by=by)
        notify(by, Kind.SUBMITTED, about=application, attachment=receipt, submitted_at=application.submitted_at)
    return application


def refuse_without_consents(application: Application, *, by: User) -> None:
    """A consent can be taken back at any time, so it is asked again here (PIPL, art. 13, 15 and 25)."""
    if missing_consents(by, application):
        raise Refused(
            _("A consent that an application needs is missing or was withdrawn. Go to “Declarations and consents” and decide again."),
            subject=application,
        )


def declare(application: Application) -> None:
    """Handing in declares that everything is true."""
    Declaration.objects.filter(application=application).update(is_true=True, declared_at=timezone.now())


def receipt_of(application: Application, version: Version, *, by: User) -> Issued:
    """Fix a version in the ledger, and acknowledge it; the first one goes by the bare number."""
    number = application.reference if version.number == 1 else version.reference
    return _receipt(application, number, fix(application, version, by=by), by=by)


def fix(application: Application, version: Version, *, by: User) -> Leaf:
    """A leaf in the ledger for what was handed in: the checksum of every answer, and no name."""
    number = application.reference if version.number == 1 else version.reference
    payload = _proven(application, number) | {"answers": version.digest}
    return commit("submission", number, payload, about=application.uuid, by=by)


def _proven(application: Application, number: str) -> dict:
    """What the ledger fixes: number, post, instant; the same in every language."""
    return {
        "reference": number,
        "position_reference": application.position.reference,
        "submitted_at": application.submitted_at.astimezone(datetime.UTC).isoformat(timespec="seconds"),
    }


def _receipt(application: Application, number: str, leaf, *, by: User) -> Issued:
    """The acknowledgement of receipt, in the language in which the candidate reads letters."""
    with translation.override(by.language):
        return issue(
            "documents/receipt.html",
            title=_("Acknowledgement of receipt %(reference)s") % {"reference": number},
            language=by.language,
            context={
                **_proven(application, number),
                "position_title": application.position.title,
                "department_name": application.position.department.name,
                "received": spoken_dates.moment(application.submitted_at, by.time_zone),
                "name": by.display_name,
                "leaf": leaf.hex,
            },
            about=application,
            owner=by,
            by=by,
        )


def resubmit(application: Application, *, by: User) -> Application:
    """Answer a request for corrections."""
    with stepping(application) as application:
        application.resubmit(by=by)
        refuse_without_consents(application, by=by)
        application.correction_due_on = None
        declare(application)
        fix(application, keep_version(application), by=by)
        tell(application, Kind.RESUBMITTED)
    return application


def withdraw(application: Application, *, reason: str, code: str = "", by: User) -> Application:
    """End the application at the candidate's own wish."""
    with stepping(application) as application:
        application.withdraw(by=by)
        application.withdrawal_reason, application.withdrawal_code = reason, code
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
    papers = [attachment.document for attachment in application.attachments.select_related("document")]
    record("screening.application.discard", application, by=by)
    application.delete()
    for paper in papers:
        erase(paper, by=by)
