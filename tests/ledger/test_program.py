"""The program that needs no portal: published vectors, true and false files, and files made to hurt it."""

import base64
import contextlib
import copy
import json
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from recruitment.core.static.verify import verify_ledger
from recruitment.ledger import merkle

PROGRAM = Path(verify_ledger.__file__)
KEY, WITNESS = bytes(range(32)), bytes(range(64, 96))

# RFC 8032, 7.1: secret key, public key, message, signature.
VECTORS = [
    (
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
    (
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    ),
]


@pytest.mark.parametrize("secret, public, message, signature", [[bytes.fromhex(part) for part in vector] for vector in VECTORS])
def test_signatures_are_those_of_the_published_vectors(secret, public, message, signature):
    assert verify_ledger.public_half(secret) == public
    assert verify_ledger.signed(secret, message) == signature
    assert verify_ledger.is_signed(public, message, signature)
    assert not verify_ledger.is_signed(public, message + b"!", signature)
    for place in (0, 31, 32, 63):
        changed = bytearray(signature)
        changed[place] ^= 1
        assert not verify_ledger.is_signed(public, message, bytes(changed))
    late = int.from_bytes(signature[32:], "little") + verify_ledger.L
    assert not verify_ledger.is_signed(public, message, signature[:32] + late.to_bytes(32, "little"))


def test_what_it_signs_another_library_signs_alike():
    assert verify_ledger.signed(KEY, b"text") == Ed25519PrivateKey.from_private_bytes(KEY).sign(b"text")


@pytest.mark.parametrize("public, signature", [(b"", b""), (b"\xff" * 32, bytes(64)), (bytes(32), b"\xff" * 64), (bytes(31), bytes(64))])
def test_what_is_no_key_or_no_signature_signs_nothing(public, signature):
    assert not verify_ledger.is_signed(public, b"", signature)


def test_program_and_portal_climb_alike():
    leaves = [merkle.hash_leaf(bytes([number])) for number in range(20)]
    for second in range(1, 21):
        root = merkle.root(leaves[:second])
        for first in range(1, second + 1):
            path, older = merkle.consistency_proof(leaves[:second], first), merkle.root(leaves[:first])
            assert verify_ledger.only_grew((first, older), (second, root), path)
            assert not verify_ledger.only_grew((first, bytes(32)), (second, root), path)
            assert not verify_ledger.only_grew((first, older), (second, root), [*path, root])
            assert verify_ledger.is_under(leaves[first - 1], first - 1, second, merkle.inclusion_proof(leaves[:second], first - 1), root)


def text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def checkpoint(leaves: list[bytes]) -> dict:
    told = {"size": len(leaves), "root": merkle.root(leaves).hex(), "at": "2026-11-23T04:00:00+00:00"}
    note = verify_ledger.note_of(told)
    cosignature = {
        "witness": "W",
        "public_key": text(verify_ledger.public_half(WITNESS)),
        "signature": text(verify_ledger.signed(WITNESS, note)),
    }
    told |= {"public_key": text(verify_ledger.public_half(KEY)), "signature": text(verify_ledger.signed(KEY, note))}
    return told | {"cosignatures": [cosignature]}


@pytest.fixture(scope="module")
def receipt() -> dict:
    content, salt = (
        {"about": None, "at": "x", "kind": "marking", "payload": {"total": "80.5", "on": "上海"}, "reference": "A"},
        bytes(range(32)),
    )
    commitment = verify_ledger.hashlib.sha256(salt + verify_ledger.canonical(content)).digest()
    leaves = [merkle.hash_leaf(bytes([number])) for number in range(11)]
    leaves[6] = merkle.hash_leaf(commitment)
    told = {
        "format": "ledger-receipt-1",
        "content": content,
        "salt": salt.hex(),
        "commitment": commitment.hex(),
        "leaf_hash": leaves[6].hex(),
    }
    path = [node.hex() for node in merkle.inclusion_proof(leaves, 6)]
    return told | {"index": 6, "proof": {"path": path, "checkpoint": checkpoint(leaves)}}


def run(*words, cwd) -> subprocess.CompletedProcess:
    return subprocess.run([sys.executable, "-I", PROGRAM, *words], capture_output=True, text=True, cwd=cwd, check=False)


def kept(folder, name: str, document) -> str:
    (folder / name).write_text(json.dumps(document))
    return name


def test_a_true_receipt_is_proved_without_the_portal(receipt, tmp_path):
    keys = ("--key", text(verify_ledger.public_half(KEY)), "--witness", text(verify_ledger.public_half(WITNESS)))
    done = run("receipt", kept(tmp_path, "r.json", receipt), *keys, cwd=tmp_path)
    assert (done.returncode, done.stderr, done.stdout.count("ok "), done.stdout.count("FALSE")) == (0, "", 6, 0)


def test_a_receipt_that_waits_ends_with_two(receipt, tmp_path):
    done = run("receipt", kept(tmp_path, "r.json", receipt | {"proof": None}), cwd=tmp_path)
    assert (done.returncode, "next checkpoint" in done.stdout) == (2, True)


@pytest.mark.parametrize(
    "where, value, code",
    [
        (("content", "payload", "total"), "81.5", "commitment"),
        (("content", "reference"), "B", "commitment"),
        (("salt",), "00" * 32, "commitment"),
        (("commitment",), "00" * 32, "leaf"),
        (("leaf_hash",), "00" * 32, "inclusion"),
        (("index",), 7, "inclusion"),
        (("index",), -1, "inclusion"),
        (("proof", "path"), [], "inclusion"),
        (("proof", "checkpoint", "root"), "00" * 32, "signature"),
        (("proof", "checkpoint", "size"), 12, "signature"),
        (("proof", "checkpoint", "at"), "2026-11-23T05:00:00+00:00", "signature"),
        (("proof", "checkpoint", "signature"), text(bytes(64)), "signature"),
        (("proof", "checkpoint", "public_key"), text(bytes(32)), "key"),
        (("proof", "checkpoint", "cosignatures"), [], "witness"),
        (("proof", "checkpoint", "cosignatures", 0, "signature"), text(bytes(64)), "cosignature"),
    ],
)
def test_whatever_is_changed_is_found(receipt, where, value, code):
    changed = copy.deepcopy(receipt)
    inner = changed
    for name in where[:-1]:
        inner = inner[name]
    inner[where[-1]] = value
    steps = verify_ledger.receipt_steps(changed, verify_ledger.public_half(KEY), [verify_ledger.public_half(WITNESS)])
    assert code in [name for name, whether, _whose in steps if not whether]
    assert verify_ledger.say(steps) == 1


HOSTILE = ["", "{}", "[]", "null", "1e999", "\x00", "[" * 100_000, '{"format":"ledger-receipt-1"}', "NaN", '"' + "9" * 9000, "9" * 9000]


@pytest.mark.parametrize(
    "words", [(), ("receipt",), ("receipt", "missing"), ("other", "x"), ("receipt", "x", "--key"), ("receipt", "x", "--key", "?")]
)
def test_what_cannot_be_asked_ends_with_two(words, capsys):
    assert verify_ledger.main(list(words)) == 2
    assert "Traceback" not in capsys.readouterr().out


@pytest.mark.parametrize("told", HOSTILE, ids=range(len(HOSTILE)))
def test_a_file_made_to_hurt_ends_with_two(told, tmp_path):
    (tmp_path / "r.json").write_text(told)
    for words in (("receipt", "r.json"), ("consistency", "r.json", "r.json", "r.json"), ("sign", "r.json", "r.json")):
        assert verify_ledger.main([words[0], *(str(tmp_path / name) for name in words[1:])]) == 2


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4), lambda inner: st.lists(inner, max_size=3)
)


