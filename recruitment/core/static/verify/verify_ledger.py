#!/usr/bin/env python3
"""Verify what the public ledger proves, without the portal and without the network.

  python3 verify_ledger.py receipt RECEIPT.json [--key KEY] [--witness KEY]
  python3 verify_ledger.py consistency OLDER.json NEWER.json PROOF.json [--key KEY]
  python3 verify_ledger.py sign KEYFILE CHECKPOINT.json [OLDER.json PROOF.json] [--key KEY]
  python3 verify_ledger.py new-key KEYFILE

Needs Python 3.11 or newer and nothing else. KEY is a public key in base64, as you know it from elsewhere: from paper, from the
oversight body, from a page that you kept. Without --key the key that the file itself carries is used and shown.

receipt       the content with its salt gives the commitment; the commitment gives the leaf; the leaf stands under the root of a
              signed checkpoint (RFC 6962); the signature is the ledger's (Ed25519); each co-signature is its witness's
consistency   the newer of two saved checkpoints contains the whole of the older: nothing was changed or taken out
sign          for the oversight body, off-line: signs a checkpoint's note with the 32 bytes (base64) in KEYFILE and prints the
              signature; given the checkpoint that was signed before and a proof, it first makes sure that the ledger only grew
new-key       writes a new key for `sign` and prints its public half

Ends with 0 where everything is proved, with 1 where something is false, with 2 where a file cannot be read or waits for the next
checkpoint.
"""

import base64
import hashlib
import json
import os
import secrets
import sys

ORIGIN = "shanghai-recruitment-portal/ledger/v1"
FORMAT = "ledger-receipt-1"
LARGEST = 16 * 1024 * 1024
MOST_COSIGNATURES = 32

# Ed25519 as in RFC 8032, 5.1: the field, the curve, its base point. Danger: not made against somebody who measures the time.
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)
BASE_Y = 4 * pow(5, P - 2, P) % P


class Unreadable(ValueError):
    """A file that is not what it should be."""


def x_of(y, sign):
    """The x of a point, or None where there is none."""
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if x * x % P != square:
        x = x * ROOT_OF_MINUS_ONE % P
    if x * x % P != square or (x == 0 and sign):
        return None
    return P - x if x & 1 != sign else x


