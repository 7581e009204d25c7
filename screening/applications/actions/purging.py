"""Deletion by policy: announced by a letter, then carried out for good; what stays tells nothing about a person."""

import datetime

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.core.moving import moving
from recruitment.core.refusals import Refused
from recruitment.documents.actions import erase
from recruitment.documents.models import Document, Issued
from recruitment.ledger.actions import forget_file
from recruitment.notifications.kinds import Kind
from screening.applications.actions.stepping import tell
from screening.applications.models import Application
from screening.applications.permissions import may_purge
from screening.applications.states import ENDED, State

FORM_AND_CHECK = ("applications", "qualification")
# Records of tests and interviews have a time of their own, and so has what the ledger opens of them.
FORGOTTEN = ("submission",)
ERASABLE = (State.DRAFT, State.LAPSED, State.WITHDRAWN)
# What is decided stays as long as it can be disputed; with an account that was closed the robot takes it when that time is over.
OVER = (State.DRAFT, *ENDED)


def warn_purge(application: Application, *, on: datetime.date, by: User) -> None:
    """Announce the deletion, so that nobody is surprised."""
    with moving(application) as application:
        application.purge_warned_at = timezone.now()
        record("screening.application.warn_purge", application, by=by)
        tell(application, Kind.PURGE_WARNED, deleted_on=on, was_draft=application.state == State.DRAFT)


@transaction.atomic
def purge(application: Application, *, by: User) -> None:
    """Delete what the person entered; papers by their keys. What was never handed in goes whole, of the rest the number stays."""
    application = Application.objects.select_for_update(of=("self",)).get(pk=application.pk)
    erasable = OVER if by.is_robot and application.candidate.closed_at else ERASABLE
    if not may_purge(application, by) or application.state not in erasable:
        raise Refused(_("This application cannot be deleted in its present state."), subject=application)
    papers = _papers(application)
    record("screening.application.purge", application, by=by, data={"papers": len(papers)})
    forget_file(application.uuid, kinds=FORGOTTEN, reason="The time for which the application is kept is over", by=by)
    if application.reference is None:
        application.delete()
    else:
        _empty(application)
    for paper in papers:
        erase(paper, by=by)


def _papers(application: Application) -> list[Document | Issued]:
    received = [attachment.document for attachment in application.attachments.select_related("document")]
    subjects = [application, *application.versions.all()] if application.reference else []
    return [*received, *(paper for subject in subjects for paper in Issued.objects.kept().about(subject))]


def _empty(application: Application) -> None:
    """The number, the state and the days stay; records of tests and interviews have a time of their own."""
    for relation in Application._meta.related_objects:
        if relation.on_delete is models.CASCADE and relation.related_model._meta.app_label in FORM_AND_CHECK:
            relation.related_model._base_manager.filter(**{relation.field.name: application}).delete()
    application.withdrawal_reason = application.correction_message = ""
    application.correction_items, application.purged_at = [], timezone.now()
    application.save(update_fields=["withdrawal_reason", "correction_message", "correction_items", "purged_at"])
