"""Keys, sealed values and sealed files."""

import base64
import io
import os

import pytest
from django.core.exceptions import ImproperlyConfigured
from hypothesis import given
from hypothesis import strategies as st

from recruitment.core import crypto

OLD, NEW = os.urandom(32), os.urandom(32)
PLACE = {"purpose": "accounts_user.name", "bond": "row 1"}


def text_of(**keys: bytes) -> str:
    return ",".join(f"{key_id}:{base64.b64encode(key).decode()}" for key_id, key in keys.items())


@pytest.fixture(autouse=True)
def field_keys(settings):
    settings.FIELD_KEYS = {"new": NEW, "old": OLD}


def test_keys_are_read_newest_first():
    assert crypto.parse_keys(text_of(new=NEW, old=OLD)) == {"new": NEW, "old": OLD}
    assert crypto.newest(crypto.parse_keys(text_of(new=NEW, old=OLD))) == "new"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "must read id:base64"),
        ("justbase64", "must read id:base64"),
        ("a b:xx", "must read id:base64"),
        ("k1:not base64!", "is not base64"),
        ("k1:" + base64.b64encode(os.urandom(16)).decode(), "must be 32 random bytes"),
        ("k1:" + base64.b64encode(bytes(32)).decode(), "must be 32 random bytes"),
        (text_of(k1=NEW) + "," + text_of(k1=OLD), "used twice"),
        (text_of(k1=NEW, k2=NEW), "under two ids"),
    ],
    ids=["empty", "no id", "bad id", "no base64", "too short", "no key", "one id twice", "one key twice"],
)
def test_bad_keys_stop_the_start_with_a_reason_that_does_not_print_the_key(text, says):
    with pytest.raises(ImproperlyConfigured, match=says) as refusal:
        crypto.parse_keys(text)
    assert base64.b64encode(NEW).decode() not in str(refusal.value)


@given(st.binary(max_size=300), st.text(max_size=40))
def test_what_was_sealed_opens_again(plain, bond):
    keys = {"new": NEW}
    assert crypto.unseal(crypto.seal(plain, purpose="p", bond=bond, keys=keys), purpose="p", bond=bond, keys=keys) == plain


def test_the_same_value_never_looks_the_same_twice():
    assert crypto.seal(b"x", **PLACE) != crypto.seal(b"x", **PLACE)


def test_every_flipped_bit_and_every_cut_is_noticed():
    sealed = crypto.seal(b"secret", **PLACE)
    for position in range(len(sealed)):
        for bit in range(8):
            changed = bytearray(sealed)
            changed[position] ^= 1 << bit
            with pytest.raises((crypto.Tampered, crypto.UnknownKey)):
                crypto.unseal(bytes(changed), **PLACE)
        with pytest.raises((crypto.Tampered, crypto.UnknownKey)):
            crypto.unseal(sealed[:position], **PLACE)


def test_a_value_opens_only_where_it_belongs():
    sealed = crypto.seal(b"secret", **PLACE)
    for purpose, bond in [("accounts_user.name", "row 2"), ("accounts_user.phone", "row 1"), ("accounts_user.name", "")]:
        with pytest.raises(crypto.Tampered):
            crypto.unseal(sealed, purpose=purpose, bond=bond)


def test_an_older_key_still_opens_and_a_removed_one_is_named(settings):
    settings.FIELD_KEYS = {"old": OLD}
    sealed = crypto.seal(b"secret", **PLACE)
    settings.FIELD_KEYS = {"new": NEW, "old": OLD}
    assert crypto.unseal(sealed, **PLACE) == b"secret"
    assert crypto.key_id_of(crypto.seal(b"secret", **PLACE)) == "new"
    settings.FIELD_KEYS = {"new": NEW}
    with pytest.raises(crypto.UnknownKey, match="old"):
        crypto.unseal(sealed, **PLACE)


def test_a_key_under_another_id_does_not_open(settings):
    sealed = crypto.seal(b"secret", **PLACE)
    with pytest.raises(crypto.Tampered):
        crypto.unseal(sealed, **PLACE, keys={"new": OLD})


def test_text_is_sealed_as_text():
    sealed = crypto.seal_text("TOTP 种子", purpose="mfa")
    assert sealed.isascii()
    assert crypto.open_text(sealed, purpose="mfa") == "TOTP 种子"
    for nonsense in ("", "!!!", "种子", sealed[:-6]):
        with pytest.raises(crypto.Tampered):
            crypto.open_text(nonsense, purpose="mfa")


def test_a_blind_index_finds_equals_under_every_key_and_tells_nothing(settings):
    index = crypto.blind_index("E12345678", purpose="passport")
    assert index == crypto.blind_index("E12345678", purpose="passport")
    assert index != crypto.blind_index("E12345678", purpose="telephone")
    assert "E12345678" not in index
    settings.FIELD_KEYS = {"newer": os.urandom(32), "new": NEW}
    assert index in crypto.blind_indexes("E12345678", purpose="passport")
    assert index != crypto.blind_index("E12345678", purpose="passport")


def sealed_file(plain: bytes, key: bytes, bond: str = "file 1") -> bytes:
    return b"".join(crypto.seal_frames(plain, key=key, bond=bond))


def opened(sealed: bytes, key: bytes, bond: str = "file 1") -> bytes:
    return b"".join(crypto.open_frames(io.BytesIO(sealed), key=key, bond=bond))


FRAME = crypto.FRAME_BYTES


@pytest.mark.parametrize("size", [0, 1, FRAME - 1, FRAME, FRAME + 1, 2 * FRAME, 5 * FRAME + 7])
def test_a_file_of_any_size_comes_back_whole(size):
    key, plain = crypto.new_file_key(), os.urandom(size)
    sealed = sealed_file(plain, key)
    assert opened(sealed, key) == plain
    assert size < 32 or plain[:32] not in sealed


def test_a_file_that_was_flipped_cut_lengthened_or_shuffled_does_not_open():
    key = crypto.new_file_key()
    sealed = sealed_file(os.urandom(3 * FRAME + 50), key)
    frames = [sealed[start : start + FRAME + 16] for start in range(0, len(sealed), FRAME + 16)]
    flipped = bytearray(sealed)
    flipped[FRAME * 2] ^= 1
    damaged = [
        bytes(flipped),
        sealed[:-1],
        b"".join(frames[:-1]),
        b"".join(frames[1:]),
        b"".join([frames[1], frames[0], *frames[2:]]),
        b"".join([frames[0], frames[0], *frames[2:]]),
        sealed + b"x",
        sealed + frames[-1],
        b"",
    ]
    for version in damaged:
        with pytest.raises(crypto.Tampered):
            opened(version, key)


def test_a_file_or_a_frame_of_another_file_does_not_open():
    key, other = crypto.new_file_key(), crypto.new_file_key()
    mine, theirs = sealed_file(bytes(3 * FRAME), key), sealed_file(bytes(3 * FRAME), key, bond="file 2")
    mixed = mine[: FRAME + 16] + theirs[FRAME + 16 :]
    for sealed, opener in [(theirs, key), (mixed, key), (mine, other)]:
        with pytest.raises(crypto.Tampered):
            opened(sealed, opener)
