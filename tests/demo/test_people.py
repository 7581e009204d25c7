"""The people of the demonstration: every role, every state, names as difficult as real ones, and facts that fit the rules."""

from collections import Counter
from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django_countries import countries

from positions.conditions.eligibility import evaluate
from positions.conditions.facts import Degree, Employment, Facts, LanguageProof, Qualification
from positions.conditions.spans import add_months
from positions.states import FindingResult
from recruitment.accounts.roles import Role
from screening.applications.forms.choices import ORDINARY_CHANNEL
from screening.applications.states import Gate, IscedField, IscedLevel, NameOrder, RejectionReason, Sex, State
from screening.applications.states.evidence import CATALOGUE, LANGUAGE_CODES
from tests.demo.reading import CANDIDATES, CJK, CONTENT, HAN, HANGUL, KANA, LANGUAGES, POSITIONS, STAFF

# In one place of a headcount for good, or for as long as the file is there.
HOLDS_A_PLACE = {
    *(State.NOMINATED, State.CLEARED, State.ANNOUNCED, State.CONFIRMED, State.DEFERRED),
    *(State.REVOKED, State.OFFERED, State.APPOINTED, State.DECLINED),
}
PAST_QUALIFICATION = {*HOLDS_A_PLACE, State.QUALIFIED, State.TESTED, State.ASSESSED, State.RESERVED}
STATES = {
    **{State.DRAFT: 6, State.SUBMITTED: 6, State.REOPENED: 1, State.RETURNED: 4, State.QUALIFIED: 4, State.TESTED: 4, State.ASSESSED: 4},
    **{State.NOMINATED: 3, State.RESERVED: 2, State.CLEARED: 4, State.ANNOUNCED: 5, State.CONFIRMED: 3, State.DEFERRED: 1},
    **{State.REVOKED: 1, State.OFFERED: 3, State.APPOINTED: 6, State.DECLINED: 1, State.REJECTED: 4, State.WITHDRAWN: 1, State.LAPSED: 1},
}


def months_ago(months):
    return None if months is None else add_months(date.today(), -months)


def facts(row) -> Facts:
    """What a candidate states, as the rules read it."""
    return Facts(
        birth_date=add_months(date.today(), -12 * row["birth"]["years_ago"]) - timedelta(days=row["birth"]["days_ago"]),
        nationalities=(row["nationality"], *row["other_nationalities"]),
        was_chinese_national=row["was_chinese_national"],
        degrees=tuple(
            Degree(study["isced_level"], study["isced_field"], study["language"], months_ago(12 * study["graduated_years_ago"]))
            for study in row["education"]
        ),
        employments=tuple(
            Employment(months_ago(job["began_months_ago"]), months_ago(job["ended_months_ago"]), job["kind"]) for job in row["employment"]
        ),
        qualifications=tuple(Qualification(paper["kind"], months_ago(paper["issued_months_ago"])) for paper in row["certificates"]),
        languages=tuple(
            LanguageProof(
                known["language"], known["test"], known["version"], known["level"], known["score"], months_ago(known["months_ago"])
            )
            for known in row["languages"]
            if not known["is_native"]
        ),
        native_languages=tuple(known["language"] for known in row["languages"] if known["is_native"]),
        residence_months=row["shanghai_months"],
        passport_expires_on=add_months(date.today(), 60),
        has_criminal_record=False,
        was_dismissed=False,
        certificates=frozenset({"no_criminal_record"}),
    )


def findings(row) -> dict:
    position = POSITIONS[row["position"]]
    closes = next(batch["closes"] for batch in position["batches"] if batch["number"] == row["batch"])
    on = date.today() + timedelta(days=closes)
    return {rule["kind"]: evaluate(SimpleNamespace(**rule), facts(row), on=on).result for rule in position["eligibility"]}


def size(text: str, language: str) -> int:
    return len(text.split()) if language in ("en", "de", "ko") else len(text)


def test_the_cast_has_every_role():
    counts = Counter(row["role"] for row in STAFF)
    assert set(counts) == set(Role.values)
    wanted = {Role.HR_OFFICER: 2, Role.QUALIFICATION_OFFICER: 2, Role.ASSESSOR: 5, Role.SECURITY_REVIEWER: 5}
    wanted |= {Role.PUBLICITY_OFFICER: 2, Role.MENTOR: 2}
    assert {role: counts[role] for role in wanted} == wanted
    assert sum(row["is_chair"] for row in STAFF) == 1
    codes = {row["code"] for row in CONTENT["departments"]}
    keys = {row["key"] for row in CANDIDATES}
    for row in STAFF:
        assert row["language"] in LANGUAGES
        assert set(row["departments"]) <= codes
        assert row["candidate_key"] is None or row["candidate_key"] in keys


def test_candidates_stand_in_every_state_and_within_the_vacancies():
    assert Counter(row["state"] for row in CANDIDATES) == STATES
    assert set(STATES) == set(State)
    places = Counter(row["position"] for row in CANDIDATES if row["state"] in HOLDS_A_PLACE)
    assert {code: number for code, number in places.items() if number > POSITIONS[code]["headcount"]} == {}


