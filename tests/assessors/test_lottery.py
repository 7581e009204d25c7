"""The draw itself: fixed vectors, every list a permutation, no place likelier, repeatable with the script alone."""

import json
import subprocess
import sys
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from screening.assessors import lottery

SEED = bytes(range(32))
POOL = [{"number": f"A-{number:04d}", "from_unit": number in (2, 5, 6)} for number in range(1, 13)]
PANELS = {"assessors": POOL, "panels": 2, "size": 5, "most_from_unit": 1}
ORDER = {"codes": ["C1", "C2", "C3", "C4"], "panels": [1, 2], "barred": {"C2": [1], "C3": [1, 2]}}


def test_the_numbers_are_the_published_ones():
    assert lottery.commitment(SEED) == "630dcd2966c4336691125448bbb25b4ff412a49c732db2c8abc1b8581bd710dd"
    stream = lottery.numbers(SEED, {"a": 1})
    assert [next(stream) for _number in range(5)] == VECTOR_NUMBERS
    assert lottery.shuffled(range(10), lottery.numbers(SEED, {"a": 1})) == VECTOR_SHUFFLED
    assert lottery.result("panels", PANELS, SEED) == VECTOR_PANELS
    assert lottery.result("order", ORDER, SEED) == VECTOR_ORDER


VECTOR_NUMBERS = [9390202906017931805, 8831180477446213360, 11200369420660705655, 115761173136480613, 11952734061292731513]
VECTOR_SHUFFLED = [2, 6, 1, 9, 8, 3, 0, 7, 4, 5]
VECTOR_PANELS = {
    "panels": [
        {"number": 1, "seats": ["A-0005", "A-0009", "A-0011", "A-0012", "A-0007"], "chair": "A-0009"},
        {"number": 2, "seats": ["A-0006", "A-0003", "A-0001", "A-0008", "A-0010"], "chair": "A-0003"},
    ],
    "substitutes": ["A-0002", "A-0004"],
}
VECTOR_ORDER = {"panels": [{"number": 1, "codes": ["C1"]}, {"number": 2, "codes": ["C4", "C2"]}], "unplaced": ["C3"]}


@given(st.binary(min_size=32, max_size=32), st.lists(st.integers(), max_size=40))
@settings(max_examples=60, deadline=None)
def test_a_shuffle_loses_and_makes_up_nothing_and_is_the_same_again(seed, items):
    once = lottery.shuffled(items, lottery.numbers(seed, items))
    assert Counter(once) == Counter(items)
    assert once == lottery.shuffled(items, lottery.numbers(seed, items))


def test_every_order_is_about_as_likely_as_the_others():
    """Six orders of three, 3,000 draws: chi-square with 5 degrees of freedom stays below the 0.001 point, 20.5."""
    seen = Counter(tuple(lottery.shuffled("abc", lottery.numbers(SEED, number))) for number in range(3000))
    assert len(seen) == 6
    assert sum((count - 500) ** 2 / 500 for count in seen.values()) < 20.5


def test_numbers_that_would_favour_a_place_are_thrown_away():
    assert lottery.below(3, iter([lottery.TOP - 1, 4])) == 1


@given(
    st.binary(min_size=32, max_size=32),
    st.integers(1, 3),
    st.sampled_from([3, 5, 7]),
    st.integers(0, 6),
    st.integers(1, 8),
    st.integers(1, 3),
)
@settings(max_examples=80, deadline=None)
def test_panels_are_full_hold_the_limit_and_nobody_sits_twice(seed, count, size, unit, spare, most):
    others = max(count * size - min(unit, count * most), 0) + spare
    pool = [{"number": f"A-{number}", "from_unit": number < unit} for number in range(unit + others)]
    drawn = lottery.result("panels", {"assessors": pool, "panels": count, "size": size, "most_from_unit": most}, seed)
    from_unit = {person["number"] for person in pool if person["from_unit"]}
    seated = [number for row in drawn["panels"] for number in row["seats"]]
    assert all(len(row["seats"]) == size and len(from_unit & {*row["seats"]}) <= most for row in drawn["panels"])
    assert sorted(seated + drawn["substitutes"]) == sorted(person["number"] for person in pool)
    assert all(row["chair"] is None or row["chair"] not in from_unit for row in drawn["panels"])


def test_nobody_comes_before_a_panel_that_must_not_judge_them():
    drawn = lottery.result("order", ORDER, SEED)
    assert drawn["unplaced"] == ["C3"]
    assert "C2" in next(row["codes"] for row in drawn["panels"] if row["number"] == 2)


def published(**other) -> dict:
    result = lottery.result("panels", PANELS, SEED)
    told = {"purpose": "panels", "inputs": PANELS, "seed": SEED.hex(), "seed_commitment": lottery.commitment(SEED), "result": result}
    return {**told, **other}


def test_the_script_runs_without_the_portal_and_finds_what_was_changed(tmp_path):
    for told, status, sentence in (
        (published(), 0, "can be repeated"),
        (published(seed=bytes(32).hex()), 1, "not the one that was committed to"),
        (published(inputs={**PANELS, "assessors": POOL[::-1]}), 1, "does not follow"),
        (published(seed=""), 1, "not been revealed"),
    ):
        file = tmp_path / "draw.json"
        file.write_text(json.dumps(told))
        run = subprocess.run([sys.executable, "-I", lottery.__file__, str(file)], capture_output=True, text=True, check=False)
        assert (run.returncode, sentence in run.stdout) == (status, True), run.stdout + run.stderr
