"""The press: official pages, accessible and archivable, in five languages, and deaf to what people typed."""

import io
import re
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pikepdf
import pytest
from django.template import engines
from django.utils.html import escape

from recruitment.core.confined import Child, Limits
from recruitment.documents import pdf
from tests.documents.validity import failures

LANGUAGES = ["zh-hans", "en", "de", "ja", "ko"]
RECEIPT = {
    "title": "SH-2026-00042",
    "reference": "SH-2026-00042",
    "name": "Jürgen Müller 于尔根",
    "position_title": "国际投资顾问 · International investment consultant",
    "position_reference": "FTZ-2026-01",
    "department_name": "Free Trade Zone Management Committee",
    "received": "2026-11-23 18:00",
    "leaf": "ab" * 32,
    "created": "2026-11-23T10:00:00+00:00",
    "verify_url": "https://portal.example.cn/verify/ab",
}


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    """Templates that only these tests have."""
    folder = tmp_path_factory.mktemp("templates")

    def write(body: str) -> str:
        (folder / "probe.html").write_text('{% extends "documents/official.html" %}{% block body %}' + body + "{% endblock %}")
        return "probe.html"

    loaders = engines["django"].engine.template_loaders[0]
    finder = loaders.loaders[0]
    before, finder.dirs = finder.dirs, [*finder.get_dirs(), folder]
    yield lambda body: (loaders.reset(), write(body))[1]
    finder.dirs = before
    loaders.reset()


def words(content: bytes) -> str:
    return subprocess.run(["pdftotext", "-layout", "-", "-"], input=content, capture_output=True, check=True).stdout.decode()


def fonts(content: bytes) -> str:
    return subprocess.run(["pdffonts", "-"], input=content, capture_output=True, check=True).stdout.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_receipt_is_accessible_and_archivable_in_every_language(language):
    printed = pdf.render("documents/receipt.html", RECEIPT, language, identifier="a" * 32)
    assert failures(printed.content) == []
    with pikepdf.open(io.BytesIO(printed.content)) as document:
        assert str(document.Root.Lang) == language
        assert "SH-2026-00042" in str(document.docinfo["/Title"])
    assert "Jürgen Müller 于尔根" in words(printed.content)
    assert "NotoSansCJK" in fonts(printed.content).replace("-", "")


def test_every_page_of_the_demo_says_that_it_is_one(template, settings):
    name = template("{% for n in rows %}<p>{{ n }}</p>{% endfor %}")
    settings.PORTAL_DEMO = True
    printed = pdf.render(name, {"title": "x", "rows": list(range(60))}, "en")
    assert words(printed.content).count("This is not an official document.") == printed.pages > 1
    settings.PORTAL_DEMO = False
    assert "Demonstration" not in words(pdf.render(name, {"title": "x", "rows": [1]}, "en").content)


def test_what_is_printed_twice_is_the_same_file():
    one, other = (pdf.render("documents/receipt.html", RECEIPT, "de", identifier="a" * 32).content for _ in range(2))
    assert one == other


def test_an_official_page_has_22_lines_of_28_characters_and_a_number_in_dashes(template):
    line = "上海市外籍公务人员拟聘任人选公示公示期间如有异议请反映情况"[:28]
    name = template("{% for line in lines %}<div>{{ line }}</div>{% endfor %}")
    document = pdf.render(name, {"title": "标题", "lines": [line] * 44}, "zh-hans")
    second_page = words(document.content).split("\f")[1]
    assert second_page.count(line) == 22
    assert re.search("— ?2 ?—", second_page)


def test_long_tables_repeat_their_head_and_stay_within_the_limits(template):
    name = template(
        "<table><thead><tr><th scope='col'>序号</th><th scope='col'>姓名</th></tr></thead><tbody>"
        "{% for row in rows %}<tr><td>{{ row }}</td><td>张三</td></tr>{% endfor %}</tbody></table>"
    )
    printed = pdf.render(name, {"title": "名单", "rows": list(range(120))}, "zh-hans")
    assert words(printed.content).count("序号") == printed.pages > 1
    assert failures(printed.content) == []


def test_fifty_names_take_little_memory(template):
    head = "".join(f"<th scope='col'>{name}</th>" for name in ("序号", "职位", "姓名", "性别", "编号", "单位"))
    name = template(
        f"<table><thead><tr>{head}</tr></thead><tbody>{{% for row in rows %}}<tr>{{% for cell in row %}}<td>{{{{ cell }}}}</td>"
        "{% endfor %}</tr>{% endfor %}</tbody></table>"
    )
    row = ["1", "国际投资顾问", "Jürgen Müller 于尔根", "男", "SH-2026-00042", "柏林工业大学"]
    context = {"title": "公示", "rows": [row] * 50, "verify_url": "https://portal.example.cn/zh-hans/notices/N-1/"}
    assert pdf.render(name, context, "zh-hans").peak < 400 * 2**20


# --- What must not happen -----------------------------------------------------------------------------------------

MARKER = "marker-that-must-not-be-printed"


@pytest.fixture
def listener():
    """A server on loopback that notes whoever asks it for anything."""
    asked = []

    class Note(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(MARKER.encode())

        def log_message(self, *args):
            pass

    server = HTTPServer(("127.0.0.1", 0), Note)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}", asked
    server.shutdown()
    server.server_close()
    thread.join()


