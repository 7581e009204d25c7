"""The link of a referee: signed, good for one request, and worthless once that is answered, withdrawn, sent anew or expired."""

import uuid

from django.core.signing import BadSignature, Signer

SIGNER = Signer(salt="applications.referee", sep="~")


def token_of(referee) -> str:
    """What stands in the link; it tells nothing about anybody."""
    return SIGNER.sign(f"{referee.uuid.hex}.{int(referee.asked_at.timestamp())}")


def opened(token: str) -> tuple[uuid.UUID, int] | None:
    """(referee, second of the request) of a link of ours, otherwise None."""
    try:
        told, second = SIGNER.unsign(token).split(".")
        return uuid.UUID(told), int(second)
    except (BadSignature, ValueError):
        return None
