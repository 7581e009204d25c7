"""What is deleted from a file when the consent that it rested on is taken back (PIPL Art. 15 and 47); papers by their keys."""

from collections.abc import Iterator

from django.utils import timezone

from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.core.moving import moving
from recruitment.documents.actions import erase
from recruitment.documents.models import Issued
from screening.applications.actions.adjustments import forget_adjustments
from screening.applications.actions.consents import ANSWERS
from screening.applications.models import Application, Declaration, Reference, Version

CRIME = {"has_criminal_record": None, "explanation": ""}


def forget_references(application: Application, *, by: User) -> None:
    """Whoever was asked is asked no more: the links end, and what was said goes."""
    with moving(application) as application:
        said = Reference.objects.filter(referee__application=application).delete()[0]
        waiting = application.referees.filter(answered_at=None, declined_at=None, withdrawn_at=None, asked_at__isnull=False)
        ended = waiting.update(withdrawn_at=timezone.now())
        record("screening.application.forget_references", application, by=by, data={"references": said, "requests": ended})


def forget_criminal_record(application: Application, *, by: User) -> None:
    """The certificates, and what was said about punishments, in the form and in every version of it."""
    with moving(application) as application:
        for declaration in Declaration.objects.filter(application=application):
            declaration.has_criminal_record, declaration.explanation = None, ""
            declaration.save(update_fields=list(CRIME))
        papers = _forget_papers(application, "no_criminal_record", by=by)
        for version in _versions(application, papers, by=by):
            version.answers["Declaration"] = [row | CRIME for row in version.answers.get("Declaration", [])]
            version.save(update_fields=["answers"])
        record("screening.application.forget_criminal_record", application, by=by, data={"papers": len(papers)})


def forget_health(application: Application, *, by: User) -> None:
    """Health certificates and the adjustments asked for; minutes that were granted stay, without their reason."""
    with moving(application) as application:
        forget_adjustments(application, by=by)
        papers = _forget_papers(application, "health_certificate", by=by)
        for version in _versions(application, papers, by=by):
            version.answers["Adjustment"] = []
            version.save(update_fields=["answers"])
        record("screening.application.forget_health", application, by=by, data={"papers": len(papers)})


def _forget_papers(application: Application, kind: str, *, by: User) -> set[int]:
    """Every file of a kind, also those that were replaced; returns which."""
    attachments = list(application.attachments.filter(kind=kind).select_related("document"))
    gone = {attachment.pk for attachment in attachments}
    for attachment in attachments:
        attachment.delete()
        erase(attachment.document, by=by)
    return gone


def _versions(application: Application, papers: set[int], *, by: User) -> Iterator[Version]:
    """Each version without the papers that are gone and without its prints; whoever asks saves it."""
    for version in application.versions.all():
        version.answers["papers"] = [pk for pk in version.answers.get("papers", []) if pk not in papers]
        for printed in Issued.objects.kept().about(version).filter(template=ANSWERS):
            erase(printed, by=by)
        yield version