PROBES = [
    '<img src="{url}">',
    '<link rel="stylesheet" href="{url}">',
    "<style>@import url({url}); @font-face {{ font-family: x; src: url({url}) }}</style>",
    "<style>.y {{ font-family: x; background: url({url}) }}</style><p class=y>x</p>",
    '<link rel="attachment" href="{url}">',
    '<a rel="attachment" href="{url}">x</a>',
    '<object data="{url}"></object>',
    '<embed src="{url}">',
    '<iframe src="{url}"></iframe>',
    '<svg xmlns="http://www.w3.org/2000/svg"><image href="{url}" width="9" height="9"/><use href="{url}#a"/></svg>',
    '<img src="data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22%3E%3Cimage href=%22{url}%22/%3E%3C/svg%3E">',
    '<base href="{url}"><img src="x.png">',
    '<p style="list-style-image: url({url}); content: url({url}); background-image: url({url})">x</p>',
    '<meta http-equiv="refresh" content="0; url={url}"><video src="{url}" poster="{url}"></video>',
    '<img src="portal:../../press.py"><link rel="stylesheet" href="portal:/etc/hostname"><img src="PORTAL:..">',
]


@pytest.mark.parametrize("trusted", [True, False], ids=["as markup", "as typed text"])
def test_nothing_that_stands_in_a_document_is_fetched_or_read(listener, tmp_path, template, trusted):
    address, asked = listener
    secret = tmp_path / "secret.txt"
    secret.write_text(MARKER)
    targets = (f"{address}/x", secret.as_uri(), str(secret))
    probes = "".join(probe.format(url=url) for probe in PROBES for url in targets)
    name = template("{% autoescape off %}{{ text }}{% endautoescape %}" if trusted else "<p>{{ text }}</p>")
    content = pdf.render(name, {"title": "Probe", "text": probes}, "en").content
    assert asked == []
    with pikepdf.open(io.BytesIO(content)) as document:
        assert not document.attachments
        streams = b"".join(found.read_bytes() for found in document.objects if isinstance(found, pikepdf.Stream) and "/Width" not in found)
    assert MARKER.encode() not in streams + content
    assert MARKER not in words(content)


def test_what_was_typed_is_printed_as_text(template):
    typed = "<script>alert(1)</script> {{ 7|add:7 }} {% now 'Y' %} %s {0.__class__}"
    shown = words(pdf.render(template("<p>{{ text }}</p>"), {"title": typed, "text": typed}, "en").content)
    assert re.sub(r"\s", "", typed) in re.sub(r"\s", "", shown)


def test_a_character_that_no_font_has_stops_the_press_and_is_named(template):
    with pytest.raises(pdf.NotPrinted, match=r"U\+10FFFD|U\+E000"):
        pdf.render(template("<p>{{ text }}</p>"), {"title": "x", "text": "\ue000 \U0010fffd"}, "en")


def test_rare_characters_are_drawn(template):
    printed = pdf.render(template("<p>{{ text }}</p>"), {"title": "x", "text": "𠮷野家 㐂 辻 凜 鷗 ẞ Łódź Ştefan Nguyễn 김뷁"}, "zh-hans")
    assert "𠮷野家" in words(printed.content)


@pytest.mark.parametrize("text", ["x" * 5000, "字" * 5000, "a\u202eb" * 1000], ids=["endless", "endless Chinese", "mixed direction"])
def test_text_without_end_is_printed_within_the_limits(template, text):
    printed = pdf.render(template("<p>{{ text }}</p>"), {"title": "x", "text": text}, "en")
    assert printed.pages >= 2


def test_what_takes_too_long_is_stopped_and_the_next_document_is_printed(template, monkeypatch):
    slow = Child(pdf.press.module, Limits(memory=2 * 2**30, processor=60, seconds=0.4, jobs=5))
    monkeypatch.setattr(pdf, "press", slow)
    name = template("{% for n in rows %}<div><table><tr><td>{{ n }}</td></tr></table></div>{% endfor %}")
    with pytest.raises(pdf.NotPrinted, match="stopped"):
        pdf.render(name, {"title": "x", "rows": list(range(4000))}, "en")
    slow.limits = pdf.LIMITS
    assert pdf.render(name, {"title": "x", "rows": [1]}, "en").pages == 1
    slow.end()


def test_nesting_without_end_ends_in_a_reason(template):
    with pytest.raises(pdf.NotPrinted, match="RecursionError"):
        pdf.render(template("{% autoescape off %}{{ text }}{% endautoescape %}"), {"title": "x", "text": "<div>" * 1500}, "en")


def test_a_template_that_fails_is_a_reason_too(template):
    with pytest.raises(pdf.NotPrinted, match="template"):
        pdf.render(template("{% include missing %}"), {"title": "x", "missing": "no/such.html"}, "en")


def test_a_text_beyond_all_measure_is_not_even_tried(template, monkeypatch):
    monkeypatch.setattr(pdf, "MAX_HTML", 1000)
    with pytest.raises(pdf.NotPrinted, match="too long"):
        pdf.render(template("<p>{{ text }}</p>"), {"title": "x", "text": escape("<" * 1000)}, "en")


def test_the_libraries_of_the_press_are_checked_at_start():
    assert pdf.check_libraries(None) == []
