"""What a leaf commits to: one canonical text, one salt, one hash."""

import json
from hashlib import sha256
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

SALT_BYTES = 32


def canonical(value: Any) -> bytes:
    """JSON that is the same on every machine: keys sorted, no spaces, UTF-8; dates and decimals as text."""
    return json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def envelope(kind: str, reference: str, payload: Any) -> dict[str, Any]:
    """The whole that is committed, so that neither kind nor reference can be exchanged later."""
    return {"kind": kind, "payload": payload, "reference": reference}


def commitment(salt: bytes, content: dict[str, Any]) -> bytes:
    """SHA-256 over the salt and the canonical text; without the salt it says nothing about the content."""
    if len(salt) != SALT_BYTES:
        raise ValueError("A salt has 32 bytes.")
    return sha256(salt + canonical(content)).digest()
