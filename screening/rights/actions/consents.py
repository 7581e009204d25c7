"""What follows from a consent taken back: said before, done in one transaction, told by letter; each kind at one place.

| consent | the file | what is deleted at once |
| --- | --- | --- |
| notice on personal information | ends | references; requests to referees end |
| publication | held before the nomination; ends while the name is public | the name on the public page |
| criminal record | ends | certificates, what was said about punishments |
| outside assessors | ends | – |
| health | goes on | health certificates, adjustments asked for |
| psychological test, recording, abroad, children | goes on | what the floor that keeps it says, by `registry.follow(…, kinds=…)` |
"""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from recruitment.accounts.models import User
from recruitment.notifications.actions import notify
from recruitment.notifications.kinds import Kind
from recruitment.privacy import actions as privacy
from recruitment.privacy import texts
from recruitment.privacy.models import Consent
from recruitment.privacy.states import ConsentKind, is_required
from screening.applications import actions as applications
from screening.applications.models import Application
from screening.applications.states import IN_NOTICE, SUCCEEDED, State, WithdrawalReason

DELETED: dict[ConsentKind, tuple[Any, Callable[..., None]]] = {
    ConsentKind.PRIVACY_NOTICE: (
        gettext_lazy("Requests to your referees end, and the references that came are deleted."),
        applications.forget_references,
    ),
    ConsentKind.CRIMINAL_RECORD: (
        gettext_lazy("Your certificates of no criminal record, and what you said about punishments, are deleted."),
        applications.forget_criminal_record,
    ),
    ConsentKind.HEALTH: (
        gettext_lazy(
            "Your health certificates and the adjustments you asked for are deleted. Extra time granted stays, without its reason."
        ),
        applications.forget_health,
    ),
}


def file_of(consent: Consent) -> Application | None:
    """The application that a consent was given for, while it runs."""
    if consent.about_label != Application._meta.label:
        return None
    mine = Application.objects.of_candidate(consent.person).filter(position__reference=consent.about_reference)
    return mine.live().select_related("position").first()


def _ends(consent: Consent, application: Application | None) -> bool:
    """Whether the application cannot go on; for publication only while the name is public."""
    if application is None or application.state == State.DRAFT or not is_required(consent.kind):
        return False
    return consent.kind != ConsentKind.PUBLICATION or application.state in IN_NOTICE


def foretell(consent: Consent) -> str:
    """What will follow for the person's own file, said before it is confirmed; empty where nothing runs."""
    application = file_of(consent)
    if application is None:
        return ""
    deleted = DELETED[ConsentKind(consent.kind)][0] if consent.kind in DELETED else ""
    return " ".join(filter(None, (_course(consent, application), str(deleted))))


def _course(consent: Consent, application: Application) -> str:
    """How the file goes on, or that it ends."""
    named = {"position": application.position.title}
    if not is_required(consent.kind):
        return ""
    if application.state == State.DRAFT:
        return (
            _(
                "Your draft for “%(position)s” cannot be handed in without this consent; apart from what is named here, everything in it stays."
            )
            % named
        )
    if _ends(consent, application):
        return _("By this you also withdraw your application for “%(position)s”. It ends at once and cannot be taken up again.") % named
    if application.state in SUCCEEDED:
        return _("The public notice for “%(position)s” is over; your application goes on.") % named
    return _("Your application for “%(position)s” goes on up to the nomination and stops there. An officer speaks with you.") % named


def carry_out(consent: Consent, *, told: list[str], by: User) -> None:
    """What was foretold is done, and told by letter; never silently nothing."""
    application = file_of(consent)
    if application is not None:
        if consent.kind in DELETED:
            DELETED[ConsentKind(consent.kind)][1](application, by=by)
        _carry_on(consent, application, by=by)
    with translation.override(by.language):
        named = {"consent": str(ConsentKind(consent.kind).label), "matter": consent.about_reference or "–"}
        said = told if told and is_required(consent.kind) else [texts.consequence(consent.kind), *told]
    notify(by, Kind.CONSENT_WITHDRAWN, about=consent, consequence=" ".join(said), **named)


def _carry_on(consent: Consent, application: Application, *, by: User) -> None:
    """The file ends, is held, or waits in the candidate's hands for the consent to be given again."""
    if _ends(consent, application):
        if consent.kind == ConsentKind.PUBLICATION:
            applications.hold(application, by=by)
        applications.withdraw(application, reason="", code=WithdrawalReason.CONSENT, by=by)
    elif application.state == State.DRAFT and is_required(consent.kind):
        application.progress.filter(section="declarations").update(done=False)
    elif consent.kind == ConsentKind.PUBLICATION and application.state not in SUCCEEDED:
        applications.hold(application, by=by)


@transaction.atomic
def publish_again(application: Application, *, language: str, by: User) -> None:
    """Give the consent to publication again; the file goes on."""
    if application.candidate_id != by.pk:
        raise PermissionDenied
    privacy.give(by, ConsentKind.PUBLICATION, language=language, about=application, by=by)
    if application.publication_withdrawn_at is not None:
        applications.unhold(application, by=by)
