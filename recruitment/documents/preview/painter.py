"""Paints one page in a confined child. PDFium is imported here and nowhere else; it runs no script and fetches nothing."""

import io

import pypdfium2
from PIL import Image

Image.MAX_IMAGE_PIXELS = None  # bounded below, before a pixel is read


def work(header: dict, body: bytes) -> tuple[dict, bytes]:
    picture, text = page(header, body) if header["media_type"] == "application/pdf" else (photograph(header, body), "")
    written = io.BytesIO()
    picture.save(written, "PNG")
    return {"text": text}, written.getvalue()


def page(header: dict, body: bytes) -> tuple[Image.Image, str]:
    """The page within its bounds, and the letters on it."""
    with pypdfium2.PdfDocument(body) as document:
        sheet = document[header["number"] - 1]
        wide, high = sheet.get_size()
        scale = min(header["width"] / wide, header["height"] / high)
        picture = sheet.render(scale=scale).to_pil().convert("RGB")
        written = sheet.get_textpage()
        text = written.get_text_range(0, min(written.count_chars(), header["letters"])) if written.count_chars() else ""
    return picture, "".join(sign for sign in text if sign.isprintable() or sign == "\n")


def photograph(header: dict, body: bytes) -> Image.Image:
    with Image.open(io.BytesIO(body), formats=["JPEG", "PNG"]) as source:
        if source.width * source.height > header["pixels"]:
            raise ValueError("The picture has too many pixels.")
        source.thumbnail((header["width"], header["height"]))
        return source.convert("RGBA" if "A" in source.mode else "RGB")
