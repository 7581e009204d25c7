"""The look inside: good files come out clean, hostile ones get a sentence, and nobody is taken along when a child dies."""

import io
import time

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation
from PIL import Image

from recruitment.core.confined import Limits
from recruitment.documents import inspection
from recruitment.documents.states import Refusal, Refused
from tests.documents.corpus import GOOD, HOSTILE, PHP, good_jpeg, good_pdf, php_in_jpeg, signed

NAMES = {
    "../../etc/passwd.pdf": "passwd.pdf",
    "..\\..\\windows\\win.ini.pdf": "win.ini.pdf",
    "a\x00b.pdf": "ab.pdf",
    "line\r\nSet-Cookie: x=1.pdf": "line Set-Cookie: x=1.pdf",
    "invoice\u202efdp.exe.pdf": "invoicefdp.exe.pdf",
    "zero\u200bwidth\ufeff.pdf": "zerowidth.pdf",
    "Mu\u0308ller.pdf": "M\u00fcller.pdf",
    "学历证书.PDF": "学历证书.pdf",
    "<img src=x onerror=alert(1)>.pdf": "<img src=x onerror=alert(1)>.pdf",
    "=cmd|' '!A0.pdf": "=cmd|' '!A0.pdf",
    "\u2028\u0085  spaced   out .pdf": "spaced out.pdf",
    ".pdf": "document.pdf",
    "": "document.pdf",
    "...": "document.pdf",
    "scan": "scan.pdf",
    "\ud800lone.pdf": "lone.pdf",
}


@pytest.mark.parametrize("name", GOOD)
def test_a_good_file_is_taken_without_its_metadata(name):
    checked = inspection.inspect(GOOD[name](), name=name)
    assert checked.pages == (2 if name.endswith("pdf") else 1)
    assert checked.name == name.replace("JPG", "jpg")
    assert b"Secret" in GOOD[name]()
    assert b"Secret" not in checked.content
    assert inspection.inspect(checked.content, name=name).media_type == checked.media_type


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda hostile: hostile.label)
def test_a_hostile_file_is_refused_in_time_with_its_own_reason(hostile):
    upload, began = SimpleUploadedFile(hostile.name, hostile.make()), time.monotonic()
    with pytest.raises(Refused) as refusal:
        inspection.inspect(inspection.whole(upload), name=hostile.name, declared=hostile.declared)
    assert refusal.value.code == hostile.refusal
    assert time.monotonic() - began < 10
    assert "{" not in str(refusal.value.sentence)


@pytest.mark.parametrize("reason", Refusal)
def test_every_reason_is_a_whole_sentence_in_the_readers_language(reason):
    refusal = Refused(reason, limit=7 if "{limit}" in str(reason.label) else None)
    with translation.override("en"):
        assert str(refusal.sentence).endswith(".")
        assert "{" not in str(refusal.sentence)


def test_a_script_in_a_photograph_is_gone_from_the_copy():
    checked = inspection.inspect(php_in_jpeg(), name="photo.jpg", declared="image/jpeg")
    assert PHP in php_in_jpeg()
    assert b"php" not in checked.content


def test_a_photograph_stands_upright_and_does_not_say_where_it_was_taken():
    picture = Image.open(io.BytesIO(inspection.inspect(good_jpeg(), name="photo.jpg").content))
    assert picture.size == (200, 320)
    assert not picture.getexif()
    assert "comment" not in picture.info


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16", "CMYK"])
def test_pictures_of_every_mode_can_be_read_afterwards(mode):
    kind = "JPEG" if mode == "CMYK" else "PNG"
    written = io.BytesIO()
    Image.new(mode, (40, 30)).save(written, kind)
    checked = inspection.inspect(written.getvalue(), name="")
    assert Image.open(io.BytesIO(checked.content)).size == (40, 30)


def test_a_signed_pdf_stays_as_it_was_signed():
    sent = signed()
    assert inspection.inspect(sent, name="police-certificate.pdf").content == sent


def test_a_pdf_keeps_its_pages_and_loses_where_it_opens():
    with pikepdf.open(io.BytesIO(inspection.inspect(good_pdf(), name="a.pdf").content)) as pdf:
        assert pdf.pages[0].Contents.read_bytes().startswith(b"BT")
        assert "/OpenAction" not in pdf.Root
        assert "/Info" not in pdf.trailer


@pytest.mark.parametrize("declared", ["", "application/octet-stream", "application/pdf; charset=binary", "Application/PDF"])
def test_a_browser_that_does_not_know_the_type_is_no_reason_to_refuse(declared):
    assert inspection.inspect(good_pdf(), name="a.pdf", declared=declared).pages == 2


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_name_is_kept_as_harmless_text(name):
    assert inspection.display_name(name, ending="pdf") == NAMES[name]


@pytest.mark.parametrize("name", ["a" * 300 + ".pdf", "证" * 300 + ".pdf", "a." * 200 + "pdf"])
def test_a_long_name_is_cut_before_its_ending(name):
    shown = inspection.display_name(name, ending="pdf")
    assert len(shown) <= 120
    assert shown.endswith(".pdf")


def test_a_file_that_takes_too_long_is_refused(monkeypatch):
    monkeypatch.setattr(inspection, "LIMITS", Limits(memory=2**40, processor=5, seconds=0.01))
    with pytest.raises(Refused) as refusal:
        inspection.inspect(good_pdf(), name="a.pdf")
    assert refusal.value.code == Refusal.TOO_COMPLEX