@given(st.data())
def test_no_receipt_makes_it_stumble(receipt, data):
    changed = copy.deepcopy(receipt)
    inner = data.draw(
        st.sampled_from([changed, changed["proof"], changed["proof"]["checkpoint"], changed["proof"]["checkpoint"]["cosignatures"][0]])
    )
    inner[data.draw(st.sampled_from(sorted(inner)))] = data.draw(ANYTHING)
    with contextlib.suppress(ValueError, TypeError, KeyError, AttributeError):
        verify_ledger.receipt_steps(changed)


def test_two_kept_checkpoints_and_the_proof_between_them(tmp_path):
    leaves = [merkle.hash_leaf(bytes([number])) for number in range(13)]
    older, newer = kept(tmp_path, "o.json", checkpoint(leaves[:5])), kept(tmp_path, "n.json", checkpoint(leaves))
    proof = kept(tmp_path, "p.json", {"path": [node.hex() for node in merkle.consistency_proof(leaves, 5)]})
    assert run("consistency", older, newer, proof, cwd=tmp_path).returncode == 0
    forked = kept(tmp_path, "f.json", checkpoint([merkle.hash_leaf(b"other"), *leaves[1:]]))
    done = run("consistency", older, forked, proof, cwd=tmp_path)
    assert (done.returncode, "does not contain the older" in done.stdout) == (1, True)
    assert run("consistency", newer, older, proof, cwd=tmp_path).returncode == 1


def test_a_witness_signs_off_line_and_only_what_follows(tmp_path):
    leaves = [merkle.hash_leaf(bytes([number])) for number in range(13)]
    made = run("new-key", "key", cwd=tmp_path)
    older, newer = kept(tmp_path, "o.json", checkpoint(leaves[:5])), kept(tmp_path, "n.json", checkpoint(leaves))
    proof = kept(tmp_path, "p.json", {"path": [node.hex() for node in merkle.consistency_proof(leaves, 5)]})
    done = run("sign", "key", newer, older, proof, cwd=tmp_path)
    public, signature = base64.b64decode(made.stdout), base64.b64decode(done.stdout)
    assert verify_ledger.is_signed(public, verify_ledger.note_of(json.loads((tmp_path / newer).read_text())), signature)
    assert run("sign", "key", newer, cwd=tmp_path).stdout == done.stdout
    forked = kept(tmp_path, "f.json", checkpoint([merkle.hash_leaf(b"other"), *leaves[1:]]))
    assert run("sign", "key", forked, older, proof, cwd=tmp_path).returncode == 1
    assert run("new-key", "key", cwd=tmp_path).returncode == 2
    assert (tmp_path / "key").stat().st_mode & 0o77 == 0
