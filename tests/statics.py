"""Static files for the tests, collected as in production and once for each state of their sources."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from recruitment.run import statics
from tests.cluster import FOLDER, ROOT, alone

KEPT = 3


def collected() -> Path:
    """The folder of hashed and compressed files for the present sources, made by whoever comes first."""
    folder = FOLDER / "static" / statics.digest()
    with alone("static.lock"):
        if not folder.exists():
            collect(folder)
    return folder


def collect(folder: Path) -> None:
    draft = FOLDER / "collecting"
    shutil.rmtree(draft, ignore_errors=True)
    subprocess.run(
        [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity", "0"],
        cwd=ROOT, env={**os.environ, "PORTAL_DATA": str(draft)}, check=True,
    )  # fmt: skip
    folder.parent.mkdir(exist_ok=True)
    (draft / "static").rename(folder)
    for old in sorted(folder.parent.iterdir(), key=lambda path: path.stat().st_mtime)[:-KEPT]:
        shutil.rmtree(old)
