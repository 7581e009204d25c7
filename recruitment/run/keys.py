"""The demo's keys: made once, kept in the data folder, read by nobody else. A real portal brings its own."""

import base64
import secrets
from pathlib import Path

from recruitment.embedded import keep, kept


def demo_keys(data: Path) -> dict[str, str]:
    """SECRET_KEY, the keys that encrypt fields, documents and the compartment, and the one that signs the ledger, as the settings read them."""
    path = data / "keys.json"
    keys = kept(path, new_keys)
    if lacking := {name: key for name, key in new_keys().items() if name not in keys}:  # a folder from before a key was asked for
        keys |= lacking
        keep(path, keys)
    return keys


def new_keys() -> dict[str, str]:
    return {
        "SECRET_KEY": secrets.token_urlsafe(48),
        "FIELD_KEYS": f"demo:{random_key()}",
        "DOCUMENT_KEYS": f"demo:{random_key()}",
        "COMPARTMENT_KEYS": f"demo:{random_key()}",
        "LEDGER_SIGNING_KEY": random_key(),
    }


def random_key() -> str:
    return base64.b64encode(secrets.token_bytes(32)).decode()
