"""The chain: each entry's hash covers its content and the hash before it."""

import hashlib
import json

GENESIS = bytes(32)


def digest(previous: bytes, content: dict) -> bytes:
    """SHA-256 (32 bytes) over the previous hash and the canonical JSON of the content."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(previous + text.encode()).digest()
