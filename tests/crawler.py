"""A reader who opens everything: every link, every form with nothing, good and bad input; and what each answer says, read to the last byte.

What a form would change is undone before the next one, so a crawl leaves everything as it was.
"""

import io
import re
import unicodedata
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import unquote, urlencode, urljoin, urlsplit

import lxml.html
import pikepdf
import pypdfium2
from django.db import connections, transaction
from django.urls import Resolver404, resolve

LINK = re.compile(r'(?:href|action|formaction|src|content|data-[a-z-]*url)="([^"#]+)')
ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
PLAIN_TEXT, HOSTILE_TEXT = (
    "A plain sentence of more than twenty signs.",
    "'\"><script>alert(1)</script>\u202e %s {{ 7|add:7 }} ../../etc/passwd",
)


@dataclass(frozen=True)
class Sight:
    """One answer: how it was asked for, the page behind the address, its status, and all that it says."""

    address: str
    kind: str
    status: int
    said: str


@dataclass
class Reach:
    """How far a crawl goes: one page of each kind, and on the floors that are near several, with every filter and order, and its forms."""

    near: tuple[str, ...] = ()
    of_a_kind: int = 9
    far: int = 1
    shut: tuple[str, ...] = ("account_logout",)
    opened: dict = field(default_factory=lambda: defaultdict(int))

    def is_near(self, kind: str) -> bool:
        return kind.startswith(self.near) if self.near else False

    def admits(self, kind: str, query: str) -> bool:
        """Whether one more page of this kind is opened; the rest would be the same page with another number."""
        near = self.is_near(kind)
        names = tuple(sorted(part.partition("=")[0] for part in query.split("&") if part)) if near else ()
        return self.counts(kind, names) <= (self.of_a_kind if near else self.far)

    def counts(self, *key) -> int:
        self.opened[key] += 1
        return self.opened[key]


def kind_of(path: str) -> str | None:
    """The name of the page behind an address; None for what is not a page of ours."""
    try:
        match = resolve(path)
    except Resolver404:
        return None
    return f"{match.namespace}:{match.url_name}" if match.url_name else match.view_name


def plain(text: str) -> str:
    """As a person reads it: without escapes of HTML, JSON, addresses and calendars, in one case and one width."""
    folded = unescape(unquote(ESCAPE.sub(lambda found: chr(int(found[1], 16)), text.replace("\r\n ", "").replace("\\,", ","))))
    return " ".join(unicodedata.normalize("NFKC", folded).casefold().split())


def told(answer) -> str:
    """Headers, cookies and content of an answer; of a PDF its text and its properties, of an archive every file with its name."""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return plain(f"{dict(answer.headers)} {answer.cookies.output()} {_read(body)}")


def _read(body: bytes) -> str:
    if body.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            return " ".join(f"{name} {_read(archive.read(name))}" for name in archive.namelist())
    return _read_pdf(body) if body.startswith(b"%PDF") else body.decode(errors="replace")


def _read_pdf(body: bytes) -> str:
    with pikepdf.open(io.BytesIO(body)) as document, document.open_metadata() as properties:
        own = f"{dict(document.docinfo)} {properties}"
    paper = pypdfium2.PdfDocument(body)
    pages = [page.get_textpage().get_text_range() for page in paper]
    paper.close()
    return " ".join([own, *pages])


@contextmanager
def undone() -> Iterator[None]:
    """What is written inside, on any connection that the test has, is taken back at the end."""
    had = [alias for alias in ("default", "compartment") if connections[alias].in_atomic_block]
    with ExitStack() as stack:
        for alias in had:
            stack.enter_context(transaction.atomic(alias))
        yield
        for alias in had:
            transaction.set_rollback(True, using=alias)


