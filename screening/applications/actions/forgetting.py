"""What is deleted from a file when the consent that it rested on is taken back (PIPL Art. 15 and 47); papers by their keys."""

from django.utils import timezone

from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.core.moving import moving
from recruitment.documents.actions import erase
from recruitment.documents.models import Issued
from screening.applications.actions.consents import ANSWERS
from screening.applications.models import Application, Declaration, Reference

CRIME = {"has_criminal_record": None, "explanation": ""}
HEALTH = {"accommodations": ""}


def forget_references(application: Application, *, by: User) -> None:
    """Whoever was asked is asked no more: the links end, and what was said goes."""
    with moving(application) as application:
        said = Reference.objects.filter(referee__application=application).delete()[0]
        waiting = application.referees.filter(answered_at=None, declined_at=None, withdrawn_at=None, asked_at__isnull=False)
        ended = waiting.update(withdrawn_at=timezone.now())
        record("screening.application.forget_references", application, by=by, data={"references": said, "requests": ended})


def forget_criminal_record(application: Application, *, by: User) -> None:
    """The certificates, and what was said about punishments."""
    with moving(application) as application:
        papers = _forget(application, "no_criminal_record", CRIME, by=by)
        record("screening.application.forget_criminal_record", application, by=by, data={"papers": papers})


def forget_health(application: Application, *, by: User) -> None:
    """Health certificates and the adjustments asked for; minutes that were granted stay, without their reason."""
    with moving(application) as application:
        papers = _forget(application, "health_certificate", HEALTH, by=by)
        record("screening.application.forget_health", application, by=by, data={"papers": papers})


def _forget(application: Application, kind: str, answers: dict, *, by: User) -> int:
    """Papers of a kind and some answers, in the form, in every version of it, and on what was printed of them; returns how many papers."""
    for declaration in Declaration.objects.filter(application=application):
        for name, value in answers.items():
            setattr(declaration, name, value)
        declaration.save(update_fields=list(answers))
    attachments = list(application.attachments.filter(kind=kind).select_related("document"))
    for version in application.versions.all():
        _forget_in(version, answers, {attachment.pk for attachment in attachments})
        for printed in Issued.objects.kept().about(version).filter(template=ANSWERS):
            erase(printed, by=by)
    for attachment in attachments:
        attachment.delete()
        erase(attachment.document, by=by)
    return len(attachments)


def _forget_in(version, answers: dict, papers: set[int]) -> None:
    for row in version.answers.get("Declaration", []):
        row.update(answers)
    version.answers["papers"] = [pk for pk in version.answers.get("papers", []) if pk not in papers]
    version.save(update_fields=["answers"])
