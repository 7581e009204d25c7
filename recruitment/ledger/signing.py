"""Signing and checking the head of the ledger with Ed25519; the only module that reads the key."""

import base64
import binascii
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings
from django.utils.translation import gettext as _

from recruitment.core.refusals import Refused

ORIGIN = "shanghai-recruitment-portal/ledger/v1"
KEY_BYTES, KEY_LETTERS = 32, 44


def note(size: int, root: bytes, at: str) -> bytes:
    """The four lines that are signed: what they are, the number of leaves, the root, the instant (UTC, ISO 8601)."""
    return f"{ORIGIN}\n{size}\n{root.hex()}\n{at}\n".encode()


def sign(text: bytes) -> tuple[bytes, str]:
    """Signature and id of the key; Refused when no key is configured."""
    key = _private_key()
    return key.sign(text), key_id(key.public_key())


def verify(text: bytes, signature: bytes, key: Ed25519PublicKey) -> bool:
    """Whether the signature was made over this text with this key."""
    try:
        key.verify(signature, text)
    except InvalidSignature:
        return False
    return True


def public_key() -> Ed25519PublicKey | None:
    """The key anyone checks with; None when none is configured."""
    return _private_key().public_key() if settings.LEDGER_SIGNING_KEY else None


def public_bytes(key: Ed25519PublicKey) -> bytes:
    """The 32 bytes of a public key."""
    return key.public_bytes(Encoding.Raw, PublicFormat.Raw)


def own_key() -> bytes | None:
    """The 32 bytes of the key anyone checks with; None when none is configured."""
    key = public_key()
    return public_bytes(key) if key else None


def binary(text: str) -> bytes:
    """What base64 stands for; nothing if it is none."""
    try:
        return base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError):
        return b""


def is_public_key(text: str) -> bool:
    """Whether this text is the public half of a key, in base64."""
    return len(text) == KEY_LETTERS and len(binary(text)) == KEY_BYTES


def is_signed_by(public: str, text: bytes, signature: bytes) -> bool:
    """Whether the signature was made over this text with the private half of this key (base64)."""
    return is_public_key(public) and verify(text, signature, Ed25519PublicKey.from_public_bytes(binary(public)))


def key_id(key: Ed25519PublicKey) -> str:
    """Short name of a key: the beginning of the checksum of its 32 bytes."""
    return sha256(public_bytes(key)).hexdigest()[:16]


def _private_key() -> Ed25519PrivateKey:
    if not settings.LEDGER_SIGNING_KEY:
        raise Refused(_("The ledger has no signing key. Set LEDGER_SIGNING_KEY to 32 random bytes in base64 and start again."))
    try:
        return Ed25519PrivateKey.from_private_bytes(base64.b64decode(settings.LEDGER_SIGNING_KEY, validate=True))
    except (binascii.Error, ValueError):
        raise Refused(_("LEDGER_SIGNING_KEY is not a key: it must be 32 random bytes in base64.")) from None
