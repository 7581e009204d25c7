"""A template rendered once for a language: every word is set in escaped, and nobody's word is ever kept."""

import pytest
from django.utils import translation
from django.utils.safestring import SafeString

from recruitment.core.stencils import Stencil, pager, piece

LINE = Stencil("admin/applications/_line.html", "key", "reference", "person", "title", "post", "badge", "officer", "since", "promise")
HOSTILE = "100 % <script>'\"&"


def filled(person) -> str:
    return LINE.filled(7, "SH-1", person, "Post", "P-1", SafeString("<b>badge</b>"), "–", "today", "–")


def test_words_are_escaped_and_markup_is_not():
    told = filled(HOSTILE)
    assert "100 % &lt;script&gt;&#x27;&quot;&amp;" in told and "<script" not in told and "<b>badge</b>" in told


def test_nothing_of_one_line_is_left_in_the_next():
    filled("Anna")
    assert "Anna" not in filled("Berta") and not any("\uf000" <= sign <= "\uf0ff" for sign in filled("Berta"))


def test_each_language_has_its_own():
    told = {}
    for language in ("en", "de", "zh-hans"):
        with translation.override(language):
            told[language] = (filled("Anna"), piece("admin/_overdue.html"))
    assert "Select SH-1" in told["en"][0] and len(set(told.values())) == 3


def test_a_stencil_that_lacks_a_value_fails():
    with pytest.raises(IndexError):
        LINE.filled(7)


def test_the_pages_keep_the_address_escaped():
    assert pager(1, 1, "?p=") == ""
    assert 'href="?q=&lt;b&gt;&amp;p=2"' in pager(1, 3, "?q=<b>&p=")
