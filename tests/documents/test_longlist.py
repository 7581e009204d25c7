"""A list of hundreds of names: the quick press says what the other one says, with tags over all its parts, and nothing typed is obeyed."""

import io
import re
from collections import Counter

import pikepdf
import pypdfium2
import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.pens.basePen import NullPen
from PIL import ImageChops, ImageOps

from recruitment.documents import pdf
from recruitment.documents.pdf import longlist
from tests.documents.validity import failures

LANGUAGES = ["zh-hans", "en", "de", "ja", "ko"]
NAMES = 23
HOSTILE = [
    '#read("/etc/passwd")',
    '#image("/etc/hostname")',
    "[x] $y$ \\z _a_ *b* <c> @d -- \"e\" 'f' ... ~ `g`",
    "= h",
    "&lt;b&gt; {{ 7 }}",
]


@pytest.fixture(autouse=True)
def short_parts(monkeypatch):
    """So that few names make a long list of three parts."""
    monkeypatch.setattr(longlist, "LONG", 20)
    monkeypatch.setattr(longlist, "ROWS_IN_A_PART", 10)


def context(*, names: int = NAMES, **first) -> dict:
    row = {"position_title": "国际投资顾问", "full_name": "Jürgen Müller", "chinese_name": "直骨于尔根", "sex": "男"}
    rows = [{**row, "order": n, "candidate_no": f"SH-2026-{n:05d}", "institution": f"Universität {n}"} for n in range(1, names + 1)]
    rows[0] |= first
    said = ("title", "opening", "period", "invitation", "consequence", "supervision_body", "supervision_hours", "supervision_address")
    text = {name: f"{name.replace('_', ' ')} 公示。" for name in said} | {"issuing_body": "管理委员会"}
    known = {"title": "沪示〔2026〕1号", "document_no": "沪示〔2026〕1号", "text": text, "rows": rows, "digest": "0123456789abcdef" * 4}
    known |= {"supervision_phone": "021-5550-0100", "supervision_email": "a@example.org", "issued_on": "2026-01-02"}
    known |= {"created": "2026-01-02T10:00:00+00:00", "online_channel": "https://example.org/"}
    return known | {"verify_url": "https://portal.example.cn/zh-hans/notices/N-1/"}


def printed(language: str = "en", **first) -> pdf.Printed:
    return pdf.render("documents/notice.html", context(**first), language, identifier="a" * 32)


def words(content: bytes) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content)]


def letters(pages: list[str]) -> Counter:
    """Every letter that is said but for the numbers of the pages."""
    return Counter(re.sub(r"— ?\d+ ?—|\s", "", "\n".join(pages)))


