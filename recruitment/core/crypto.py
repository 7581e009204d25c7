"""Keys and ciphertext: AES-256-GCM with key ids, a key derived for each purpose, and a file sealed in frames.

A sealed value is `version · length of key id · key id · nonce · ciphertext and tag`. The header and a *bond* (what the
value belongs to: a row, a file) are authenticated with it, so a value that was moved elsewhere does not open.
"""

import base64
import binascii
import hashlib
import hmac
import os
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

KEY_BYTES = 32
FRAME_BYTES = 64 * 1024

_VERSION = 1
_NONCE_BYTES = 12
_TAG_BYTES = 16
_KEY_ID = re.compile(r"[A-Za-z0-9_-]{1,16}")


class Tampered(Exception):
    """The ciphertext was changed, cut, or moved away from what it belongs to."""


class UnknownKey(Exception):
    """The ciphertext names a key that is not configured (any more)."""


# --- Keys ---------------------------------------------------------------------------------------------------------


def parse_keys(text: str) -> dict[str, bytes]:
    """Keys out of `id:base64,id:base64`, newest first; ImproperlyConfigured says what is wrong, never the key."""
    keys: dict[str, bytes] = {}
    for number, part in enumerate(text.split(","), start=1):
        key_id, colon, encoded = part.strip().partition(":")
        if not colon or not _KEY_ID.fullmatch(key_id):
            raise ImproperlyConfigured(f"Key {number} must read id:base64, the id of 1 to 16 letters, digits, - or _.")
        if key_id in keys:
            raise ImproperlyConfigured(f"The key id {key_id} is used twice.")
        keys[key_id] = _decode(key_id, encoded)
    if len(set(keys.values())) < len(keys):
        raise ImproperlyConfigured("The same key stands under two ids.")
    return keys


def _decode(key_id: str, encoded: str) -> bytes:
    try:
        key = base64.b64decode(encoded.strip(), validate=True)
    except binascii.Error:
        raise ImproperlyConfigured(f"The key {key_id} is not base64.") from None
    if len(key) != KEY_BYTES or len(set(key)) < 8:
        raise ImproperlyConfigured(f"The key {key_id} must be {KEY_BYTES} random bytes.")
    return key


def newest(keys: Mapping[str, bytes]) -> str:
    """The id of the key that seals from now on."""
    return next(iter(keys))


@lru_cache(maxsize=1024)
def _derived(key: bytes, purpose: str) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=purpose.encode()).derive(key)


@lru_cache(maxsize=1024)
def _cipher(key: bytes, purpose: str) -> AESGCM:
    return AESGCM(_derived(key, purpose))


# --- Values -------------------------------------------------------------------------------------------------------


def seal(plain: bytes, *, purpose: str, bond: str = "", keys: Mapping[str, bytes] | None = None) -> bytes:
    """Encrypt with the newest key; opens only for the same purpose and bond."""
    keys = settings.FIELD_KEYS if keys is None else keys
    key_id = newest(keys)
    header = bytes([_VERSION, len(key_id)]) + key_id.encode()
    nonce = os.urandom(_NONCE_BYTES)
    return header + nonce + _cipher(keys[key_id], purpose).encrypt(nonce, plain, header + bond.encode())


def unseal(sealed: bytes, *, purpose: str, bond: str = "", keys: Mapping[str, bytes] | None = None) -> bytes:
    """Decrypt what `seal` made; raises Tampered or UnknownKey, never returns anything else than what was sealed."""
    keys = settings.FIELD_KEYS if keys is None else keys
    key_id = key_id_of(sealed)
    if key_id not in keys:
        raise UnknownKey(key_id)
    header, rest = sealed[: 2 + len(key_id)], sealed[2 + len(key_id) :]
    try:
        return _cipher(keys[key_id], purpose).decrypt(rest[:_NONCE_BYTES], rest[_NONCE_BYTES:], header + bond.encode())
    except (InvalidTag, ValueError):
        raise Tampered(f"A value of {purpose} does not belong to {bond or 'this place'}, or was changed.") from None


def key_id_of(sealed: bytes) -> str:
    """Which key opens it."""
    if len(sealed) < 2 or sealed[0] != _VERSION:
        raise Tampered("This is not a sealed value.")
    key_id = sealed[2 : 2 + sealed[1]].decode("ascii", "replace")
    if not _KEY_ID.fullmatch(key_id):
        raise Tampered("This is not a sealed value.")
    return key_id


def seal_text(text: str, *, purpose: str, bond: str = "") -> str:
    """`seal` for a column or a setting that holds text."""
    return base64.urlsafe_b64encode(seal(text.encode(), purpose=purpose, bond=bond)).decode()


def open_text(sealed: str, *, purpose: str, bond: str = "") -> str:
    """What `seal_text` made, in clear."""
    try:
        raw = base64.urlsafe_b64decode(sealed.encode())
    except (binascii.Error, UnicodeEncodeError):
        raise Tampered("This is not a sealed value.") from None
    return unseal(raw, purpose=purpose, bond=bond).decode()


def blind_index(text: str, *, purpose: str) -> str:
    """A keyed digest (64 hex digits) to store beside a sealed value that must be found again by equality."""
    return blind_indexes(text, purpose=purpose)[0]


def blind_indexes(text: str, *, purpose: str) -> list[str]:
    """The digest under each key, newest first: search with `__in`, so that rows of an older key are found too."""
    derived = (_derived(key, f"index:{purpose}") for key in settings.FIELD_KEYS.values())
    return [hmac.new(key, text.encode(), hashlib.sha256).hexdigest() for key in derived]


# --- Files --------------------------------------------------------------------------------------------------------
# Danger: the nonce is a counter, so a file key seals exactly one file. Make a new one for each writing.


def new_file_key() -> bytes:
    """A key for one file."""
    return AESGCM.generate_key(KEY_BYTES * 8)


def seal_frames(plain: bytes, *, key: bytes, bond: str) -> Iterator[bytes]:
    """Encrypt a file in frames of 64 KiB; each knows its place, and the last one that it is the last."""
    cipher, view = AESGCM(key), memoryview(plain)
    final = max(len(plain) - 1, 0) // FRAME_BYTES
    for number in range(final + 1):
        frame = view[number * FRAME_BYTES : (number + 1) * FRAME_BYTES]
        yield cipher.encrypt(_place(number, last=number == final), frame, bond.encode())


def open_frames(file, *, key: bytes, bond: str) -> Iterator[bytes]:
    """Decrypt frame by frame; raises Tampered at a frame that is missing, moved, changed or from another file."""
    cipher, number = AESGCM(key), 0
    frame = file.read(FRAME_BYTES + _TAG_BYTES)
    while True:
        following = file.read(FRAME_BYTES + _TAG_BYTES)
        try:
            yield cipher.decrypt(_place(number, last=not following), frame, bond.encode())
        except (InvalidTag, ValueError):
            raise Tampered(f"Frame {number} of {bond} was changed, cut or moved.") from None
        if not following:
            return
        number, frame = number + 1, following


def _place(number: int, *, last: bool) -> bytes:
    return number.to_bytes(_NONCE_BYTES - 1, "big") + bytes([last])
