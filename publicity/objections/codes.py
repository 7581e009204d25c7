"""Query codes: the way back for somebody without a name. Shown once; only the hash is stored."""

import hashlib
import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32
CHECK = ALPHABET + "*~$=U"
LENGTH = 19


def draw() -> str:
    """Nineteen random characters and a check character, in groups of five."""
    body = "".join(secrets.choice(ALPHABET) for _place in range(LENGTH))
    text = body + _check(body)
    return "-".join(text[start : start + 5] for start in range(0, 20, 5))


def cleaned(typed: str) -> str | None:
    """What somebody typed, as a code; None when it cannot be one. O, I and L are read as 0, 1 and 1."""
    text = typed.upper().replace("-", "").replace(" ", "")
    if len(text) != LENGTH + 1:
        return None
    body = text[:LENGTH].translate(str.maketrans("OIL", "011"))
    if any(sign not in ALPHABET for sign in body) or _check(body) != text[LENGTH]:
        return None
    return body + text[LENGTH]


def hashed(code: str) -> str:
    """SHA-256 (hex) of a cleaned code; 95 random bits need no salt."""
    return hashlib.sha256(code.replace("-", "").encode()).hexdigest()


def _check(body: str) -> str:
    number = 0
    for sign in body:
        number = number * 32 + ALPHABET.index(sign)
    return CHECK[number % 37]
