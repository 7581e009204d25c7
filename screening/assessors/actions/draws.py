"""The verbs of draws by lot: commit to a seed, reveal it; and what was dealt to whom for what reason."""

import secrets
from collections.abc import Callable, Sequence

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.core.moving import moving
from recruitment.core.refusals import Refused
from recruitment.ledger.actions import commit
from recruitment.policy.queries import value
from screening.applications.models import Application
from screening.applications.states import State
from screening.assessors import lottery
from screening.assessors.actions.panels import compose, seat
from screening.assessors.allocation import Dealt
from screening.assessors.models import QUORUM, Allotment, Assessor, Draw, Panel
from screening.assessors.permissions import may_run
from screening.assessors.states import DrawPurpose, PanelKind

SEED_BYTES = 32


@transaction.atomic
def announce(position, *, purpose: DrawPurpose, number: int = 1, rooms: Sequence[str] = (), by: User) -> Draw:
    """Fix what is drawn from, and commit to a secret seed by its hash; both stand in the ledger before anything is drawn."""
    if not may_run(position, by):
        raise PermissionDenied
    inputs, seed = _inputs(position, purpose, number, rooms), secrets.token_bytes(SEED_BYTES)
    draw = Draw(position=position, purpose=purpose, inputs=inputs, sealed_seed=seed.hex(), seed_commitment=lottery.commitment(seed))
    try:
        with transaction.atomic():
            draw.save(force_insert=True)
    except IntegrityError:
        raise Refused(_("A draw of this kind is already committed to: reveal its seed first."), subject=position) from None
    commit("draw.committed", str(draw.uuid), {"purpose": purpose, "inputs": inputs, "seed_hash": draw.seed_commitment}, by=by)
    record("screening.draw.announce", draw, by=by, data={"purpose": purpose})
    return draw


def _inputs(position, purpose: DrawPurpose, number: int, rooms: Sequence[str]) -> dict:
    makers = {
        DrawPurpose.PANELS: lambda: _pool(position, number),
        DrawPurpose.ROOMS: lambda: _rooms(position, [room.strip() for room in rooms if room.strip()]),
        DrawPurpose.ORDER: lambda: _order(position),
    }
    return makers[DrawPurpose(purpose)]()


def _pool(position, number: int) -> dict:
    """Everybody who can be drawn: more people than seats, or it would be no draw."""
    size, most = position.round.panel_size, value("interview.max_from_unit")
    pool = [
        {"number": row.number, "from_unit": row.department_id == position.department_id}
        for row in Assessor.objects.drawable_for(position).order_by("number")
    ]
    unit = min(sum(row["from_unit"] for row in pool), number * most)
    others = sum(not row["from_unit"] for row in pool)
    if number < 1 or len(pool) <= number * size or unit + others < number * size:
        told = {"pool": len(pool), "seats": number * size, "most": most}
        sentence = _(
            "The pool has %(pool)s assessors for %(seats)s seats. It must be larger than the panels, with no more than %(most)s of the unit on each."
        )
        raise Refused(sentence % told, subject=position)
    return {"assessors": pool, "panels": number, "size": size, "most_from_unit": most}


def _numbers(position) -> list[int]:
    panels = Panel.objects.for_position(position).of_kind(PanelKind.INTERVIEW).order_by("number")
    if not (numbers := list(panels.values_list("number", flat=True))):
        raise Refused(_("Draw the panels first."), subject=position)
    return numbers


def _rooms(position, rooms: list[str]) -> dict:
    numbers = _numbers(position)
    if len(rooms) < len(numbers) or len(set(rooms)) < len(rooms):
        raise Refused(_("Name at least as many different rooms as there are panels."), subject=position)
    return {"panels": numbers, "rooms": rooms}


def _order(position) -> dict:
    """Candidates who passed the test, under their numbers; a panel that too many members must leave is barred for a file."""
    files = Application.objects.for_position(position).filter(state=State.TESTED).order_by("candidate_code")
    if not (codes := list(files.values_list("candidate_code", flat=True))):
        raise Refused(_("Nobody waits for an interview."), subject=position)
    return {"codes": codes, "panels": _numbers(position), "barred": _barred(position, files)}


def _barred(position, files) -> dict[str, list[int]]:
    panels = Panel.objects.for_position(position).of_kind(PanelKind.INTERVIEW).prefetch_related("memberships")
    seats = {panel.number: {row.assessor_id for row in panel.memberships.all() if row.left_at is None} for panel in panels}
    barred: dict[str, list[int]] = {}
    for file in files.filter(recusals__isnull=False).distinct().prefetch_related("recusals"):
        away = {row.assessor_id for row in file.recusals.all()}
        if found := sorted(number for number, members in seats.items() if len(members - away) < min(QUORUM, len(members))):
            barred[file.candidate_code] = found
    return barred


def reveal(draw: Draw, *, by: User) -> Draw:
    """Publish the seed, draw, and let what was drawn hold; from now on anybody can repeat it."""
    with moving(draw) as draw:
        draw.reveal(by=by)
        seed = bytes.fromhex(draw.sealed_seed)
        draw.seed, draw.revealed_at = seed.hex(), timezone.now()
        draw.result = lottery.result(draw.purpose, draw.inputs, seed)
        commit("draw.revealed", str(draw.uuid), {"seed": draw.seed, "result": draw.result}, by=by)
        HOLDS[DrawPurpose(draw.purpose)](draw, by)
    return draw


def _seat_all(draw: Draw, by: User) -> None:
    people = Assessor.objects.select_related("user").in_bulk(
        [number for row in draw.result["panels"] for number in row["seats"]], field_name="number"
    )
    for row in draw.result["panels"]:
        panel = compose(draw.position, kind=PanelKind.INTERVIEW, by=by)
        for number in row["seats"]:
            person = people[number]
            told = {"institution": person.institution, "is_chair": number == row["chair"]}
            told["is_from_employing_unit"] = person.department_id == draw.position.department_id
            seat(panel, assessor=person.user, by=by, **told)


def _give_rooms(draw: Draw, by: User) -> None:
    panels = {panel.number: panel for panel in Panel.objects.for_position(draw.position).of_kind(PanelKind.INTERVIEW)}
    for row in draw.result["rooms"]:
        with moving(panels[row["number"]]) as panel:
            panel.room = row["room"]


def _keep_order(draw: Draw, by: User) -> None:
    """The order is read from the draw itself."""


HOLDS: dict[DrawPurpose, Callable[[Draw, User], None]] = {
    DrawPurpose.PANELS: _seat_all,
    DrawPurpose.ROOMS: _give_rooms,
    DrawPurpose.ORDER: _keep_order,
}


@transaction.atomic
def keep(dealt: Dealt) -> None:
    """Write down who was given which file and why, and what could not be placed; the last word about a file replaces the one before."""
    files = {row.piece for row in dealt.given} | {row.piece for row in dealt.left}
    Allotment.objects.filter(application__in=files, assessor=None).delete()
    given = [Allotment(application_id=row.piece, assessor_id=row.hand, reasons=list(row.reasons)) for row in dealt.given]
    left = [Allotment(application_id=row.piece, causes=list(row.causes), missing=row.missing) for row in dealt.left]
    Allotment.objects.bulk_create([*given, *left], batch_size=2000, ignore_conflicts=True)
