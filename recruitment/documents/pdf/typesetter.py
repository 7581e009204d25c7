"""The quick press for long lists, run in a confined child: rows in, PDF/A-2a and PDF/UA-1 out. The only file that imports typst.

What people typed never becomes source: the source is `assets/list.typ`, the text reaches it as data and is shown as it is.
Its root is an empty folder in which only the image of the QR code is laid, so that no file can be reached.
"""

import base64
import datetime
import io
import json
import re
import resource
import tempfile
from functools import cache
from importlib.resources import files
from pathlib import Path

import pikepdf
import typst
from fontTools.ttLib import TTFont

SOURCE = (Path(__file__).resolve().parent / "assets" / "list.typ").read_bytes()
STANDARDS = ["a-2a", "ua-1"]
FONTS = typst.Fonts(
    include_system_fonts=True,
    include_embedded_fonts=False,
    font_paths=[str(files(package)) for package in ("noto_cjk_sans_jp_regular", "noto_cjk_sans_jp_bold")],
)
PICTURE = "data:image/png;base64,"
REGIONS = {"zh-hans": ["zh", "cn"], "zh-hant": ["zh", "tw"]}
# The width of the type area, of the space in a cell, and of the letters in a list, in points; bold ones are a little wider.
AREA, INSET, LETTER, BOLDER = 442.0, 6.0, 8.5, 1.08
WORD = re.compile(r"[!-\u024f\u1e00-\u1eff]{5,}")
NO_FONT = re.compile(r'the text `"(.*)"` could not be displayed', re.S)
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
BREAK = "\u200b"  # never printed: list.typ puts a place to break instead

FACE = TTFont(files("noto_cjk_sans_jp_regular") / "NotoSansCJKjp-Regular.otf", lazy=True)
GLYPHS, ADVANCES, UNITS = FACE.getBestCmap(), FACE["hmtx"], FACE["head"].unitsPerEm


def work(header: dict, body: bytes) -> tuple[dict, bytes]:
    """`set`: one part of a document. `bind`: the parts, of which the sizes are told, into one file."""
    said, made = put_in_type(header) if header["job"] == "set" else ({"missing": []}, bound(header, body))
    used = resource.getrusage(resource.RUSAGE_SELF)
    return said | {"seconds": round(used.ru_utime + used.ru_stime, 3), "peak": _peak()}, made


def _peak() -> int:
    """The most memory that this process had, in bytes."""
    line = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) * 1024


# --- One part ------------------------------------------------------------------------------------------------------


def put_in_type(header: dict) -> tuple[dict, bytes]:
    """The part as a file of its own, tagged, with its pages numbered from `page`."""
    part = prepared(header["part"]) | {"page": header["page"]}
    with tempfile.TemporaryDirectory() as root:
        for block in part["tail"]:
            if "image" in block:
                (Path(root) / "code.png").write_bytes(picture(block.pop("image")))
        compiler = typst.Compiler(SOURCE, root=root, font_paths=FONTS, package_path=root, package_cache_path=root)
        options = {"pdf_standards": STANDARDS, "timestamp": written_at(part["about"])}
        try:
            made = compiler.compile(SOURCE, format="pdf", sys_inputs={"part": json.dumps(part)}, **options)
        except typst.TypstError as fault:
            lacking = NO_FONT.search(fault.message)
            if not lacking:
                raise
            return {"missing": characters(lacking[1]), "pages": 0}, b""
    with pikepdf.open(io.BytesIO(made)) as pdf:
        return {"missing": [], "pages": len(pdf.pages)}, made


def written_at(about: dict) -> datetime.datetime:
    """The instant of the document, and not of its printing: what is printed twice is the same file."""
    return datetime.datetime.fromisoformat(about.get("dcterms.created") or "1970-01-01T00:00:00+00:00")


def characters(text: str) -> list[str]:
    text = ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return [f"U+{ord(character):04X}" for character in sorted(set(text))]


def picture(address: str) -> bytes:
    if not address.startswith(PICTURE):
        raise ValueError("Only pictures that stand in the document itself are printed.")
    return base64.b64decode(address.removeprefix(PICTURE), validate=True)


