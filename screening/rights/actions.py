"""The verbs of one's rights: ask, fulfil, refuse, escalate; take a copy home; and what follows from a consent taken back."""

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from recruitment.accounts.models import User
from recruitment.accounts.roles import Role
from recruitment.audit.actions import record
from recruitment.calendar.queries import add_working_days
from recruitment.core.moving import moving
from recruitment.core.references import allocate
from recruitment.core.refusals import Refused
from recruitment.documents.actions import erase, issue
from recruitment.documents.models import Issued
from recruitment.notifications.actions import notify
from recruitment.notifications.kinds import Kind
from recruitment.policy.queries import value
from recruitment.privacy import actions as privacy
from recruitment.privacy import texts
from recruitment.privacy.models import Consent
from recruitment.privacy.states import ConsentKind, is_required
from screening.applications import actions as applications
from screening.applications.models import Application
from screening.applications.states import IN_NOTICE, SUCCEEDED, State, WithdrawalReason
from screening.rights.listing import everything, outlook
from screening.rights.models import Request
from screening.rights.permissions import may_answer
from screening.rights.states import Decision, RequestKind

SERIES = "data_request"
COPY = "documents/my_data.html"


def ask(kind: RequestKind, *, statement: str, by: User) -> Request:
    """Enter a request with its number and its day; one of a kind at a time."""
    year, due_on = timezone.localdate().year, add_working_days(timezone.localdate(), value("dsr.answer_working_days")).ends_on
    try:
        with transaction.atomic():
            reference = f"PI-{year}-{allocate(SERIES, year):05d}"
            request = Request.objects.create(reference=reference, person=by, kind=kind, statement=statement, due_on=due_on)
            record("rights.request.ask", request, by=by, data={"kind": kind})
            notify(by, Kind.REQUEST_RECEIVED, about=request, due_on=due_on)
    except IntegrityError:
        raise Refused(_("You have already sent such a request. The answer comes by letter.")) from None
    return request


@transaction.atomic
def fulfil(request: Request, *, answer: str, by: User) -> Request:
    """Do what was asked; a deletion deletes what nothing obliges the portal to keep."""
    request = _decide(request, Decision.FULFILLED, answer=answer, by=by)
    if request.kind == RequestKind.DELETION:
        for application in outlook(request.person)[0]:
            applications.purge(application, by=by)
        for copy in Issued.objects.kept().about(request.person).filter(template=COPY):
            erase(copy, by=by)
    record("rights.request.fulfil", request, by=by)
    notify(request.person, Kind.REQUEST_ANSWERED, about=request, fulfilled=True, answer=answer)
    return request


@transaction.atomic
def refuse(request: Request, *, answer: str, by: User) -> Request:
    """Say no, with the reasons (PIPL Art. 50)."""
    request = _decide(request, Decision.REFUSED, answer=answer, by=by)
    record("rights.request.refuse", request, by=by)
    notify(request.person, Kind.REQUEST_ANSWERED, about=request, fulfilled=False, answer=answer)
    return request


def _decide(request: Request, decision: Decision, *, answer: str, by: User) -> Request:
    if not may_answer(request, by):
        raise PermissionDenied
    with moving(request) as request:
        if request.decision != Decision.OPEN:
            raise Refused(_("This request was answered meanwhile."), subject=request)
        request.decision, request.answer = decision, answer
        request.answered_by, request.answered_at = by, timezone.now()
    return request


@transaction.atomic
def escalate(*, by: User) -> int:
    """One letter to each who answers for personal information, with what has become overdue since the last look."""
    overdue = list(Request.objects.overdue().filter(escalated_at=None).select_for_update())
    for request in overdue:
        record("rights.request.escalate", request, by=by)
    items = [f"{request.reference} · {request.due_on.isoformat()}" for request in overdue]
    for officer in User.objects.with_role(Role.SECURITY_ADMINISTRATOR) if overdue else ():
        notify(officer, Kind.REQUESTS_OVERDUE, about=overdue[0], items=items, number=len(items))
    Request.objects.filter(pk__in=[request.pk for request in overdue]).update(escalated_at=timezone.now())
    return len(overdue)


def read(request: Request, *, by: User) -> None:
    """Somebody opened a request."""
    with transaction.atomic():
        record("rights.request.read", request, by=by)


@transaction.atomic
def copy(*, by: User) -> Issued:
    """Everything about oneself as one paper; the one before is erased."""
    for older in Issued.objects.kept().about(by).filter(template=COPY, owner=by):
        erase(older, by=by)
    with translation.override(by.language):
        parts = [{"title": part.title, "purposes": part.purposes, "records": part.records} for part in everything(by)]
        title = _("My data")
    record("rights.copy.issue", by, by=by)
    return issue(COPY, title=title, language=by.language, context={"parts": parts}, about=by, owner=by, by=by)


# --- Consents --------------------------------------------------------------------------------------------------------


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
    if application is None or not is_required(consent.kind):
        return ""
    named = {"position": application.position.title}
    if application.state == State.DRAFT:
        return _("Your draft for “%(position)s” cannot be handed in without this consent. Nothing in it is lost.") % named
    if _ends(consent, application):
        return _("By this you also withdraw your application for “%(position)s”. It ends at once and cannot be taken up again.") % named
    if application.state in SUCCEEDED:
        return _("The public notice for “%(position)s” is over; your application goes on.") % named
    return _("Your application for “%(position)s” goes on up to the nomination and stops there. An officer speaks with you.") % named


def carry_out(consent: Consent, *, by: User) -> None:
    """What was foretold is done, and told by letter; never silently nothing."""
    application, said = file_of(consent), ""
    with translation.override(by.language):
        said = foretell(consent) or texts.consequence(consent.kind)
    if _ends(consent, application):
        if consent.kind == ConsentKind.PUBLICATION:
            applications.hold(application, by=by)
        applications.withdraw(application, reason="", code=WithdrawalReason.CONSENT, by=by)
    elif application is not None and application.state == State.DRAFT and is_required(consent.kind):
        application.progress.filter(section="declarations").update(done=False)
    elif application is not None and consent.kind == ConsentKind.PUBLICATION and application.state not in SUCCEEDED:
        applications.hold(application, by=by)
    if application is not None and consent.kind == ConsentKind.HEALTH:
        applications.forget_adjustments(application, by=by)
    with translation.override(by.language):
        named = {"consent": str(ConsentKind(consent.kind).label), "matter": consent.about_reference or "–"}
    notify(by, Kind.CONSENT_WITHDRAWN, about=consent, consequence=said, **named)


@transaction.atomic
def publish_again(application: Application, *, language: str, by: User) -> None:
    """Give the consent to publication again; the file goes on."""
    if application.candidate_id != by.pk:
        raise PermissionDenied
    privacy.give(by, ConsentKind.PUBLICATION, language=language, about=application, by=by)
    if application.publication_withdrawn_at is not None:
        applications.unhold(application, by=by)
