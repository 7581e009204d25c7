"""Words for the index and for the query: Chinese, Japanese and Korean by two characters, other scripts by whole words without accents."""

import re
import unicodedata

from django.contrib.postgres.search import SearchQuery

# Han with its extensions and compatibility forms, kana, Hangul; 々〇ー belong to words.
EAST_ASIAN = "\u3005\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
PIECE = re.compile(rf"[{EAST_ASIAN}]+|[^\W_{EAST_ASIAN}]+")
IS_EAST_ASIAN = re.compile(rf"[{EAST_ASIAN}]")
MOST_PIECES = 20
LONGEST_PIECE = 40


def pieces(text: str) -> list[str]:
    """Runs of one script, in a form in which ＡＢＣ, ABC and abc are the same."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return [piece if IS_EAST_ASIAN.match(piece) else _without_accents(piece) for piece in PIECE.findall(folded)]


def index_text(*texts: str | None) -> str:
    """What goes into a `simple` text search vector: every word, and of East Asian runs every two neighbouring characters."""
    return " ".join(" ".join(_pairs(piece)) for text in texts if text for piece in pieces(text))


def search_query(text: str) -> SearchQuery | None:
    """A query for `index_text`; words by their beginning, East Asian runs as they stand; nothing when there is nothing to look for."""
    terms = [_term(piece[:LONGEST_PIECE]) for piece in pieces(text)[:MOST_PIECES]]
    return SearchQuery(" & ".join(terms), config="simple", search_type="raw") if terms else None


def _pairs(piece: str) -> list[str]:
    """Neighbouring pairs, and the last character alone so that a single one is found wherever it stands."""
    if not IS_EAST_ASIAN.match(piece):
        return [piece]
    return [piece[i : i + 2] for i in range(len(piece))]


def _term(piece: str) -> str:
    """Quoted, so that nothing in it is an operator."""
    if IS_EAST_ASIAN.match(piece) and len(piece) > 1:
        pairs = [piece[i : i + 2] for i in range(len(piece) - 1)]
        return "(" + " <-> ".join(f"'{pair}'" for pair in pairs) + ")"
    return f"'{piece}':*"


def _without_accents(word: str) -> str:
    return unicodedata.normalize("NFC", "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign)))
