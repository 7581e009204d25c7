"""Static files: collected, hashed and compressed once for each state of their sources."""

import hashlib
from pathlib import Path

from .children import ROOT

FLOORS = ("recruitment", "positions", "screening", "publicity", "onboarding")


def digest() -> str:
    """What the collected files depend on: our own sources, and the packages that bring theirs."""
    found = hashlib.sha256((ROOT / "requirements" / "base.txt").read_bytes())
    for path in sorted(path for floor in FLOORS for path in (ROOT / floor).glob("**/static/**/*") if path.is_file()):
        found.update(f"{path.relative_to(ROOT)}\0".encode() + path.read_bytes())
    return found.hexdigest()


def are_collected(data: Path) -> bool:
    stamp = data / "static.digest"
    return (data / "static" / "staticfiles.json").exists() and stamp.exists() and stamp.read_text() == digest()


def remember(data: Path) -> None:
    (data / "static.digest").write_text(digest())
