"""Reads one picture in a confined child and paints it onto a new one, so that nothing but its pixels stays.

Place and camera (EXIF), comments, and whatever was hung onto the file's end are gone: saving the opened picture would
keep the comment.
"""

import io

from PIL import Image, ImageFile

FORMATS = {"image/jpeg": "JPEG", "image/png": "PNG"}
QUALITY = 90
LONGEST_SIDE = 20_000
ORIENTATION = 0x0112
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}

Image.MAX_IMAGE_PIXELS = None  # bounded below, before a pixel is read
ImageFile.LOAD_TRUNCATED_IMAGES = False


class TooLarge(Exception):
    """More pixels than the bound; none of them was read."""


def work(header: dict, body: bytes) -> tuple[dict, bytes]:
    name = FORMATS[header["media_type"]]
    try:
        picture, turned = plain(body, name, header["pixels"])
    except TooLarge:
        return {"refused": "too_many_pixels"}, b""
    except (OSError, SyntaxError, ValueError, EOFError):
        return {"refused": "damaged"}, b""
    if turned in TURNS:
        picture = picture.transpose(TURNS[turned])
    written = io.BytesIO()
    picture.save(written, name, **({"quality": QUALITY} if name == "JPEG" else {}))
    return {"pages": 1}, written.getvalue()


def plain(body: bytes, name: str, most_pixels: int) -> tuple[Image.Image, int]:
    """The pixels of the first frame on a picture that knows nothing else, and how the camera was held."""
    with Image.open(io.BytesIO(body), formats=[name]) as source:
        if source.width * source.height > most_pixels or max(source.size) > LONGEST_SIDE:
            raise TooLarge
        turned = source.getexif().get(ORIENTATION, 1)
        source.load()
        pixels = in_common_mode(source)
        bare = Image.new(pixels.mode, pixels.size)
        bare.paste(pixels)
    return bare, turned


def in_common_mode(source: Image.Image) -> Image.Image:
    """Grey, colour, or colour with transparency: what both formats and every viewer know."""
    if source.mode.startswith("I"):  # 16 bits of grey
        return source.point(lambda value: value / 256).convert("L")
    if source.mode in ("PA", "LA", "RGBA") or (source.mode == "P" and "transparency" in source.info):
        return source.convert("RGBA")
    if source.mode in ("L", "1"):
        return source.convert("L")
    return source.convert("RGB")
