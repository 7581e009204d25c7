"""How floors below the audit leave a footprint: they say what they did, and the audit listens."""

from django.dispatch import Signal

footprint = Signal()


def leave(verb: str, subject, *, by, data: dict | None = None) -> None:
    """Tell what was done to `subject` and by whom; the audit writes it into the same transaction."""
    footprint.send(sender=type(subject), verb=verb, subject=subject, by=by, data=data or {})
