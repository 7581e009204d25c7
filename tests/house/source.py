"""Our own sources, as the house tests read them."""

import ast
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HOUSES = ("recruitment", "positions", "screening", "publicity", "onboarding")
TEMPLATES = ROOT / "templates"


def modules(*folders: str) -> Iterator[Path]:
    """Python files of the folders, generated migrations left out."""
    for folder in folders or HOUSES:
        yield from sorted(path for path in (ROOT / folder).rglob("*.py") if "migrations" not in path.parts)


@lru_cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def imported(path: Path) -> Iterator[str]:
    """Every module that a file imports, by its whole name."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def templates(pattern: str = "*") -> list[Path]:
    return sorted(path for path in TEMPLATES.rglob(pattern) if path.is_file())
