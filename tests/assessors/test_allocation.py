"""Who gets which file: the reasons, what could not be placed, an even burden, and ten thousand files within seconds."""

import itertools
import time
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from screening.assessors.allocation import Hand, Piece, deal
from screening.assessors.states import Cause, Reason

ZH, DE = frozenset(["zh-hans"]), frozenset(["de", "en"])
TRADE, SCIENCE = frozenset(["trade"]), frozenset(["science"])


def lot():
    counter = itertools.count()
    return lambda: next(counter)


def test_every_assignment_says_why_and_what_could_not_be_placed_says_why_not():
    hands = [Hand(1, 5, TRADE, DE), Hand(2, 0, TRADE, DE), Hand(3, 0, SCIENCE, DE), Hand(4, 0, TRADE, ZH)]
    dealt = deal([Piece(10, 2, TRADE, "de", barred=frozenset([2]))], hands, lot=lot())
    (given_row,) = dealt.given
    assert (given_row.hand, set(given_row.reasons)) == (1, set(Reason))
    (left,) = dealt.left
    assert (left.missing, set(left.causes)) == (1, {Cause.CONFLICT, Cause.COMPETENCY, Cause.LANGUAGE})
    assert deal([Piece(11, 3)], hands[:2], lot=lot()).left[0].causes == (Cause.FEW,)


def test_what_somebody_never_stated_is_held_against_nobody():
    dealt = deal([Piece(10, 1, TRADE, "ko")], [Hand(1)], lot=lot())
    assert dealt.given[0].reasons == (Reason.LOAD, Reason.NO_CONFLICT)


@given(st.integers(2, 9), st.integers(1, 60), st.integers(1, 3))
@settings(max_examples=50, deadline=None)
def test_among_equals_nobody_carries_more_than_one_file_more(people, files, each):
    dealt = deal([Piece(number, each) for number in range(files)], [Hand(key) for key in range(people)], lot=lot())
    loads = Counter(dict.fromkeys(range(people), 0))
    loads.update(row.hand for row in dealt.given)
    assert max(loads.values()) - min(loads.values()) <= 1
    assert len({(row.piece, row.hand) for row in dealt.given}) == len(dealt.given)


@given(st.lists(st.frozensets(st.integers(0, 5)), min_size=1, max_size=30))
@settings(max_examples=50, deadline=None)
def test_nobody_is_given_what_they_stepped_back_from(barred):
    dealt = deal([Piece(number, 2, barred=who) for number, who in enumerate(barred)], [Hand(key) for key in range(6)], lot=lot())
    assert all(row.hand not in barred[row.piece] for row in dealt.given)


def test_ten_thousand_files_take_seconds():
    languages = ("de", "zh-hans")
    hands = [Hand(key, 0, TRADE, (DE, ZH)[key % 2]) for key in range(60)]
    began = time.process_time()
    dealt = deal([Piece(number, 2, TRADE, languages[number % 2]) for number in range(10_000)], hands, lot=lot())
    assert time.process_time() - began < 10
    assert len(dealt.given) == 20_000 and dealt.is_whole
