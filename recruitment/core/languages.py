"""The catalogues of translations: compiled from `.po` to `.mo` in Python, so that no gettext needs to be installed."""

import os
from pathlib import Path

import polib

LOCALE = Path(__file__).resolve().parents[2] / "locale"


def compile_catalogues(locale: Path = LOCALE) -> list[Path]:
    """Compile every catalogue whose source is newer than its result; fuzzy entries stay out. Returns the sources."""
    stale = [source for source in sorted(locale.glob("*/LC_MESSAGES/*.po")) if is_stale(source)]
    for source in stale:
        draft = source.with_suffix(f".mo.{os.getpid()}")
        polib.pofile(str(source), encoding="utf-8").save_as_mofile(str(draft))
        draft.replace(source.with_suffix(".mo"))
    return stale


def is_stale(source: Path) -> bool:
    compiled = source.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime_ns <= source.stat().st_mtime_ns
