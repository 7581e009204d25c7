"""Reads one PDF in a confined child: refuses what acts, hides or swells, and writes it anew without metadata.

A digitally signed PDF is given back byte for byte: writing it anew would break the signature that makes it evidence.
"""

import io
import zlib
from collections.abc import Iterator

import pikepdf
from pikepdf import Name

# Entries that make a PDF do something, by themselves or at a click; and kinds of action and annotation.
ACTIVE_KEYS = {"/JS", "/JavaScript", "/AA", "/Launch"}
ACTIVE_ACTIONS = {
    "/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/GoToR", "/GoToE", "/Rendition", "/RichMediaExecute", "/GoTo3DView",
}  # fmt: skip
EMBEDDED_KEYS = {"/EF", "/RichMediaContent"}
EMBEDDED_KINDS = {"/EmbeddedFile", "/FileAttachment", "/RichMedia", "/Movie", "/Sound", "/Screen", "/3D"}
HARMLESS_OPENING = {"/GoTo"}
UNPACKING = {"/FlateDecode", "/LZWDecode", "/RunLengthDecode", "/Fl", "/LZW", "/RL"}
METADATA_KEYS = ("/Metadata", "/PieceInfo", "/LastModified")


class Refused(Exception):
    """The reason, as one of the portal's refusal codes."""


def work(header: dict, body: bytes) -> tuple[dict, bytes]:
    try:
        return read(header, body)
    except Refused as refusal:
        return {"refused": str(refusal)}, b""
    except pikepdf.PasswordError:
        return {"refused": "locked"}, b""
    except pikepdf.PdfError:
        return {"refused": "damaged"}, b""


def read(bounds: dict, body: bytes) -> tuple[dict, bytes]:
    if body[body.rfind(b"%%EOF") + 5 :].strip(b"\0\t\n\f\r "):
        raise Refused("appended" if b"%%EOF" in body else "damaged")
    with pikepdf.open(io.BytesIO(body), attempt_recovery=False, suppress_warnings=True) as pdf:
        if pdf.is_encrypted:
            raise Refused("locked")
        if int(pdf.trailer.get("/Size", 0)) > bounds["objects"]:
            raise Refused("too_complex")
        pages = len(pdf.pages)
        if pages > bounds["pages"]:
            raise Refused("too_many_pages")
        if not pages:
            raise Refused("damaged")
        signed = examine(pdf, bounds)
        return {"pages": pages, "signed": signed}, body if signed else rewritten(pdf)


def examine(pdf: pikepdf.Pdf, bounds: dict) -> bool:
    """Walk over every object; True when the file carries a digital signature."""
    if len(pdf.objects) > bounds["objects"]:
        raise Refused("too_complex")
    signed, unpacked = False, 0
    for node in nodes(pdf):
        if isinstance(node, pikepdf.Dictionary | pikepdf.Stream):
            look_for_action(node)
            signed = signed or ("/ByteRange" in node and "/Contents" in node)
        if isinstance(node, pikepdf.Stream):
            unpacked += size_of(node, bounds)
            if unpacked > bounds["unpacked"]:
                raise Refused("too_complex")
    look_at_opening(pdf.Root.get("/OpenAction"))
    return signed


def nodes(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every object and every direct object inside it, those in object streams included."""
    for indirect in pdf.objects:
        waiting = [indirect]
        while waiting:
            node = waiting.pop()
            yield node
            if isinstance(node, pikepdf.Stream | pikepdf.Dictionary):
                inside = [value for _key, value in node.items()]
            elif isinstance(node, pikepdf.Array):
                inside = list(node)
            else:
                continue
            waiting.extend(value for value in inside if isinstance(value, pikepdf.Object) and not value.is_indirect)


def look_for_action(node: pikepdf.Object) -> None:
    keys = set(node.keys())
    if "/XFA" in keys:
        raise Refused("dynamic")
    if keys & ACTIVE_KEYS or text(node, "/S") in ACTIVE_ACTIONS:
        raise Refused("active")
    if keys & EMBEDDED_KEYS or text(node, "/Type") in EMBEDDED_KINDS or text(node, "/Subtype") in EMBEDDED_KINDS:
        raise Refused("embedded")


def look_at_opening(opening: pikepdf.Object | None) -> None:
    """A place to open at is harmless (and left out of the copy); any other action is not."""
    if opening is None or isinstance(opening, pikepdf.Array):
        return
    if not isinstance(opening, pikepdf.Dictionary) or text(opening, "/S") not in HARMLESS_OPENING or "/Next" in opening:
        raise Refused("active")


def text(node: pikepdf.Object, key: str) -> str:
    value = node.get(key)
    return str(value) if isinstance(value, Name) else ""


def size_of(stream: pikepdf.Stream, bounds: dict) -> int:
    """Bytes that a reader would unpack from this stream; refused above the bound, without unpacking further."""
    limit = bounds["stream"]
    if text(stream, "/Subtype") == "/Image":
        if int(stream.get("/Width", 0)) * int(stream.get("/Height", 0)) > bounds["pixels"] * 2:
            raise Refused("too_complex")
        limit = bounds["image"]
    filters = stream.get("/Filter")
    names = [str(name) for name in filters] if isinstance(filters, pikepdf.Array) else [str(filters)] if filters is not None else []
    if not UNPACKING & set(names):
        return 0
    if sum(name in UNPACKING for name in names) > 1:  # packed twice: only bombs are
        raise Refused("too_complex")
    size = flate_size(stream, limit) if names in (["/FlateDecode"], ["/Fl"]) else general_size(stream)
    if size > limit:
        raise Refused("too_complex")
    return size


def flate_size(stream: pikepdf.Stream, limit: int) -> int:
    try:
        return len(zlib.decompressobj().decompress(stream.read_raw_bytes(), limit + 1))
    except zlib.error:
        raise Refused("damaged") from None


def general_size(stream: pikepdf.Stream) -> int:
    """Rare chains of filters: the child's limit of memory is the bound."""
    try:
        return len(stream.read_bytes())
    except pikepdf.PdfError:  # a picture's own filter at the end of the chain is not unpacked
        return 0


def rewritten(pdf: pikepdf.Pdf) -> bytes:
    """The same pages without authors, tools, earlier versions, and whatever stood between the objects."""
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]
    for node in [pdf.Root, *(page.obj for page in pdf.pages)]:
        for key in METADATA_KEYS:
            if key in node:
                del node[key]
    if "/OpenAction" in pdf.Root:
        del pdf.Root["/OpenAction"]
    copy = io.BytesIO()
    pdf.save(copy, deterministic_id=True, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return copy.getvalue()
