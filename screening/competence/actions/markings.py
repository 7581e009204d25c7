"""The verbs of blind marking: assign, mark, lock."""

import secrets
from collections import Counter, defaultdict
from collections.abc import Mapping

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.core.moving import moving
from recruitment.core.refusals import Refused
from recruitment.ledger.actions import commit
from recruitment.notifications.actions import notify
from recruitment.notifications.kinds import Kind
from recruitment.policy.queries import value
from screening.assessors.actions import keep
from screening.assessors.allocation import Allocation, Dealt
from screening.assessors.models import Membership, Recusal
from screening.assessors.queries import hands_of, piece_of
from screening.competence import scoring
from screening.competence.models import Mark, Marking, Paper, RubricLine, Sitting
from screening.competence.permissions import may_assign, may_mark
from screening.competence.states import MARKERS, OBSERVATION_SHORTEST, MarkingState

PLACES = 2**31


def assign(paper: Paper, *, by: User) -> list[Marking]:
    """Give every script its markers by lot, the least burdened first; done again it gives what is missing, a third after a wide gap."""
    if not may_assign(paper, by):
        raise PermissionDenied
    with moving(paper) as paper:
        desk = Desk(paper)
        given = [
            marking for sitting in paper.sittings.to_mark().select_related("application").with_counting() for marking in desk.deal(sitting)
        ]
        Marking.objects.bulk_create(given)
        keep(desk.dealt)
        for marker, number in Counter(marking.marker for marking in given).items():
            notify(marker, Kind.MARKING_ASSIGNED, about=paper, number=number)
        record("screening.paper.assign", paper, by=by, data={"number": len(given)})
    return given


class Desk:
    """The markers of one paper, what each has, and from which files each stepped back; every assignment has its reason."""

    def __init__(self, paper: Paper):
        self.markers = {seat.assessor_id: seat.assessor for seat in Membership.objects.marking(paper.position).select_related("assessor")}
        if len(self.markers) < MARKERS:
            raise Refused(_("The post needs a marking panel with at least two assessors."), subject=paper)
        self.field = paper.position.kind
        self.recused = Recusal.objects.for_position(paper.position).by_application()
        self.taken: dict[int, list[int]] = defaultdict(list)
        for sitting, marker in Marking.objects.filter(sitting__paper=paper).values_list("sitting", "marker"):
            self.taken[sitting].append(marker)
        load = Counter(marker for markers in self.taken.values() for marker in markers)
        self.allocation = Allocation(hands_of(self.markers, load=load), lot=lambda: secrets.randbits(32))
        self.max_gap = value("marking.max_gap")
        self.dealt = Dealt([], [])

    def deal(self, sitting: Sitting) -> list[Marking]:
        """New markings for one script, as many as are missing and can be given."""
        counting: list[Marking] = sitting.counting  # type: ignore[attr-defined]  # put there by `with_counting`
        totals = [marking.total for marking in counting if marking.state == MarkingState.LOCKED]
        missing = scoring.markers_needed(totals, self.max_gap) - len(counting)
        taken, barred = self.taken[sitting.pk], self.recused.get(sitting.application_id, ())
        piece = piece_of(sitting.application, field=self.field, needs=missing, barred=barred, taken=taken)
        given, left = self.allocation.deal(piece)
        self.dealt.given += given
        self.dealt.left += [left] if left else []
        return [self._give(sitting, row.hand, len(taken) + place) for place, row in enumerate(given, start=1)]

    def _give(self, sitting: Sitting, marker: int, ordinal: int) -> Marking:
        return Marking(sitting=sitting, marker=self.markers[marker], ordinal=ordinal, place=secrets.randbelow(PLACES))


def mark(marking: Marking, *, marks: Mapping[int, tuple[int | None, str]], by: User) -> Marking:
    """Keep marks as a draft: line id → (points, observation)."""
    with moving(marking) as marking:
        _refuse_foreign(marking, by)
        for line in lines_of(marking).filter(pk__in=marks):
            points, observation = marks[line.pk]
            if points is not None and not 0 <= points <= line.max:
                raise Refused(_("“%(line)s” has 0 to %(max)s points.") % {"line": line.name, "max": line.max}, subject=marking)
            Mark.objects.update_or_create(marking=marking, line=line, defaults={"points": points, "observation": observation.strip()})
        record("screening.marking.mark", marking, by=by)
    return marking


def _refuse_foreign(marking: Marking, by: User) -> None:
    """Not one's own, or stepped back from: there is no such script. Locked: nothing changes any more."""
    if not may_mark(marking, by) or not Marking.objects.visible_to(by).filter(pk=marking.pk).exists():
        raise PermissionDenied
    if marking.state == MarkingState.LOCKED:
        raise Refused(_("These marks are locked and cannot be changed."), subject=marking)


def lines_of(marking: Marking):
    """The rubric of the script's paper, in its order."""
    drawn = marking.sitting
    return RubricLine.objects.filter(task__paper=drawn.paper_id, task__form=drawn.form).order_by("task__order", "order", "pk")


def lock(marking: Marking, *, by: User) -> Marking:
    """Make the marks final; only now the other markers' marks can be seen."""
    with moving(marking) as marking:
        _refuse_foreign(marking, by)
        lines, marks = list(lines_of(marking)), {row.line_id: row for row in marking.marks.all()}
        if any(not is_whole(marks.get(line.pk)) for line in lines):
            raise Refused(_("Every line needs points and an observation of at least 20 characters before you lock."), subject=marking)
        marking.total = scoring.total([marks[line.pk].points for line in lines], sum(line.max for line in lines))
        marking.lock(by=by)
        marking.locked_at = timezone.now()
        points = {str(line.pk): marks[line.pk].points for line in lines}
        payload, file = {"points": points, "total": marking.total}, marking.sitting.application
        commit("marking", f"{marking.sitting.uuid}/{marking.ordinal}", payload, about=file.uuid, by=by)
    return marking


def is_whole(mark: Mark | None) -> bool:
    """Points, and an observation of some length."""
    return mark is not None and mark.points is not None and len(mark.observation) >= OBSERVATION_SHORTEST


@transaction.atomic
def read(marking: Marking, *, by: User) -> None:
    """Every look at a script is recorded."""
    record("screening.sitting.read", marking.sitting, by=by)
