"""The filters of the list as a reader sees them: options with the number of posts behind each, and chips to take them off."""

from collections import Counter
from collections.abc import Mapping

from positions.forms import FilterForm, address_of
from positions.states import Sort, Status

Search = Mapping[str, list[str]]


class Tally:
    """How many posts there are in all, behind each option if it were ticked beside the other filters, and without each filter."""

    def __init__(self, rows: list[tuple[dict[str, list], int]], choices: Mapping[str, list]):
        self.total = 0
        self.counts: dict[str, Counter] = {name: Counter() for name in choices}
        self.without: Counter = Counter()
        wanted = [(name, set(chosen)) for name, chosen in choices.items() if chosen]
        for facts, number in rows:
            unfit = [name for name, chosen in wanted if chosen.isdisjoint(facts[name])]
            if len(unfit) > 1:
                continue
            self.total += 0 if unfit else number
            for name in unfit or choices:
                self.without[name] += number
                for value in facts[name]:
                    self.counts[name][value] += number


def group_of(form: FilterForm, name: str, counts: Mapping) -> dict:
    """One filter with its options: label, number of posts behind it, whether it is ticked; empty ones are left out."""
    ticked = set(form.known(name))
    options = []
    for index, (value, label) in enumerate(form.fields[name].choices):
        key = form.departments[value].pk if name == "department" else value
        if counts[key] or value in ticked:
            options.append(
                {"value": value, "label": str(label), "count": str(counts[key]), "ticked": value in ticked, "id": f"id_{name}_{index}"}
            )
    return {"name": name, "label": form.fields[name].label, "options": options, "is_open": bool(ticked) or name in ("kind", "department")}


def statuses_of(form: FilterForm, tally: Tally) -> list[dict]:
    """Open, closed, all: each with its number."""
    counts = tally.counts["status"]
    numbers = {Status.OPEN: counts[Status.OPEN], Status.CLOSED: counts[Status.CLOSED], Status.ALL: counts.total()}
    return [
        {"value": status.value, "label": status.label, "count": str(numbers[status]), "chosen": status == form.status_chosen}
        for status in Status
    ]


def sorts_of(search: Search, form: FilterForm) -> list[dict]:
    """The same list in each order."""
    chosen = form.cleaned_data.get("sort") or Sort.DEADLINE.value
    rest = {name: values for name, values in search.items() if name not in ("sort", "page")}
    return [
        {
            "label": sort.label,
            "chosen": sort == chosen,
            "href": address_of(rest if sort == Sort.DEADLINE else {**rest, "sort": [sort]}) or "?",
        }
        for sort in Sort
    ]


def chips_of(search: Search, form: FilterForm, groups: list[dict]) -> list[dict]:
    """What is in force, each with the address of the same list without it."""
    chips = []
    if text := form.cleaned_data.get("q"):
        chips.append({"label": f"“{text}”", "href": without(search, "q")})
    if form.status_chosen != Status.OPEN:
        chips.append({"label": Status(form.status_chosen).label, "href": without(search, "status")})
    for group in groups:
        for option in group["options"]:
            if option["ticked"]:
                chips.append({"label": option["label"], "count": option["count"], "href": without(search, group["name"], option["value"])})
    return chips


def without(search: Search, name: str, value: str | None = None) -> str:
    """The address of the same list without one filter, or one of its options, from its first page."""
    left = {
        other: [one for one in values if other != name or (value is not None and one != value)]
        for other, values in search.items()
        if other != "page"
    }
    return address_of({other: values for other, values in left.items() if values}) or "?"
