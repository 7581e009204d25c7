"""The verbs of a paper: seal, open, close, invite."""

from hashlib import sha256

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _

from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.core.moving import moving
from recruitment.core.refusals import Refused
from recruitment.ledger.actions import commit
from recruitment.ledger.commitments import canonical
from recruitment.notifications.actions import notify
from recruitment.notifications.kinds import Kind
from screening.applications.models import Application
from screening.applications.states import State
from screening.competence.conditions import is_over
from screening.competence.models import Paper, Sitting
from screening.competence.permissions import may_invite
from screening.competence.queries import content, gaps
from screening.competence.states import PaperState


def digest(paper: Paper) -> str:
    """SHA-256 (hexadecimal) over all that the paper says in five languages."""
    return sha256(canonical(content(paper))).hexdigest()


def seal(paper: Paper, *, by: User) -> Paper:
    """Fix a complete paper: its hash stands in the ledger from now on, and nothing in it changes."""
    with moving(paper) as paper:
        missing = gaps(paper)
        if missing:
            raise Refused(" ".join(missing), subject=paper)
        if is_over(paper):
            raise Refused(_("The paper would close in the past. Set its hours first."), subject=paper)
        paper.seal(by=by)
        paper.digest, paper.sealed_at = digest(paper), timezone.now()
        commit("paper", paper.reference, {"digest": paper.digest}, by=by)
    return paper


def open(paper: Paper, *, by: User) -> Paper:
    """Open a paper at its hour, if it is still what was sealed."""
    with moving(paper) as paper:
        if digest(paper) != paper.digest:
            raise Refused(_("The paper is not what was sealed. It stays closed; tell the audit administrator."), subject=paper)
        paper.open(by=by)
        paper.opened_at = timezone.now()
        commit("paper.opened", paper.reference, {"digest": paper.digest, "opened_at": paper.opened_at}, by=by)
    return paper


def close(paper: Paper, *, by: User) -> Paper:
    """Close a paper whose time is over."""
    with moving(paper) as paper:
        paper.close(by=by)
        paper.closed_at = timezone.now()
    return paper


def invite(paper: Paper, *, by: User) -> list[Sitting]:
    """Invite every qualified candidate of the post who has no invitation yet; done again it invites those who came later."""
    if not may_invite(paper, by):
        raise PermissionDenied
    with moving(paper) as paper:
        if paper.state not in (PaperState.SEALED, PaperState.OPENED) or is_over(paper):
            raise Refused(_("Candidates are invited to a sealed paper that has not closed."), subject=paper)
        invited = Application.objects.for_position(paper.position).filter(state=State.QUALIFIED, sitting=None).select_related("candidate")
        sittings = [Sitting(paper=paper, application=application, code=application.candidate_code) for application in invited]
        for sitting in Sitting.objects.bulk_create(sittings):
            notify(sitting.application.candidate, Kind.INVITED, about=sitting)
        record("screening.paper.invite", paper, by=by, data={"number": len(sittings)})
    return sittings
