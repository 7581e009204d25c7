"""Years of a kind of work, and certificates of a profession: data against data."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.conditions import Employment, Qualification
from positions.states import CertificateKind, WorkKind
from tests.positions.test_eligibility import DAYS, MET, NOT_MET, ON, UNCLEAR, found


def job(kind: str, began: str, ended: str = "") -> Employment:
    return Employment(date.fromisoformat(began), date.fromisoformat(ended) if ended else None, kind)


@pytest.mark.parametrize(
    ("jobs", "result"),
    [
        ([job("trade", "2023-12-16")], MET),
        ([job("law", "2020-01-01", "2021-12-31"), job("trade", "2021-01-01", "2022-12-31")], MET),
        ([job("law", "2020-01-01", "2021-12-31"), job("trade", "2020-01-01", "2021-12-31")], NOT_MET),
        ([job("education", "2000-01-01")], NOT_MET),
        ([job("trade", "2024-12-16"), job("education", "2000-01-01")], NOT_MET),
        ([job("trade", "2024-12-16"), job("", "2000-01-01", "2010-01-01")], UNCLEAR),
        ([], UNCLEAR),
    ],
)
def test_years_of_a_kind_of_work(jobs, result):
    assert found("work_years", {"min": 3, "kinds": ["trade", "law"]}, employments=tuple(jobs)) == result


JOBS = st.lists(st.builds(Employment, DAYS, st.none() | DAYS, st.sampled_from(["", *WorkKind.values])), max_size=5)
KINDS = st.lists(st.sampled_from(WorkKind.values), min_size=1, unique=True)
RANK = (NOT_MET, UNCLEAR, MET)


@given(jobs=JOBS, kinds=KINDS, least=st.integers(0, 60))
def test_a_kind_never_counts_more_than_all_work_and_a_second_time_nothing(jobs, kinds, least):
    of_a_kind = found("work_years", {"min": least, "kinds": kinds}, employments=tuple(jobs))
    assert of_a_kind == found("work_years", {"min": least, "kinds": kinds}, employments=(*jobs, *jobs))
    assert RANK.index(of_a_kind) <= RANK.index(found("work_years", {"min": least}, employments=tuple(jobs)))
    every = found("work_years", {"min": least, "kinds": WorkKind.values}, employments=tuple(jobs))
    assert every in (UNCLEAR, found("work_years", {"min": least}, employments=tuple(jobs)))


@pytest.mark.parametrize(
    ("papers", "result"),
    [
        ([Qualification("teaching", date(2015, 1, 1))], MET),
        ([Qualification("teaching", date(2015, 1, 1), ON)], MET),
        ([Qualification("teaching", date(2015, 1, 1), date(2026, 12, 14))], NOT_MET),
        ([Qualification("teaching", date(2026, 12, 16))], NOT_MET),
        ([Qualification("teaching")], UNCLEAR),
        ([Qualification("law", date(2015, 1, 1))], NOT_MET),
        ([Qualification("law", date(2015, 1, 1)), Qualification("other", date(2015, 1, 1))], UNCLEAR),
        ([], UNCLEAR),
    ],
)
def test_a_certificate_of_a_list(papers, result):
    assert found("certificate", {"any_of": ["teaching", "interpreter"]}, qualifications=tuple(papers)) == result


PAPERS = st.lists(st.builds(Qualification, st.sampled_from(CertificateKind.values), st.none() | DAYS, st.none() | DAYS), max_size=5)
ASKED = st.lists(st.sampled_from([kind for kind in CertificateKind.values if kind != "other"]), min_size=1, unique=True)


@given(papers=PAPERS, asked=ASKED)
def test_a_certificate_is_met_exactly_by_one_of_the_list_that_counts_on_the_day(papers, asked):
    counts = [row for row in papers if row.kind in asked and row.issued_on and row.issued_on <= ON and (row.expires_on or ON) >= ON]
    assert (found("certificate", {"any_of": asked}, qualifications=tuple(papers)) == MET) == bool(counts)
