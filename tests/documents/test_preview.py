"""A look at a page: a picture with its text, of good files only what they show, of hostile ones a sentence, and never a file on a disk."""

import base64
import io
from pathlib import Path

import pytest
from PIL import Image

from recruitment.core.confined import Limits
from recruitment.documents import delivery, preview
from tests.documents.corpus import GOOD, HOSTILE, good_jpeg, good_pdf


def seen(content: bytes, media_type: str = "application/pdf", number: int = 1, pages: int = 2) -> preview.Glance:
    return preview.paint(content, media_type=media_type, number=number, pages=pages)


def picture(glance: preview.Glance) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode(glance.address.removeprefix("data:image/png;base64,"))))


@pytest.mark.parametrize("name", GOOD)
def test_a_good_file_is_painted_within_its_bounds(name):
    media_type = {"pdf": "application/pdf", "png": "image/png"}.get(name[-3:].lower(), "image/jpeg")
    glance = seen(GOOD[name](), media_type)
    assert picture(glance).format == "PNG"
    assert max(picture(glance).size) <= 1500
    assert ("Certificate" in glance.text) == (media_type == "application/pdf")


@pytest.mark.parametrize(("asked", "shown"), [(-5, 1), (0, 1), (1, 1), (2, 2), (3, 2), (99999, 2)])
def test_a_page_that_is_not_there_is_the_nearest_one(asked, shown):
    glance = seen(good_pdf(), number=asked)
    assert (glance.number, glance.sentence) == (shown, "")
    assert (glance.previous, glance.following) == ((None, 2) if shown == 1 else (1, None))


@pytest.mark.parametrize("told", ["", "x", "-1", "٣", "²", "1e9", "9" * 400])
def test_whatever_else_stands_in_the_address_is_the_first_page(told):
    assert delivery.asked_page(told) == 1


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda hostile: hostile.label)
def test_a_hostile_file_is_painted_or_a_sentence_and_takes_nobody_along(hostile):
    glance = seen(hostile.make(), "image/png" if hostile.declared.startswith("image/") else "application/pdf", pages=1)
    assert bool(glance.address) != bool(glance.sentence)


def test_what_takes_too_long_is_a_sentence_and_the_next_page_is_painted(monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(preview, "LIMITS", Limits(memory=2**40, processor=5, seconds=0.01))
        assert "download the file" in str(seen(good_pdf()).sentence)
    assert seen(good_pdf()).address


def test_nothing_is_left_on_the_disk(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert seen(good_jpeg(), "image/jpeg", pages=1).address
    assert list(Path(tmp_path).iterdir()) == []