def test_the_candidates_come_from_many_countries_and_write_in_five_languages():
    known = set(countries.countries)
    assert len({row["nationality"] for row in CANDIDATES}) >= 20
    for row in CANDIDATES:
        nationalities = {row["nationality"], *row["other_nationalities"]}
        assert nationalities <= known
        assert not nationalities & set(ORDINARY_CHANNEL)
    assert {code: Counter(row["language"] for row in CANDIDATES)[code] >= 8 for code in LANGUAGES} == dict.fromkeys(LANGUAGES, True)
    assert len({row["key"] for row in (*STAFF, *CANDIDATES)}) == len(STAFF) + len(CANDIDATES)


def test_the_names_are_as_difficult_as_real_ones():
    latin = Counter((row["full_name_latin"], row["position"], row["state"]) for row in CANDIDATES)
    assert [name for name, number in latin.items() if number == 2] == [("Kim Minji", "STC-SCC-01", State.ANNOUNCED)]
    assert any(row["name_order"] == NameOrder.MONONYM for row in CANDIDATES)
    assert max(len(row["full_name_latin"]) for row in CANDIDATES) > 70
    assert any(ord(character) > 0xFFFF for row in CANDIDATES for character in row["chinese_name"])
    assert any(row["other_nationalities"] for row in CANDIDATES)
    letters = {character for row in CANDIDATES for character in row["full_name_latin"]}
    assert {"ễ", "ł", "Ż", "ą", "Ç", "ğ"} <= letters
    assert all(len(row["chinese_name"]) <= 50 and len(row["full_name_latin"]) <= 200 for row in CANDIDATES)


def test_the_candidates_write_in_their_own_language():
    script = {"zh-hans": HAN, "ja": KANA, "ko": HANGUL}
    lengths = {"en": (60, 120), "de": (60, 120), "ko": (45, 120), "zh-hans": (110, 260), "ja": (150, 340)}
    full = 0
    for row in CANDIDATES:
        assert row["motivation"]
        assert bool(row["case_conflict"]) == bool(row["case_event"]) == (row["state"] != State.DRAFT)
        own = row["motivation"] + row["case_conflict"] + row["case_event"]
        assert script[row["language"]].search(own) if row["language"] in script else not CJK.search(own)
        if row["language"] == "zh-hans":
            "".join(HAN.findall(own)).encode("gb2312")
        shortest, longest = lengths[row["language"]]
        full += all(shortest <= size(row[name], row["language"]) <= longest for name in ("case_conflict", "case_event"))
    assert full >= 20


@pytest.mark.parametrize("row", CANDIDATES, ids=lambda row: row["key"])
def test_a_candidate_states_what_the_form_can_hold(row):
    assert row["sex"] in Sex.values
    assert row["name_order"] in NameOrder.values
    assert {study["isced_level"] for study in row["education"]} <= set(IscedLevel.values)
    assert {study["isced_field"] for study in row["education"]} <= set(IscedField.values)
    assert 1 <= len(row["employment"]) <= 3
    assert all(job["ended_months_ago"] is None or job["ended_months_ago"] < job["began_months_ago"] for job in row["employment"])
    assert {known["language"] for known in row["languages"]} | {study["language"] for study in row["education"]} <= set(LANGUAGE_CODES)
    assert any(known["is_native"] for known in row["languages"])
    for known in row["languages"]:
        if not known["is_native"]:
            language, levels, most = CATALOGUE[known["test"], known["version"]]
            assert language in ("", known["language"])
            assert known["level"] in levels
            assert not most or (known["score"] or 0) <= most
            assert known["test"] != "HSK" or known["score"] is not None


@pytest.mark.parametrize("row", CANDIDATES, ids=lambda row: row["key"])
def test_a_candidate_stands_where_the_rules_allow(row):
    found = findings(row)
    missed = {kind for kind, result in found.items() if result == FindingResult.NOT_MET}
    if row["state"] in PAST_QUALIFICATION:
        assert missed == set()
    if row["rejection"]:
        assert row["state"] == State.REJECTED
        assert row["rejection"]["stage"] in Gate.values
        assert row["rejection"]["reason"] in RejectionReason.values
        assert row["rejection"]["text"]
        assert bool(missed) == (row["rejection"]["stage"] == Gate.QUALIFICATION)
    else:
        assert row["state"] != State.REJECTED


@pytest.mark.parametrize("row", [row for row in CANDIDATES if row["state"] != State.DRAFT], ids=lambda row: row["key"])
def test_a_file_was_sent_while_the_post_was_open(row):
    position = POSITIONS[row["position"]]
    closes = next(batch["closes"] for batch in position["batches"] if batch["number"] == row["batch"])
    assert position["dates"]["opens"] <= -row["started_days_ago"] <= -row["submitted_days_ago"] <= min(closes, 0)