def prepared(part: dict) -> dict:
    """Languages as typst names them, widths as shares, and places to break in words that are longer than their column."""
    free = 100 - sum(column["width"] for column in part["columns"])
    without = sum(not column["width"] for column in part["columns"])
    shares = [column["width"] or free / without for column in part["columns"]]
    spaces = [AREA * share / 100 - INSET for share in shares]
    return {
        "about": part["about"],
        "language": named(part["language"]),
        "shares": shares,
        "header": [runs(column["runs"], space / BOLDER) for column, space in zip(part["columns"], spaces, strict=True)],
        "rows": [[runs(cell, space) for cell, space in zip(row, spaces, strict=True)] for row in part["rows"]],
        "head": [block(given) for given in part["head"]],
        "tail": [block(given) for given in part["tail"]],
    }


def block(given: dict) -> dict:
    if "blocks" in given:
        return given | {"blocks": [block(inner) for inner in given["blocks"]]}
    return given | {"runs": runs(given["runs"], AREA / 2)}


def runs(given: list[list], space: float) -> list[list]:
    return [[WORD.sub(lambda word: breakable(word[0], space), text), named(lang), address] for text, lang, address in given]


def breakable(word: str, space: float) -> str:
    """The word; if its column is too narrow for it, it may be broken anywhere."""
    return word if sum(map(width, word)) <= space else BREAK.join(word)


@cache
def width(letter: str) -> float:
    glyph = GLYPHS.get(ord(letter))
    return LETTER * (ADVANCES[glyph][0] / UNITS if glyph else 1)


def named(language: str) -> list[str]:
    return REGIONS.get(language, [language, ""]) if language else []


# --- The whole -----------------------------------------------------------------------------------------------------


def bound(header: dict, body: bytes) -> bytes:
    """The parts one behind the other with their tags: pages, what they belong to, and names are counted on."""
    pieces, start = [], 0
    for size in header["sizes"]:
        pieces.append(body[start : start + size])
        start += size
    if not pieces:
        return b""
    with pikepdf.open(io.BytesIO(pieces[0])) as whole:
        for number, piece in enumerate(pieces[1:], start=2):
            with pikepdf.open(io.BytesIO(piece)) as part:
                append(whole, part, number)
        whole.Root.Lang = pikepdf.String(header["language"])
        whole.trailer.ID = pikepdf.Array([pikepdf.String(header["identifier"][:16])] * 2)
        written = io.BytesIO()
        kept, packed = pikepdf.StreamDecodeLevel.none, pikepdf.ObjectStreamMode.generate
        whole.save(written, stream_decode_level=kept, object_stream_mode=packed, deterministic_id=True)
    return written.getvalue()


def append(whole: pikepdf.Pdf, part: pikepdf.Pdf, number: int) -> None:
    """Hang the tags of a part below the tags of the whole (ISO 32000-1, 14.7): its pages, then its tree with new numbers and names."""
    tree = whole.Root.StructTreeRoot
    shift = int(tree.ParentTreeNextKey)
    for page in part.pages:
        for carrier, key in [(page.obj, "/StructParents"), *((note, "/StructParent") for note in page.obj.get("/Annots", []))]:
            if key in carrier:
                carrier[key] = int(carrier[key]) + shift
    rename(part.Root.StructTreeRoot, f"P{number}")
    whole.pages.extend(part.pages)
    added = whole.copy_foreign(part.Root.StructTreeRoot)
    document = tree.K[0]
    for element in added.K[0].K:
        element.P = document
        document.K.append(element)
    numbers = list(added.ParentTree.Nums)
    for key, value in zip(numbers[::2], numbers[1::2], strict=True):
        tree.ParentTree.Nums.extend([int(key) + shift, value])
    tree.ParentTreeNextKey = shift + int(added.ParentTreeNextKey)
    names = sorted([*_pairs(tree.IDTree.Names), *_pairs(added.IDTree.Names)], key=lambda pair: bytes(pair[0]))
    tree.IDTree.Names = pikepdf.Array([item for pair in names for item in pair])


def rename(tree, prefix: str) -> None:
    """Names of cells are unique in a document, and each part begins to count anew."""
    for element in elements(tree.K[0]):
        if "/ID" in element:
            element.ID = pikepdf.String(prefix + str(element.ID))
        for attributes in element.get("/A", []):
            if "/Headers" in attributes:
                attributes.Headers = pikepdf.Array([pikepdf.String(prefix + str(name)) for name in attributes.Headers])
    tree.IDTree.Names = pikepdf.Array([item for name, found in _pairs(tree.IDTree.Names) for item in (prefix + str(name), found)])


def elements(element):
    yield element
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from elements(kid)


def _pairs(names) -> list[tuple]:
    items = list(names)
    return list(zip(items[::2], items[1::2], strict=True))
