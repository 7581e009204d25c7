"""The verbs of panels: compose, seat, unseat."""

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from recruitment.accounts.models import User
from recruitment.accounts.roles import Role
from recruitment.audit.actions import record
from recruitment.core.moving import moving
from recruitment.core.refusals import Refused
from recruitment.notifications.actions import notify
from recruitment.notifications.kinds import Kind
from recruitment.policy.queries import value
from screening.applications.models import Application
from screening.assessors.actions.conflicts import ask_member
from screening.assessors.models import Abstention, Membership, Panel
from screening.assessors.permissions import may_compose, may_run
from screening.assessors.states import PanelKind


@transaction.atomic
def compose(position, *, kind: PanelKind, by: User) -> Panel:
    """Set up an empty panel for a post."""
    if not may_run(position, by):
        raise PermissionDenied
    last = Panel.objects.for_position(position).of_kind(kind).aggregate(last=Max("number"))["last"] or 0
    if kind == PanelKind.MARKING and last:
        raise Refused(_("This post already has a marking panel."), subject=position)
    panel = Panel.objects.create(position=position, kind=kind, number=last + 1)
    record("screening.panel.compose", panel, by=by, data={"position": position.reference, "kind": kind})
    return panel


def seat(
    panel: Panel, *, assessor: User, institution: str, is_from_employing_unit: bool = False, is_chair: bool = False, by: User
) -> Membership:
    """Give an assessor a seat; the number from the employing unit is limited (Interview Rules 2015)."""
    if not may_compose(panel, by):
        raise PermissionDenied
    with moving(panel) as panel:
        _refuse_unfit(panel, assessor)
        _refuse_crowd(panel, is_from_employing_unit)
        seat = Membership(panel=panel, assessor=assessor, institution=institution)
        seat.is_from_employing_unit, seat.is_chair = is_from_employing_unit, is_chair
        _take(seat)
        if panel.kind == PanelKind.INTERVIEW:
            notify(assessor, Kind.PANEL_ASSIGNED, about=panel, is_chair=is_chair)
        record("screening.panel.seat", panel, by=by, data={"assessor": assessor.pk, "chair": is_chair})
        ask_member(panel, assessor, by=by)
    return seat


def _take(seat: Membership) -> None:
    try:
        with transaction.atomic():
            seat.save(force_insert=True)
    except IntegrityError:
        raise Refused(_("This assessor already sits on the panel, or it already has a chief assessor."), subject=seat.panel) from None


def _refuse_unfit(panel: Panel, assessor: User) -> None:
    if not assessor.has_role(Role.ASSESSOR):
        raise Refused(_("Only assessors sit on a panel."), subject=panel)
    if Application.objects.of_candidate(assessor).for_position(panel.position).exists():
        raise Refused(_("Somebody who applied for the post cannot assess others for it."), subject=panel)
    if Abstention.objects.for_position(panel.position).filter(assessor=assessor).exists():
        raise Refused(_("This assessor keeps out of the post."), subject=panel)


def _refuse_crowd(panel: Panel, is_from_employing_unit: bool) -> None:
    """Sizes hold for interviews; a marking panel may have as many members as its papers need."""
    seats = list(panel.memberships.live())
    if panel.kind == PanelKind.INTERVIEW and len(seats) >= panel.position.round.panel_size:
        raise Refused(_("The panel is complete: the round fixed its size."), subject=panel)
    most = value("interview.max_from_unit")
    if is_from_employing_unit and sum(seat.is_from_employing_unit for seat in seats) >= most:
        raise Refused(_("No more than %(most)s of its members may come from the employing unit.") % {"most": most}, subject=panel)


def unseat(panel: Panel, *, membership: Membership, by: User) -> None:
    """End a seat; what its holder locked stays, what was open no longer counts."""
    if not may_compose(panel, by) or membership.panel_id != panel.pk:
        raise PermissionDenied
    with moving(membership) as membership:
        if membership.left_at is not None:
            raise Refused(_("This member has already left the panel."), subject=panel)
        membership.left_at = timezone.now()
        record("screening.panel.unseat", panel, by=by, data={"assessor": membership.assessor_id})
