"""The linters, once for `make lint` and for the house test: `python -m tests.linters` runs them all and says which complained."""

import os
import subprocess
import sys
from pathlib import Path

from recruitment.run.keys import new_keys

ROOT = Path(__file__).resolve().parents[1]
BESIDE_PYTHON = Path(sys.executable).parent

LINTERS = {
    "ruff": [sys.executable, "-m", "ruff", "check", "--quiet", "."],
    "format": [sys.executable, "-m", "ruff", "format", "--check", "--quiet", "."],
    "mypy": [sys.executable, "-m", "mypy"],
    "imports": [sys.executable, str(BESIDE_PYTHON / "lint-imports"), "--no-logo"],
    "templates": [str(BESIDE_PYTHON / "djade"), "--check", "--target-version", "5.2"],
}

HOUSES = ("screening", "publicity", "onboarding")
DECIDING = ("states", "conditions", "permissions", "queries", "lifecycle", "actions")

# Some load the settings. Nothing is reached at these addresses, and nobody tries.
NOWHERE = {"PORTAL_DEMO": "1", "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none", "REDIS_URL": "redis://127.0.0.1:1/0"}


def command(name: str) -> list[str]:
    told = {"templates": templates, "mypy": deciding_rooms}
    return [*LINTERS[name], *(told[name]() if name in told else [])]


def deciding_rooms() -> list[str]:
    """The rooms of every floor in which something is decided."""
    floors = [*(ROOT / "recruitment").iterdir(), ROOT / "positions", *(room for house in HOUSES for room in (ROOT / house).iterdir())]
    rooms = [path for floor in floors for name in DECIDING for path in (floor / name, floor / f"{name}.py")]
    return [str(path.relative_to(ROOT)) for path in sorted(rooms) if path.exists()]


def templates() -> list[str]:
    return [str(path.relative_to(ROOT)) for path in sorted((ROOT / "templates").rglob("*.html"))]


def lint(name: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **new_keys(), **NOWHERE, "DJANGO_SETTINGS_MODULE": "recruitment.settings"}
    return subprocess.run(command(name), cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def main() -> int:
    complained = 0
    for name in LINTERS:
        told = lint(name)
        sys.stdout.write(f"{name}: {'complains' if told.returncode else 'content'}\n")
        if told.returncode:
            sys.stdout.write(told.stdout + told.stderr)
        complained += bool(told.returncode)
    return min(complained, 1)


if __name__ == "__main__":
    sys.exit(main())
