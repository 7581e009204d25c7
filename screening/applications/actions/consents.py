"""What follows for a file from its candidate's consents, and the paper with everything that was handed in."""

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.core.caching import purge
from recruitment.core.moving import moving
from recruitment.documents.actions import issue
from recruitment.documents.models import Issued
from screening.applications.models import Application, Version

ANSWERS = "documents/answers.html"


def hold(application: Application, *, by: User) -> Application:
    """The consent to publication was taken back: the file goes no further than the nomination, and an officer is told."""
    with moving(application) as application:
        application.publication_withdrawn_at = timezone.now()
        record("screening.application.hold", application, by=by)
        purge()  # a kept public page must not go on naming the person
    return application


def unhold(application: Application, *, by: User) -> Application:
    """The consent was given again."""
    with moving(application) as application:
        application.publication_withdrawn_at = None
        record("screening.application.unhold", application, by=by)
    return application


def print_answers(version: Version, sections: list, *, by: User) -> Issued:
    """Everything handed in as one paper, once for each version; `sections` are (heading, blocks of question and answer)."""
    printed = Issued.objects.kept().about(version).filter(template=ANSWERS).first()
    if printed is not None and not printed.is_failed:
        return printed
    application = version.application
    with translation.override(by.language):
        return issue(
            ANSWERS,
            title=_("Application %(reference)s as handed in") % {"reference": version.reference},
            language=by.language,
            context={"reference": version.reference, "position_title": application.position.title, "sections": sections},
            about=version,
            owner=by,
            by=by,
        )