def crawl(browser, starts: Iterable[str], reach: Reach | None = None) -> Iterator[Sight]:
    """Everything that can be reached from these addresses; what they are themselves is opened in any case."""
    reach = reach or Reach()
    waiting, seen = [(start, True) for start in starts], set()
    while waiting:
        address, is_start = waiting.pop(0)
        parts = urlsplit(address)
        kind = kind_of(parts.path)
        if address in seen or parts.path.startswith("/static/") or parts.netloc not in ("", "testserver"):
            continue
        seen.add(address)
        if (kind or "").endswith(reach.shut) or not (is_start or (kind and reach.admits(kind, parts.query))):
            continue
        answer = browser.get(address, headers={"accept-language": "en"})
        yield Sight(address, kind or "", answer.status_code, told(answer))
        found, page = _ways_on(answer, address)
        waiting += [(link, False) for link in found]
        if page and reach.is_near(kind or ""):
            yield from _send(browser, page, address, reach, waiting)


def _ways_on(answer, address: str) -> tuple[list[str], str]:
    """Where an answer leads, and its page when it is one."""
    leads = [urljoin(address, answer.headers["Location"])] if answer.headers.get("Location") else []
    if answer.streaming or "html" not in answer.headers.get("Content-Type", ""):
        return leads, ""
    page = answer.content.decode(errors="replace")
    return leads + [urljoin(address, unescape(link)) for link in LINK.findall(page)], page


def _send(browser, page: str, address: str, reach: Reach, waiting: list) -> Iterator[Sight]:
    """Every form of a page: one that asks is asked in every way, one that tells is told nothing, something good and something bad."""
    for form in lxml.html.fromstring(page).forms:
        target = urljoin(address, form.get("action") or urlsplit(address).path)
        kind = kind_of(urlsplit(target).path) or ""
        if not reach.is_near(kind):
            continue
        if form.method == "GET":
            waiting += [(f"{target.partition('?')[0]}?{urlencode(asked)}", False) for asked in asked_by(form)]
            continue
        for number, values in enumerate(told_by(form)):
            if reach.counts("POST", kind, tuple(sorted(form.fields)), number) == 1:
                yield from _post(browser, target, kind, values)


def _post(browser, target: str, kind: str, values: dict) -> Iterator[Sight]:
    with undone():
        answer = browser.post(target, values, headers={"accept-language": "en"})
        yield Sight(f"POST {target} {values}", kind, answer.status_code, told(answer))
        if answer.headers.get("Location", "").startswith("/"):
            after = browser.get(answer.headers["Location"], headers={"accept-language": "en"})
            yield Sight(f"{answer.headers['Location']} after POST {target}", kind, after.status_code, told(after))


def _filled(form, text: str) -> dict:
    """What a form would send with this text in every field, and the first of every choice."""
    values: dict = {}
    for entry in form.inputs:
        name, kind = entry.get("name"), entry.get("type", entry.tag)
        if not name or kind in ("submit", "file", "button"):
            continue
        if kind == "hidden":
            values[name] = entry.get("value") or ""
        elif entry.tag == "select":
            options = [option for option in entry.value_options if option]
            values[name] = options[0] if options else ""
        elif kind in ("radio", "checkbox"):
            values.setdefault(name, entry.get("value") or "on")
        else:
            values[name] = "1" if kind == "number" or entry.get("inputmode") in ("numeric", "decimal") else text
    return values


def told_by(form) -> list[dict]:
    """Nothing, something good under every button, something bad."""
    hidden = {entry.get("name"): entry.get("value") or "" for entry in form.inputs if entry.get("type") == "hidden"}
    good, bad = _filled(form, PLAIN_TEXT), _filled(form, HOSTILE_TEXT)
    buttons = {button.get("name"): button.get("value") or "" for button in form.xpath(".//button[@name]|.//input[@type='submit'][@name]")}
    return [hidden, good, *({**good, name: value} for name, value in buttons.items()), bad]


def asked_by(form) -> list[dict]:
    """A search for something good and something bad, and every choice by itself."""
    choices = [{entry.get("name"): option} for entry in form.inputs if entry.tag == "select" for option in entry.value_options if option]
    ticks = [{box.get("name"): box.get("value") or "on"} for box in form.xpath(".//input[@type='checkbox' or @type='radio'][@name]")]
    return [_filled(form, PLAIN_TEXT), _filled(form, HOSTILE_TEXT), *choices, *ticks]
