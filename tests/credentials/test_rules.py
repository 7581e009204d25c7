"""The rules by themselves: names, stays, gaps and windows, over whatever names and days there can be."""

import datetime
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from screening.credentials.conditions import (
    Facts,
    Likeness,
    Limits,
    Paper,
    Person,
    Spell,
    check,
    counts_until,
    gaps,
    likeness,
    lived_in,
    window_of,
)
from screening.credentials.conditions.names import folded

DAY = datetime.timedelta(days=1)
TODAY = datetime.date(2026, 11, 24)
# A machine that is busy with the rest of the suite says nothing about the rules.
unhurried = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
LETTERS = "abcdefghijklmnopqrstuvwxyzäöüßéèñçøåłšžğ"
parts = st.lists(st.text(LETTERS, min_size=2, max_size=8), min_size=1, max_size=4, unique=True)
days = st.dates(datetime.date(1990, 1, 1), TODAY)


# --- Names --------------------------------------------------------------------------------------------------------


@unhurried
@given(parts, st.randoms(use_true_random=False))
def test_order_case_and_hyphens_make_no_other_name(name, luck: Random):
    shuffled = luck.sample(name, len(name))

    assert likeness(" ".join(name), "-".join(shuffled).upper()) == Likeness.SAME


@unhurried
@given(parts, parts)
def test_it_does_not_matter_who_is_compared_with_whom(one, other):
    assert likeness(" ".join(one), " ".join(other)) == likeness(" ".join(other), " ".join(one))


def is_without_particles(name: list[str]) -> bool:
    """A name of which only particles are left is compared with them."""
    return len(name) > 1 and all(len(folded(" ".join([part, "xx"]))) == 2 for part in name)


@unhurried
@given(parts.filter(is_without_particles))
def test_a_name_that_leaves_parts_out_is_never_another_person(name):
    assert likeness(" ".join(name), " ".join(name[:-1])) in (Likeness.SAME, Likeness.SHORTER)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna-Lena Müller", "MUELLER ANNA LENA"),
        ("Anna-Lena Müller", "Muller Annalena"),
        ("Søren Kierkegård", "SOEREN KIERKEGAARD"),
        ("Jürgen Weiß", "Juergen Weiss"),
        ("Seán O’Brien", "SEAN OBRIEN"),
        ("Łukasz Żółć", "LUKASZ ZOLC"),
        ("Ludwig van der Berg", "BERG, Ludwig"),
        ("Nguyễn Văn Đức", "NGUYEN VAN DUC"),
        ("Kim Min-jun", "MINJUN KIM"),
        ("山田太郎", "山田 太郎"),
    ],
)
def test_the_same_name_written_in_two_ways(one, other):
    assert likeness(one, other) == Likeness.SAME


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("Ana García López", "Ana García", Likeness.SHORTER),
        ("Иван Петров", "Ivan Petrov", Likeness.UNKNOWN),
        ("John Michael Smith", "J. M. Smith", Likeness.SHORTER),
        ("Anna Müller", "Anna Schmidt", Likeness.DIFFERENT),
        ("Anna Müller", "", Likeness.UNKNOWN),
        ("穆安娜", "穆安妮", Likeness.DIFFERENT),
    ],
)
def test_shorter_other_and_incomparable_names(one, other, near):
    assert likeness(one, other) == near


# --- Days ---------------------------------------------------------------------------------------------------------


@unhurried
@given(st.lists(st.tuples(days, days), max_size=6), st.integers(0, 60))
def test_gaps_are_longer_than_asked_and_touch_no_spell(spans, limit):
    spells = [Spell("DE", *sorted(span)) for span in spans]

    for gap in gaps(spells, years=60, longer_than=limit, today=TODAY):
        assert gap.days > limit
        assert all(spell.ended_on < gap.first or spell.began_on > gap.last for spell in spells)


@unhurried
@given(st.lists(st.tuples(st.sampled_from(["DE", "FR", "JP"]), days, days), max_size=6))
def test_a_country_is_lived_in_only_if_somebody_was_there(spans):
    spells = [Spell(country, *sorted((one, other))) for country, one, other in spans]
    found = lived_in(spells, years=5, months=12, today=TODAY)

    assert set(found) <= {spell.country for spell in spells if spell.ended_on >= TODAY.replace(year=2021)}
    assert len(found) == len(set(found))


def test_short_stays_add_up_and_overlapping_ones_count_once():
    twice = [Spell("DE", TODAY - 700 * DAY, TODAY - 500 * DAY), Spell("DE", TODAY - 300 * DAY)]
    same = [Spell("FR", TODAY - 300 * DAY), Spell("FR", TODAY - 290 * DAY)]

    assert lived_in([*twice, *same], years=5, months=12, today=TODAY) == ["DE"]


@unhurried
@given(days, st.integers(1, 24), st.one_of(st.none(), days))
def test_a_paper_never_counts_longer_than_it_says(issued, months, expires):
    end = counts_until(issued, expires, months)

    assert end <= issued + months * 31 * DAY and (expires is None or end <= expires)


def test_without_a_day_nothing_is_reckoned():
    assert counts_until(None, None, 6) is None and counts_until(TODAY, None, None) is None


@unhurried
@given(days, st.integers(0, 52), st.one_of(st.none(), st.integers(1, 12)))
def test_a_window_never_closes_before_it_opens(filing, weeks, months):
    window = window_of(filing, weeks=weeks, months=months, today=TODAY)

    assert window.opens_on is None or window.opens_on <= window.closes_on <= filing


# --- The whole check ----------------------------------------------------------------------------------------------

texts = st.text(max_size=12)
papers = st.builds(
    Paper,
    pk=st.integers(1, 9),
    kind=st.sampled_from(["degree", "no_criminal_record", "passport", "translation", "other"]),
    label=texts,
    country=st.sampled_from(["", "DE", "IN", "XX"]),
    issued_on=st.none() | days,
    expires_on=st.none() | days,
    language=st.sampled_from(["", "zh", "en", "de"]),
    name=texts,
    counts_until=st.none() | days,
)
people = st.builds(Person, printed=texts, parts=st.tuples(texts, texts), others=st.tuples(texts), passport_expires_on=st.none() | days)


@unhurried
@given(people, st.lists(papers, max_size=4), st.lists(st.builds(Spell, st.sampled_from(["DE", ""]), days), max_size=3))
def test_whatever_is_stated_it_answers_with_sentences(person, attached, spells):
    facts = Facts(
        today=TODAY, closing_on=TODAY, filing_on=TODAY + 100 * DAY, person=person, limits=Limits(), papers=tuple(attached),
        spells=tuple(spells), degrees=("DE",), tests=(TODAY,), asked=frozenset({"degree", "no_criminal_record"}),
    )  # fmt: skip

    for remark in check(facts):
        assert remark.sentence and "%(" not in remark.sentence.replace(person.printed, "")
        assert remark.section in ("identity", "education", "work", "languages", "documents")