def add(one, other):
    a = (one[1] - one[0]) * (other[1] - other[0]) % P
    b = (one[1] + one[0]) * (other[1] + other[0]) % P
    c, d = 2 * one[3] * other[3] * D % P, 2 * one[2] * other[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(scalar, point):
    found = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            found = add(found, point)
        point, scalar = add(point, point), scalar >> 1
    return found


def packed(point):
    inverse = pow(point[2], P - 2, P)
    return (point[1] * inverse % P | (point[0] * inverse % P & 1) << 255).to_bytes(32, "little")


def unpacked(text):
    whole = int.from_bytes(text, "little")
    y, sign = whole & (1 << 255) - 1, whole >> 255
    x = x_of(y, sign)
    return None if x is None else (x, y, 1, x * y % P)


BASE = (x_of(BASE_Y, 0), BASE_Y, 1, x_of(BASE_Y, 0) * BASE_Y % P)


def number_of(*parts):
    return int.from_bytes(hashlib.sha512(b"".join(parts)).digest(), "little")


def halves(key):
    digest = hashlib.sha512(key).digest()
    return int.from_bytes(digest[:32], "little") & (1 << 254) - 8 | 1 << 254, digest[32:]


def public_half(key):
    return packed(times(halves(key)[0], BASE))


def signed(key, text):
    secret, prefix = halves(key)
    once = number_of(prefix, text) % L
    point = packed(times(once, BASE))
    answer = (once + number_of(point, public_half(key), text) % L * secret) % L
    return point + answer.to_bytes(32, "little")


def is_signed(public, text, signature):
    """Whether this signature was made over this text with the private half of this key."""
    if len(public) != 32 or len(signature) != 64:
        return False
    key, point, answer = unpacked(public), unpacked(signature[:32]), int.from_bytes(signature[32:], "little")
    if key is None or point is None or answer >= L:
        return False
    challenge = number_of(signature[:32], public, text) % L
    return packed(times(answer, BASE)) == packed(add(point, times(challenge, key)))


def leaf_of(commitment):
    return hashlib.sha256(b"\x00" + commitment).digest()


def node_of(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def is_under(leaf, index, size, path, root):
    """RFC 9162, 2.1.3.2."""
    if not 0 <= index < size:
        return False
    node, current, last = leaf, index, size - 1
    for sibling in path:
        if last == 0:
            return False
        if current & 1 or current == last:
            node = node_of(sibling, node)
            while not current & 1 and current:
                current, last = current >> 1, last >> 1
        else:
            node = node_of(node, sibling)
        current, last = current >> 1, last >> 1
    return last == 0 and node == root


def only_grew(first, second, path):
    """RFC 9162, 2.1.4.2; `first` and `second` are (size, root)."""
    if not 0 < first[0] <= second[0]:
        return False
    if first[0] == second[0]:
        return not path and first[1] == second[1]
    path = [first[1], *path] if first[0] & (first[0] - 1) == 0 else path
    current, last = first[0] - 1, second[0] - 1
    while current & 1:
        current, last = current >> 1, last >> 1
    old = new = path[0] if path else b""
    for node in path[1:]:
        if last == 0:
            return False
        if current & 1 or current == last:
            old, new = node_of(node, old), node_of(node, new)
            while not current & 1 and current:
                current, last = current >> 1, last >> 1
        else:
            new = node_of(new, node)
        current, last = current >> 1, last >> 1
    return last == 0 and (old, new) == (first[1], second[1])


def told(document, name, kind):
    value = document.get(name) if isinstance(document, dict) else None
    if not isinstance(value, kind) or isinstance(value, bool):
        raise Unreadable(f"“{name}” is missing or is not what it should be")
    return value


def digest_in(document, name):
    value = bytes.fromhex(told(document, name, str))
    if len(value) != 32:
        raise Unreadable(f"“{name}” is not a hash of 32 bytes")
    return value


def path_in(document):
    path = told(document, "path", list)
    if len(path) > 128 or not all(isinstance(node, str) for node in path):
        raise Unreadable("“path” is not a list of hashes")
    return [bytes.fromhex(node) for node in path]


def binary(text):
    return base64.b64decode(text, validate=True)


def head_of(checkpoint):
    return told(checkpoint, "size", int), digest_in(checkpoint, "root")


def note_of(checkpoint):
    """The four lines under the signature, made from what the checkpoint says."""
    size, root = head_of(checkpoint)
    return f"{ORIGIN}\n{size}\n{root.hex()}\n{told(checkpoint, 'at', str)}\n".encode()


def canonical(content):
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def checkpoint_steps(checkpoint, key=None, witnesses=()):
    """(what, whether, whose) for the signature and each co-signature."""
    carried = told(checkpoint, "public_key", str)
    note, public = note_of(checkpoint), binary(carried)
    steps = [("key", key == public, carried)] if key else []
    steps.append(("signature", is_signed(public, note, binary(told(checkpoint, "signature", str))), carried))
    lines = checkpoint.get("cosignatures") or []
    if not isinstance(lines, list) or len(lines) > MOST_COSIGNATURES:
        raise Unreadable("“cosignatures” is not a list of at most 32")
    for line in lines:
        theirs = told(line, "public_key", str)
        fits = is_signed(binary(theirs), note, binary(told(line, "signature", str)))
        steps.append(("cosignature", fits and (not witnesses or binary(theirs) in witnesses), theirs))
    found = [binary(line["public_key"]) for line in lines]
    missing = [witness for witness in witnesses if witness not in found]
    return steps + [("witness", False, base64.b64encode(witness).decode()) for witness in missing]


def receipt_steps(receipt, key=None, witnesses=()):
    """(what, whether, whose) for every step of a receipt; whether is None where it waits for the next checkpoint."""
    if not isinstance(receipt, dict) or receipt.get("format") != FORMAT:
        raise Unreadable(f"not a receipt of the format {FORMAT}")
    salt, commitment = digest_in(receipt, "salt"), digest_in(receipt, "commitment")
    leaf, index = digest_in(receipt, "leaf_hash"), told(receipt, "index", int)
    content = canonical(told(receipt, "content", dict))
    steps = [("commitment", hashlib.sha256(salt + content).digest() == commitment, ""), ("leaf", leaf_of(commitment) == leaf, "")]
    proof = receipt.get("proof")
    if proof is None:
        return [*steps, ("pending", None, "")]
    checkpoint = told(proof, "checkpoint", dict)
    size, root = head_of(checkpoint)
    steps.append(("inclusion", is_under(leaf, index, size, path_in(proof), root), str(size)))
    return steps + checkpoint_steps(checkpoint, key, witnesses)


def consistency_steps(older, newer, proof, key=None):
    """(what, whether, whose) for two saved checkpoints and the proof between them."""
    grew = only_grew(head_of(older), head_of(newer), path_in(proof))
    return [*checkpoint_steps(older, key), *checkpoint_steps(newer, key), ("consistency", grew, "")]


SENTENCES = {
    "commitment": ("The content and its salt give the commitment.", "The content is not what was committed."),
    "leaf": ("The commitment gives the hash of the leaf.", "The hash of the leaf is not that of the commitment."),
    "inclusion": ("The leaf stands under the checkpoint of {} leaves.", "The leaf does not stand under the checkpoint of {} leaves."),
    "key": ("The checkpoint carries the key that you gave.", "The checkpoint carries another key: {}"),
    "signature": ("The checkpoint is signed with the key {}", "The signature of the checkpoint is false; the key it carries is {}"),
    "cosignature": ("The checkpoint is co-signed with the key {}", "A co-signature is false or of an unknown witness: {}"),
    "witness": ("", "There is no co-signature with the key {}"),
    "consistency": ("The newer checkpoint contains the whole of the older.", "The newer checkpoint does not contain the older."),
    "pending": "It waits for the next checkpoint: ask for the receipt again in an hour.",
}

WORDS = {True: "ok   ", False: "FALSE", None: "wait "}


def read(path):
    with open(path, "rb") as file:
        text = file.read(LARGEST + 1)
    if len(text) > LARGEST:
        raise Unreadable("the file is too large")
    return json.loads(text)


def key_in(path):
    with open(path, encoding="ascii") as file:
        key = binary(file.read(200).strip())
    if len(key) != 32:
        raise Unreadable("the key must be 32 bytes in base64")
    return key


def say(steps):
    """A line for each step, and how it ends."""
    for code, whether, whose in steps:
        sentence = SENTENCES[code] if whether is None else SENTENCES[code][0 if whether else 1]
        print(WORDS[whether], sentence.format(whose))
    if any(whether is False for _code, whether, _whose in steps):
        return 1
    return 2 if any(whether is None for _code, whether, _whose in steps) else 0


def sign(files, key):
    """Nothing is signed that does not follow from what was signed before."""
    own, checkpoint = key_in(files[0]), read(files[1])
    steps = checkpoint_steps(checkpoint, key) if len(files) == 2 else consistency_steps(read(files[2]), checkpoint, read(files[3]), key)
    if not all(whether for _code, whether, _whose in steps):
        return say(steps)
    print(base64.b64encode(signed(own, note_of(checkpoint))).decode())
    return 0


def make_key(path):
    key = secrets.token_bytes(32)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        file.write(base64.b64encode(key).decode() + "\n")
    print(base64.b64encode(public_half(key)).decode())
    return 0


def options(words):
    """(files, key, witnesses); None where the words make no sense."""
    files, keys = [], {"--key": [], "--witness": []}
    while words:
        word = words.pop(0)
        if word in keys and words:
            keys[word].append(binary(words.pop(0)))
        elif word.startswith("-"):
            return None
        else:
            files.append(word)
    return files, keys["--key"][-1] if keys["--key"] else None, keys["--witness"]


COMMANDS = {
    ("receipt", 1): lambda files, key, witnesses: say(receipt_steps(read(files[0]), key, witnesses)),
    ("consistency", 3): lambda files, key, _witnesses: say(consistency_steps(*map(read, files), key)),
    ("sign", 2): lambda files, key, _witnesses: sign(files, key),
    ("sign", 4): lambda files, key, _witnesses: sign(files, key),
    ("new-key", 1): lambda files, _key, _witnesses: make_key(files[0]),
}


def main(words):
    try:
        asked = options(list(words[1:]))
        command = COMMANDS.get((words[0], len(asked[0]))) if words and asked else None
        if command is None:
            print(__doc__)
            return 2
        return command(*asked)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, ArithmeticError, RecursionError, MemoryError) as fault:
        print(f"cannot be verified: {type(fault).__name__}: {fault}")
        return 2


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
