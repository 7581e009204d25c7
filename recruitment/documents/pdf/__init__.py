"""The door to the press: a template and its frozen context in, a tagged PDF (PDF/UA-1) out.

The template is rendered here, where text is escaped and translated; the HTML is printed in a confined, warm child
(`press.py`), one for each process. WeasyPrint is imported there and nowhere else. A list of hundreds of names is set by a
quicker press (`longlist.py`, `typesetter.py`) from the same HTML; typst is imported there and nowhere else.
"""

import ctypes
from dataclasses import dataclass, replace
from pathlib import Path

import segno
from django.conf import settings
from django.core import checks
from django.template.loader import render_to_string
from django.utils import translation

from recruitment.core.confined import Child, Exhausted, Failed, Limits
from recruitment.core.context import site_name
from recruitment.documents.pdf import longlist

LIMITS = Limits(memory=2 * 2**30, processor=90, seconds=180, jobs=40)
MAX_HTML = 24 * 2**20

press = Child(Path(__file__).with_name("press.py"), LIMITS)
quick_press = Child(Path(__file__).with_name("typesetter.py"), replace(LIMITS, jobs=1))


class NotPrinted(Exception):
    """The press gave up; the message is for the operator."""


@dataclass(frozen=True)
class Printed:
    """What left the press; `seconds` of processor time and `peak` bytes of memory are the child's."""

    content: bytes
    pages: int
    seconds: float
    peak: int


def render(template: str, context: dict, language: str, *, identifier: str = "") -> Printed:
    """Print one document in one language. Raises NotPrinted; takes up to `LIMITS.seconds`."""
    html = words(template, context, language)
    try:
        if longlist.is_long(html):
            said, content = longlist.set_in_type(quick_press, html, language, identifier=identifier)
        else:
            said, content = press.ask({"identifier": identifier}, html.encode())
    except Exhausted as reason:
        raise NotPrinted(f"The press stopped: {reason}.") from None
    except (Failed, longlist.Unknown) as reason:
        raise NotPrinted(f"The press failed: {reason}") from None
    if said["missing"]:
        raise NotPrinted("No font has these characters: " + ", ".join(said["missing"]))
    return Printed(content, said["pages"], said["seconds"], said["peak"])


def words(template: str, context: dict, language: str) -> str:
    """The document as HTML, every value in it escaped. Raises NotPrinted."""
    try:
        with translation.override(language):
            known = {"site_name": site_name(), "demo": settings.PORTAL_DEMO, "language": language, "qr": qr(context)}
            html = render_to_string(template, {**context, **known})
    except Exception as fault:  # whatever a template does wrong is a reason on the row, not a task that dies again and again
        raise NotPrinted(f"The template failed: {type(fault).__name__}: {fault}") from fault
    if len(html) > MAX_HTML:
        raise NotPrinted("The text is too long for one document.")
    return html


def qr(context: dict) -> str:
    """The address of verification as an image that needs no fetching."""
    address = context.get("verify_url")
    return segno.make(address, error="m", micro=False).png_data_uri(scale=6, border=2) if address else ""


def check_libraries(app_configs, **kwargs) -> list[checks.CheckMessage]:
    """System check: the press needs Pango, and without harfbuzz-subset each document takes a dozen seconds more."""
    found: list[checks.CheckMessage] = []
    if not _loads("libpango-1.0.so.0") or not _loads("libpangoft2-1.0.so.0"):
        hint = "apt-get install libpango-1.0-0 libpangoft2-1.0-0"
        found.append(checks.Error("PDFs need Pango.", hint=hint, id="documents.E001"))
    if not _loads("libharfbuzz-subset.so.0"):
        hint = "apt-get install libharfbuzz-subset0"
        found.append(checks.Warning("PDFs are slow without harfbuzz-subset.", hint=hint, id="documents.W001"))
    return found


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
