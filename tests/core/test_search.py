"""Words for the index and the query: the same whatever width, case or accent they were typed with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitment.core.search import index_text, pieces, search_query


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("国际投资顾问", "国际 际投 投资 资顾 顾问 问"),
        ("ＡＢＣ abc", "abc abc"),
        ("Müller Straße", "muller strasse"),
        ("コンサル", "コン ンサ サル ル"),
        ("ｺﾝｻﾙ", "コン ンサ サル ル"),
        ("국제투자를", "국제 제투 투자 자를 를"),
        ("HSK5级", "hsk5 级"),
        ("SH-P-2026-003", "sh p 2026 003"),
        ("'; drop table -- & | ! <->", "drop table"),
        ("", ""),
    ],
)
def test_what_is_indexed(text, words):
    assert index_text(text) == words


def test_nothing_to_look_for_is_no_query():
    assert search_query(" ' & | !: ") is None


@given(st.text(max_size=300))
def test_any_text_makes_words_of_letters_and_figures_only(text):
    assert all(piece.isalnum() or all(not sign.isspace() and sign not in "'\\&|!:*()<>" for sign in piece) for piece in pieces(text))
