"""Documents with a list of many names: the same HTML, taken apart into paragraphs and rows for the quick press (`typesetter.py`).

WeasyPrint takes 5 ms and 150 KiB for a row, so that 5,000 names cost half a minute and a gigabyte. Here the list is cut into
parts; each part is set by a child of its own, for typst keeps what it has set once, and a last one binds the parts into one file.
"""

import re
import time
from dataclasses import dataclass, field
from html.parser import HTMLParser

from recruitment.core.confined import Child

MARK = "<table data-long>"
LONG = 200
ROWS_IN_A_PART = 800

_SPACE = re.compile(r"[ \t\n\r\f]+")
_BLOCKS = ("p", "h1", "h2", "td", "th")
_AROUND = ("html", "head", "title", "body", "table", "thead", "tbody", "tr", "div", "section", "span", "a", *_BLOCKS)
_ALONE = ("meta", "img")


class Unknown(Exception):
    """The template holds something that this press cannot set."""


def is_long(html: str) -> bool:
    """A template marks the table that may grow; what people typed is escaped and cannot hold a mark."""
    return MARK in html and html.count("<tr>") > LONG


@dataclass
class Reader(HTMLParser):
    """Reads the portal's own documents into blocks: what is not known here is an error and never left out."""

    blocks: list[dict] = field(default_factory=list)
    about: dict = field(default_factory=dict)
    columns: list[dict] = field(default_factory=list)
    rows: list[list] = field(default_factory=list)
    above: int = 0
    open: list[tuple[str, dict]] = field(default_factory=list)
    runs: list[list] = field(default_factory=list)

    def __post_init__(self):
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag, attrs):
        said = dict(attrs)
        if tag in _ALONE:
            return self._alone(tag, said)
        if tag not in _AROUND:
            raise Unknown(f"<{tag}> in a long list")
        self.open.append((tag, said))
        if tag in _BLOCKS or tag == "title":
            self.runs = []
        if tag == "body":
            self.about["demo"] = said.get("data-demo") or ""
        if tag in ("div", "section"):
            self.blocks.append({"kind": said.get("class"), "blocks": []})
        if tag == "table":
            self.above = len(self.blocks)
        if tag == "tr" and self._within("tbody"):
            self.rows.append([])

    def _alone(self, tag: str, said: dict) -> None:
        if tag == "img":
            self.blocks[-1] |= {"image": said["src"], "alt": said["alt"]}
        elif "name" in said:
            self.about[said["name"]] = said["content"]

    def handle_data(self, data):
        """One run of text with what holds for it: its language, its address."""
        if not any(tag in (*_BLOCKS, "title") for tag, _said in self.open):
            return
        language = next((said["lang"] for tag, said in reversed(self.open) if tag == "span" and "lang" in said), "")
        address = next((said["href"] for tag, said in self.open if tag == "a"), "")
        self.runs.append([_SPACE.sub(" ", data), language, address])

    def handle_endtag(self, tag):
        opened, said = self.open.pop()
        if opened != tag:
            raise Unknown(f"</{tag}> after <{opened}>")
        if tag == "title":
            self.about["title"] = self.runs[0][0]
        elif tag in ("th", "td"):
            self._cell(tag, said)
        elif tag in _BLOCKS:
            self._block({"kind": tag, "class": said.get("class") or "", "runs": _trimmed(self.runs)})

    def _cell(self, tag: str, said: dict) -> None:
        if tag == "th":
            width = re.search(r"w-(\d+)", said.get("class") or "")
            self.columns.append({"width": int(width[1]) if width else 0, "runs": _trimmed(self.runs)})
        else:
            self.rows[-1].append(_trimmed(self.runs))

    def _block(self, block: dict) -> None:
        (self.blocks[-1]["blocks"] if self._within("div") or self._within("section") else self.blocks).append(block)

    def _within(self, name: str) -> bool:
        return any(tag == name for tag, _said in self.open)


def _trimmed(runs: list[list]) -> list[list]:
    """Without the space at both ends, as a browser shows it."""
    runs = [list(run) for run in runs]
    if runs:
        runs[0][0], runs[-1][0] = runs[0][0].lstrip(" "), runs[-1][0].rstrip(" ")
    return [run for run in runs if run[0]]


def parts_of(html: str, language: str) -> list[dict]:
    """The document in parts, each with its share of the rows; the first has what stands above the list, the last what follows it."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    cuts = range(0, len(reader.rows), ROWS_IN_A_PART)
    parts = [{"about": reader.about, "language": language, "columns": reader.columns, "head": [], "tail": []} for _cut in cuts]
    for part, cut in zip(parts, cuts, strict=True):
        part["rows"] = reader.rows[cut : cut + ROWS_IN_A_PART]
    parts[0]["head"], parts[-1]["tail"] = reader.blocks[: reader.above], reader.blocks[reader.above :]
    return parts


def set_in_type(press: Child, html: str, language: str, *, identifier: str) -> tuple[dict, bytes]:
    """What the press says of the whole, and the file. Raises Exhausted, Failed or Unknown."""
    began = time.thread_time()
    parts = parts_of(html, language)
    told, made = [{"seconds": time.thread_time() - began, "peak": 0, "missing": []}], []
    page = 1
    for part in parts:
        said, content = press.ask({"job": "set", "page": page, "part": part})
        told.append(said)
        if said["missing"]:
            break
        made.append(content)
        page += said["pages"]
    sizes = [len(content) for content in made]
    said, content = press.ask({"job": "bind", "sizes": sizes, "language": language, "identifier": identifier}, b"".join(made))
    told.append(said)
    missing = [name for said in told for name in said["missing"]]
    seconds = round(sum(said["seconds"] for said in told), 3)
    return {"pages": page - 1, "missing": missing, "seconds": seconds, "peak": max(said["peak"] for said in told)}, content
