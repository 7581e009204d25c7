"""Whether groups pass a stage at like rates: by sex, age, region of nationality and first language. A monitoring aid, not a legal test.

Groups of fewer people than the policy allows are left out, and one more where the one left out could be reckoned from the sum.
"""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from recruitment.core import statistics
from screening.applications.models import Application, Identity, LanguageEvidence
from screening.applications.states import Gate, GateResult, Sex
from screening.applications.states.regions import region_of

BY = ("sex", "age", "region", "language")
BANDS = ((30, "–29"), (40, "30–39"), (50, "40–49"), (200, "50–"))
DECIDED = (GateResult.PASSED, GateResult.NOT_PASSED)


def fairness(position, gate: Gate, *, least: int) -> dict[str, Any]:
    """For each way of grouping: the groups that may be shown with rate, ratio, exact p and number; how many were left out."""
    decided = dict(
        Application.objects.for_position(position)
        .filter(**{f"{gate.value}_gate__in": DECIDED})
        .values_list("pk", f"{gate.value}_gate")
    )  # fmt: skip
    passed = {key for key, result in decided.items() if result == GateResult.PASSED}
    groups = _groups(position, decided)
    return {
        "total": len(decided),
        "passed": len(passed),
        "rates": {name: _compared(groups[name], passed, least=least) for name in BY},
    }


def _groups(position, decided: Iterable[int]) -> dict[str, Mapping[int, str]]:
    """File → group, for each way of grouping; files about which nothing is known stand in none."""
    on = (position.closes_at or position.created_at).date()
    people = Identity.objects.filter(application__position=position).only("uuid", "application_id", "sex", "birth_date", "nationality")
    known = {person.application_id: person for person in people}
    people = {key: known[key] for key in decided if key in known}
    native = LanguageEvidence.objects.filter(application__position=position, is_native=True).order_by("-pk")
    return {
        "sex": {key: str(person.sex) for key, person in people.items() if person.sex in (Sex.MALE, Sex.FEMALE)},
        "age": {key: band(person.birth_date, on) for key, person in people.items() if person.birth_date},
        "region": {key: region_of(person.nationality.code).value for key, person in people.items() if person.nationality},
        "language": {key: code.split("-")[0] for key, code in native.values_list("application", "language") if key in people},
    }


def band(born: datetime.date, on: datetime.date) -> str:
    """The band of ages in which somebody stands on that day."""
    years = on.year - born.year - ((on.month, on.day) < (born.month, born.day))
    return next(name for limit, name in BANDS if years < limit)


def _compared(groups: Mapping[int, str], passed: set[int], *, least: int) -> dict[str, Any]:
    totals, hits = Counter(groups.values()), Counter(group for key, group in groups.items() if key in passed)
    all_groups = [statistics.Group(name, total, hits[name]) for name, total in sorted(totals.items())]
    shown = statistics.suppressed(all_groups, least=least)
    return {"rows": [asdict(rate) for rate in statistics.compared(shown)], "left_out": len(all_groups) - len(shown)}