def elements(element) -> list:
    kids = element.get("/K", [])
    inner = [kid for kid in (kids if isinstance(kids, pikepdf.Array) else [kids]) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
    return [element, *(found for kid in inner for found in elements(kid))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_presses_say_the_same_in_every_language(language, monkeypatch, settings):
    settings.PORTAL_DEMO = False
    quick = printed(language)
    assert failures(quick.content) == []
    with pikepdf.open(io.BytesIO(quick.content)) as document:
        assert str(document.Root.Lang) == language
    monkeypatch.setattr(longlist, "is_long", lambda html: False)
    slow = printed(language)
    assert quick.content != slow.content
    one, other = letters(words(quick.content)), letters(words(slow.content))
    part = longlist.parts_of(pdf.words("documents/notice.html", context(), language), language)[0]
    head = letters(["".join(run[0] for column in part["columns"] for run in column["runs"])])
    more = one - other  # the head of the table, which stands on each page, and each part begins a page
    heads = max(more.values(), default=0) // max(head.values())
    assert more == Counter({sign: count * heads for sign, count in head.items()})
    assert not other - one


def test_the_tags_of_all_parts_hang_together():
    content = printed().content
    with pikepdf.open(io.BytesIO(content)) as document:
        tree = document.Root.StructTreeRoot
        found = elements(tree.K[0])
        kinds = Counter(str(element.S) for element in found)
        assert (kinds["/H1"], kinds["/Table"], kinds["/TR"], kinds["/TD"], kinds["/Figure"]) == (1, 3, NAMES + 3, NAMES * 6, 1)
        names = [str(element.ID) for element in found if "/ID" in element]
        assert len(names) == len(set(names)) == 18
        told = {str(name) for element in found for given in element.get("/A", []) for name in given.get("/Headers", [])}
        assert told == set(names)
        numbers = [int(number) for number in list(tree.ParentTree.Nums)[::2]]
        assert numbers == sorted(set(numbers))
        pages = [sheet.obj for sheet in document.pages]
        assert [int(sheet.StructParents) in numbers for sheet in pages] == [True] * len(pages)
        assert len({int(sheet.StructParents) for sheet in pages}) == len(pages)
        assert {element.Pg.objgen for element in found if "/Pg" in element} == {sheet.objgen for sheet in pages}
    assert [f"— {number}" in text for number, text in enumerate(words(content), start=1)] == [True] * len(pages)


def test_widths_of_letters_are_those_of_the_fonts():
    with pikepdf.open(io.BytesIO(printed().content)) as document:
        fonts = [found for found in document.objects if isinstance(found, pikepdf.Dictionary) and found.get("/Subtype") == "/CIDFontType0"]
        assert len(fonts) >= 2
        for font in fonts:
            given, told, program = list(font.W), {}, CFFFontSet()
            for first, last, wide in zip(given[::3], given[1::3], given[2::3], strict=True):
                told |= dict.fromkeys(range(int(first), int(last) + 1), float(wide))
            program.decompile(io.BytesIO(font.FontDescriptor.FontFile3.read_bytes()), None, False)
            for number, name in enumerate(program[0].charset):
                glyph = program[0].CharStrings[name]
                glyph.draw(NullPen())
                assert glyph.width == pytest.approx(told[number], abs=1)


@pytest.mark.parametrize("typed", HOSTILE)
def test_what_was_typed_is_printed_as_it_is(typed):
    shown = re.sub(r"\s", "", "".join(words(printed(full_name=typed).content)))
    assert re.sub(r"\s", "", typed) in shown
    assert "root:" not in shown


def test_a_word_without_end_stays_within_its_column():
    content = printed(institution="Donaudampfschifffahrt" * 12, full_name="W" * 90).content
    sheet = pypdfium2.PdfDocument(content)[0]
    text = sheet.get_textpage()
    right = max(text.get_rect(number)[2] for number in range(text.count_rects()))
    assert right < sheet.get_width() - 70
    assert "W" * 90 in re.sub(r"\s", "", text.get_text_range())


def test_a_character_that_no_font_has_is_named():
    with pytest.raises(pdf.NotPrinted, match=r"U\+E000"):
        printed(full_name="\ue000")


def test_characters_have_the_shape_of_their_language():
    def drawn(language: str, **first):
        sheet = pypdfium2.PdfDocument(printed(language, **first).content)[0]
        text = sheet.get_textpage()
        left, bottom, right, top = text.get_charbox(text.get_text_range().index("骨"))
        picture, height = ImageOps.invert(sheet.render(scale=8).to_pil().convert("L")), sheet.get_height()
        drawn = picture.crop([round(edge * 8) for edge in (left - 0.5, height - top - 0.5, right + 0.5, height - bottom + 0.5)])
        return drawn.crop(drawn.getbbox()).resize((64, 64))

    def apart(one, other) -> int:
        return sum(value > 96 for value in ImageChops.difference(one, other).get_flattened_data())

    plain = {"full_name": "骨", "chinese_name": ""}
    japanese, chinese = drawn("ja", **plain), drawn("zh-hans", **plain)
    assert 2 * apart(drawn("ja", full_name="", chinese_name="骨"), chinese) < apart(japanese, chinese)


def test_what_is_printed_twice_is_the_same_file():
    assert printed().content == printed().content


def test_what_the_press_does_not_know_is_an_error_and_not_left_out(monkeypatch):
    monkeypatch.setattr(pdf, "words", lambda *given: f"<html>{longlist.MARK}{'<tr>' * 30}<video></video>")
    with pytest.raises(pdf.NotPrinted, match="<video>"):
        printed()


def test_a_short_list_is_left_to_the_other_press(monkeypatch):
    asked = []
    monkeypatch.setattr(longlist, "set_in_type", lambda *given, **named: asked.append(given))
    assert pdf.render("documents/notice.html", context(names=10), "en").pages >= 1
    assert asked == []
