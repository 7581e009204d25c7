"""The lifecycle as a table, generated from the transitions: for the README and for the page "what happens when"."""

from dataclasses import dataclass

from django.utils.functional import Promise

from screening.applications.models import Application
from screening.applications.states import State


@dataclass(frozen=True)
class Step:
    """One row: from which states, by which verb, to which state, and by what rule."""

    sources: tuple[State, ...]
    verb: str
    label: str | Promise
    target: State
    rule: str


def steps() -> list[Step]:
    """Every transition of the lifecycle, in the order in which it is written there."""
    found: dict[str, Step] = {}
    for transition in sorted(Application._meta.get_field("state").get_all_transitions(Application), key=_order):
        name, source = transition.name, State(transition.source)
        known = found[name].sources if name in found else ()
        rule = " ".join((transition.method.__doc__ or "").split())
        found[name] = Step((*known, source), name, transition.custom["label"], State(transition.target), rule)
    return list(found.values())


def _order(transition) -> tuple[int, int]:
    return transition.method.__code__.co_firstlineno, list(State).index(State(transition.source))


def markdown() -> str:
    """The table of the README."""
    lines = ["| from | verb | to | rule |", "| --- | --- | --- | --- |"]
    for step in steps():
        sources = ", ".join(source.value for source in step.sources)
        lines.append(f"| {sources} | `{step.verb}` | {step.target.value} | {step.rule} |")
    return "\n".join(lines)
