"""A declaration as people read it: what is in it, what it lacks, what changed between two versions."""

import datetime
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from positions.conditions.spans import add_months
from recruitment.core.spoken_dates import day as spoken
from recruitment.policy.queries import value
from screening.applications.forms.choices import country_names
from screening.security.periods import Gap, gaps, spans
from screening.security.states import LISTS, Kind, Tier
from screening.security.states.declared import BUSY, LIVED


@dataclass(frozen=True)
class Difference:
    """One entry that is not as it was: only before, only after, or both."""

    kind: Kind
    before: dict | None
    after: dict | None

    @property
    def words(self) -> tuple[str, str]:
        """Both sides as a sentence; the missing one is empty."""
        return tuple(sentence(self.kind, row) if row else "" for row in (self.before, self.after))


def since(tier: str, today: datetime.date) -> datetime.date:
    """The first day that a declaration for the tier covers."""
    years = value("security.enhanced_years" if tier == Tier.ENHANCED else "security.baseline_years")
    return add_months(today, -12 * years)


def open_gaps(content: dict, *, tier: str) -> dict[str, list[Gap]]:
    """Times of which nothing was said, by track: where somebody lived, what they did."""
    today = timezone.localdate()
    limits = {"since": since(tier, today), "today": today, "at_least": value("employment.gap_days")}
    tracks = {"lived": LIVED, "busy": BUSY}
    return {name: gaps(spans(rows(content, kinds), today), **limits) for name, kinds in tracks.items()}


def rows(content: dict, kinds) -> list[dict]:
    """The entries of some kinds."""
    return [row for kind in kinds for row in content.get(kind, ())]


def lacks(content: dict, *, tier: str) -> list[str]:
    """What stands in the way of handing in, in sentences."""
    said = []
    for track, found in open_gaps(content, tier=tier).items():
        words = (
            _("Where did you live from %(first)s to %(last)s?") if track == "lived" else _("What did you do from %(first)s to %(last)s?")
        )
        said += [words % {"first": spoken(gap.first), "last": spoken(gap.last)} for gap in found]
    silent = [kind for kind in LISTS if not content.get(kind) and kind not in content.get("none", ())]
    return said + [_("Add an entry to “%(list)s”, or say that there is none.") % {"list": kind.label} for kind in silent]


def sentence(kind: str, row: dict) -> str:
    """One entry in a line."""
    parts = [row.get(name, "") for name in ("name", "place", "detail")]
    if row.get("country"):
        parts.insert(2, country_names().get(row["country"], row["country"]))
    if row.get("began_on"):
        day = datetime.date.fromisoformat
        until = spoken(day(row["ended_on"])) if row.get("ended_on") else _("today")
        parts.append(f"{spoken(day(row['began_on']))} – {until}")
    return " · ".join(part for part in parts if part)


def shown(content: dict) -> list[tuple[Kind, list[tuple[str, str]]]]:
    """Every list with its entries as (id, sentence)."""
    return [(kind, [(row["id"], sentence(kind, row)) for row in content.get(kind, ())]) for kind in Kind]


def differences(before: dict, after: dict) -> list[Difference]:
    """What was added, removed or changed from one version to the next, list by list."""
    found = []
    for kind in Kind:
        old, new = ({row["id"]: row for row in version.get(kind, ())} for version in (before, after))
        found += [Difference(kind, old.get(key), new.get(key)) for key in {**old, **new} if old.get(key) != new.get(key)]
    return found
