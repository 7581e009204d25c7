"""Rich text: what an officer needs comes through, what does harm does not, and a plain text reads as before."""

import json
import re

import pytest

from positions import actions
from positions.models import Position
from recruitment.core import richtext

HOSTILE = [
    "<script>alert(1)</script><p>x</p>",
    "<p onclick=alert(1)>x</p>",
    "<p>x<img src=x onerror=alert(1)></p>",
    '<p><a href="javascript:alert(1)">x</a></p>',
    '<p><a href="JaVaScRiPt&#58;alert(1)">x</a></p>',
    '<p><a href="data:text/html,<script>alert(1)</script>">x</a></p>',
    '<p style="position:fixed">x</p><style>*{display:none}</style>',
    "<svg><p><style><!--</style><img src=x onerror=alert(1)>--></p></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math><p>x</p>",
    "<p><iframe src=//evil.example></iframe>x<form action=//evil.example><input name=a></form></p>",
    "<p>x</p><base href=//evil.example><meta http-equiv=refresh content=0>",
    "<p>x</p" + "><b" * 500 + ">y",
    '<p class="govuk-button portal-urgent" id="content">x</p>',
    "<div><p>x</p><object data=x></object><embed src=x></div>",
    "<p>\u0000x\u202e</p>",
]
FORBIDDEN = re.compile(
    r"<(script|style|img|svg|math|iframe|form|input|base|meta|object|embed)|\son\w+=|javascript:|data:|style=|\sid=", re.IGNORECASE
)


@pytest.mark.parametrize("typed", HOSTILE)
def test_what_does_harm_stays_outside(typed):
    kept = richtext.sanitise(typed)
    assert not FORBIDDEN.search(kept) and " class=" not in kept
    assert not FORBIDDEN.search(richtext.shown(kept))
    assert richtext.sanitise(kept) == kept


@pytest.mark.parametrize("typed", HOSTILE)
def test_what_came_in_by_another_way_does_no_harm_on_a_page_either(typed):
    shown = str(richtext.shown(typed))
    live = re.sub(r"&lt;.*?(&gt;|$)", "", shown, flags=re.DOTALL)
    assert not FORBIDDEN.search(live)


def test_paragraphs_lists_headings_and_links_come_through():
    typed = (
        '<h3 lang="de">Aufgaben</h3><p><b>Fett</b> und <i>schräg</i></p><ul><li>eins</li></ul><p><a href="https://example.org">Link</a></p>'
    )
    kept = richtext.sanitise(typed)
    assert kept.startswith('<h3 lang="de">Aufgaben</h3><p><strong>Fett</strong> und <em>schräg</em></p><ul><li>eins</li></ul>')
    assert 'href="https://example.org"' in kept and "nofollow" in kept
    assert 'class="govuk-list govuk-list--bullet"' in richtext.shown(kept)


def test_plain_text_stays_what_it_was():
    for text in ("one\ntwo", "3 < 4 & 5 > 2", "", "a <placeholder> b"):
        assert richtext.sanitise(text) == text and richtext.plain(text) == text
    assert richtext.shown("a\n\nb & c") == '<p class="govuk-body">a</p>\n<p class="govuk-body">b &amp; c</p>'
    assert richtext.shown("a\nb", as_list=True).count("<li>") == 2


def test_the_words_alone_for_machines_and_letters():
    assert richtext.plain("<p>A &amp; B</p><ul><li>one</li><li>two<br>three</li></ul>") == "A & B\none\ntwo\nthree"


@pytest.mark.django_db
def test_a_post_keeps_only_what_is_allowed(drafted, hr_officer):
    drafted.description_en = '<p onclick="x()">Good <script>bad()</script></p>'
    drafted.title_en = "A <b>bold</b> title"
    actions.revise(drafted, by=hr_officer)
    saved = Position.objects.get(pk=drafted.pk)
    assert saved.description_en == "<p>Good </p>"
    assert saved.title_en == "A <b>bold</b> title"


@pytest.mark.django_db
def test_page_search_and_job_posting_understand_it(drafted, hr_officer, second_hr_officer, client):
    drafted.duties_en = "<ul><li>Receive investors</li><li>Answer <strong>letters</strong></li></ul>"
    drafted.description_en = "<p>Quiet office</p><script>x</script>"
    actions.revise(drafted, by=hr_officer)
    position = actions.publish(actions.review(drafted, by=second_hr_officer, note="Read."), by=hr_officer)
    assert Position.objects.search("letters").get() == position and not Position.objects.search("strong").exists()
    page = client.get(position.get_absolute_url()).content.decode()
    assert "<li>Answer <strong>letters</strong></li>" in page and '<p class="govuk-body">Quiet office</p>' in page
    posting = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL).group(1))
    assert "Answer letters\nQuiet office" in posting["description"]
