"""System libraries that no wheel carries: `python -m recruitment.run.libraries [--tests]` installs or names them."""

import ctypes
import os
import shutil
import subprocess
import sys

# The shared object that is opened, and the Debian package that brings it.
FOR_PAGES = {
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
}
# Programs with which the tests look at what was printed.
FOR_TESTS = {"pdftotext": "poppler-utils", "pdffonts": "poppler-utils"}
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def opens(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing(*, tests: bool) -> list[str]:
    """The Debian packages of what is not here."""
    packages = [package for library, package in FOR_PAGES.items() if not opens(library)]
    if tests and not any(shutil.which(browser) for browser in BROWSERS):
        packages.append("chromium")
    if tests:
        packages += dict.fromkeys(package for program, package in FOR_TESTS.items() if shutil.which(program) is None)
    return packages


def install(packages: list[str]) -> bool:
    """With apt-get where we are root on Debian; False where that is not possible or did not work."""
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return False
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        if subprocess.run(["apt-get", "-qq", *command], env=quiet, stdin=subprocess.DEVNULL, check=False).returncode:
            return False
    return True


def main() -> int:
    packages = missing(tests="--tests" in sys.argv[1:])
    if not packages:
        return 0
    print(f"Installing system libraries: {' '.join(packages)}", flush=True)
    if install(packages):
        return 0
    print(f"Please install these first: sudo apt-get install {' '.join(packages)}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
