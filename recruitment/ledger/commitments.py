"""What a leaf commits to: one canonical text, one salt, one hash."""

import json
from datetime import UTC
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder

SALT_BYTES = 32


def canonical(value: Any) -> bytes:
    """JSON that is the same on every machine: keys sorted, no spaces, UTF-8; dates and decimals as text."""
    return json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def envelope(leaf, payload: Any, about: UUID | None) -> dict[str, Any]:
    """The whole that is committed, so that neither kind nor reference, neither instant nor file can be exchanged later."""
    told = {"kind": leaf.kind, "payload": payload, "reference": leaf.reference}
    return told | {"about": str(about) if about else None, "at": leaf.at.astimezone(UTC).isoformat()}


def envelope_of_old(leaf, payload: Any) -> dict[str, Any]:
    """What leaves committed to before instant and file were part of it; those that were made so stay valid."""
    return {"kind": leaf.kind, "payload": payload, "reference": leaf.reference}


def opened(leaf, salt: bytes, payload: Any, about: UUID | None) -> dict[str, Any] | None:
    """What a leaf commits to, if this is its opening; None if it is not."""
    for content in (envelope(leaf, payload, about), envelope_of_old(leaf, payload)):
        if len(salt) == SALT_BYTES and commitment(salt, content) == bytes(leaf.commitment):
            return content
    return None


def commitment(salt: bytes, content: dict[str, Any]) -> bytes:
    """SHA-256 over the salt and the canonical text; without the salt it says nothing about the content."""
    if len(salt) != SALT_BYTES:
        raise ValueError("A salt has 32 bytes.")
    return sha256(salt + canonical(content)).digest()
