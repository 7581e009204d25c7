"""The one register of how states are called and coloured; a state that is not in it stops the page."""

COLOURS = frozenset({"grey", "blue", "teal", "green", "yellow", "orange", "red", "purple"})

_registry: dict[tuple[str, str], dict] = {}


def register(namespace: str, states: dict, *, audience: str = "") -> None:
    """State → (label, colour) for one kind of thing, such as "applications.application", and one audience ("" is everyone)."""
    unknown = {colour for _, colour in states.values()} - COLOURS
    if unknown:
        raise ValueError(f"no such badge colour: {', '.join(sorted(unknown))}")
    _registry[namespace, audience] = dict(states)


def badge(namespace: str, state: str, *, audience: str = "") -> tuple:
    """Label and colour; KeyError when the namespace or the state was never registered."""
    states = _registry.get((namespace, audience)) or _registry[namespace, ""]
    return states[state]


def registered() -> dict:
    """All that is registered, for the house tests: (namespace, audience) → states."""
    return dict(_registry)
