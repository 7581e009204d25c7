"""The marks of a stage, by script and by assessor; assessors are numbered, and the numbers hold within one report only."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from screening.applications.states import Gate
from screening.competence.models import Marking
from screening.competence.states import MARKERS, MarkingState
from screening.crosscultural import models as crosscultural
from screening.crosscultural.scoring import SCALE
from screening.crosscultural.states import SheetState


@dataclass(frozen=True)
class Sheet:
    """What assessors gave to one script or interview: number of the assessor → score from 0 to 100; None is still missing."""

    marks: dict[str, float | None]

    @property
    def given(self) -> dict[str, float]:
        return {assessor: mark for assessor, mark in self.marks.items() if mark is not None}


def marks_of(position, gate: Gate) -> list[Sheet]:
    """One sheet for each script that was marked or each interview that was rated; none for a stage without marks."""
    read = {Gate.COMPETENCE: _markings, Gate.CROSSCULTURAL: _ratings}.get(gate)
    return _numbered(read(position)) if read else []


def _markings(position) -> Iterable[tuple[int, int, float | None]]:
    rows = Marking.objects.counting().filter(sitting__paper__position=position).values_list("sitting", "marker", "state", "total")
    for sitting, marker, state, total in rows:
        yield sitting, marker, float(total) if state == MarkingState.LOCKED else None


def _ratings(position) -> Iterable[tuple[int, int, float | None]]:
    sheets = crosscultural.Sheet.objects.counting().filter(interview__application__position=position)
    for interview, assessor, state, average in sheets.values_list("interview", "membership__assessor", "state", "average"):
        yield interview, assessor, float(average) * SCALE if state == SheetState.LOCKED else None


def _numbered(rows: Iterable[tuple[int, int, float | None]]) -> list[Sheet]:
    units: dict[int, dict[int, float | None]] = defaultdict(dict)
    for unit, assessor, mark in rows:
        units[unit][assessor] = mark
    assessors = sorted({assessor for marks in units.values() for assessor in marks})
    numbers = {assessor: f"{place:02d}" for place, assessor in enumerate(assessors, start=1)}
    return [Sheet({numbers[assessor]: mark for assessor, mark in marks.items()}) for _unit, marks in sorted(units.items())]


def is_short(sheet: Sheet) -> bool:
    """A mark that was asked for is missing, or there were never two."""
    return len(sheet.given) < max(MARKERS, len(sheet.marks))
