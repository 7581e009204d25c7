"""How a candidate hands in papers, replaces them and takes them back."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from recruitment.accounts.models import User
from recruitment.core.refusals import Refused
from recruitment.documents.actions import erase, receive
from screening.applications.actions.filling import filling
from screening.applications.models import Application, Attachment, PaperFacts
from screening.applications.states import Section, State

MOST_OF_A_KIND = 20


def attach(application: Application, kind: str, upload, *, facts: dict[str, Any] | None = None, by: User) -> Attachment:
    """Take one file in under a kind that the post asks for, with what is known about it. Raises Refused with a sentence for its sender."""
    with filling(application, Section.DOCUMENTS, by=by) as application:
        if Attachment.objects.standing().filter(application=application, kind=kind).count() >= MOST_OF_A_KIND:
            raise Refused(_("There are already %(most)d files here. Remove one first.") % {"most": MOST_OF_A_KIND}, subject=application)
        document = receive(upload, kind=kind, owner=by, by=by)
        return _state(Attachment.objects.create(application=application, kind=kind, document=document), facts)


def replace(attachment: Attachment, upload, *, facts: dict[str, Any] | None = None, by: User) -> Attachment:
    """Put a better file in the place of one."""
    with filling(attachment.application, Section.DOCUMENTS, by=by) as application:
        document = receive(upload, kind=attachment.kind, owner=by, by=by)
        _take_out(application, attachment, by=by)
        return _state(Attachment.objects.create(application=application, kind=attachment.kind, document=document), facts)


def describe(attachment: Attachment, *, facts: dict[str, Any], by: User) -> None:
    """Say from where and from when a paper is that is already there."""
    with filling(attachment.application, Section.DOCUMENTS, by=by):
        _state(attachment, facts)


def detach(attachment: Attachment, *, by: User) -> None:
    """Take a file back."""
    with filling(attachment.application, Section.DOCUMENTS, by=by) as application:
        _take_out(application, attachment, by=by)


def _state(attachment: Attachment, facts: dict[str, Any] | None) -> Attachment:
    """Keep what was said; nothing is kept of questions that were left open."""
    if any((facts or {}).values()):
        PaperFacts.objects.update_or_create(attachment=attachment, defaults=facts)
    else:
        PaperFacts.objects.filter(attachment=attachment).delete()
    return attachment


def _take_out(application: Application, attachment: Attachment, *, by: User) -> None:
    """From a draft it goes for good; what the office has already seen stays on the file."""
    if application.state == State.DRAFT:
        attachment.delete()
        erase(attachment.document, by=by)
    else:
        attachment.removed_at = timezone.now()
        attachment.save(update_fields=["removed_at"])
