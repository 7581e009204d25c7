"""Anybody can repeat a merit list from its export, by a program that knows nothing of the portal."""

import copy
import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from recruitment.core.static.verify import recompute_merit
from screening.competence import scoring as competence
from screening.crosscultural import scoring as crosscultural
from screening.merit import scoring, table

PROGRAM = Path(recompute_merit.__file__)
TOTALS = st.lists(st.decimals(0, 100, places=2), min_size=2, max_size=3)
AVERAGES = st.lists(st.decimals(1, 5, places=6), min_size=3, max_size=7)
TIES = st.sampled_from([["crosscultural", "competence", "number"], ["competence", "number"], ["number"]])
GAP = Decimal(15)


def exported(marks, rules) -> dict:
    """An export as the portal makes it, out of (totals, averages) of each candidate."""
    lines, results = [], []
    for number, (totals, averages) in enumerate(marks):
        code = f"C{number:03d}"
        results.append(scoring.Result(code, competence.settled(totals, GAP), crosscultural.score(averages, rules["aggregation"])))
        lines.append({"code": code, "papers": [str(total) for total in totals], "interviews": [str(average) for average in averages]})
    weights = scoring.Weights(rules["weights"]["competence"], rules["weights"]["crosscultural"])
    benchmark = Decimal(rules["benchmark"]) if rules["benchmark"] else None
    places = {place.code: place for place in scoring.ranked(results, weights, rules["headcount"], rules["tie_breaks"], benchmark)}
    for line, result in zip(lines, results, strict=True):
        place = places[line["code"]]
        line |= {"competence": str(result.competence), "crosscultural": str(result.crosscultural), "composite": str(place.composite)}
        line |= {"rank": place.rank, "tie_break": str(place.tie_break.value), "decision": str(place.decision.value)}
    return {"format": "merit-1", "position": "P", "rules": rules, "lines": lines}


@given(
    marks=st.lists(st.tuples(TOTALS, AVERAGES), min_size=1, max_size=8),
    weight=st.integers(0, 100),
    headcount=st.integers(1, 4),
    aggregation=st.sampled_from(["mean", "trimmed_mean_1", "median"]),
    tie_breaks=TIES,
    benchmark=st.none() | st.decimals(20, 100, places=2),
)
def test_program_and_portal_reckon_alike(marks, weight, headcount, aggregation, tie_breaks, benchmark):
    marks = [(totals if max(totals) - min(totals) <= GAP or len(totals) > 2 else totals[:1] * 2, averages) for totals, averages in marks]
    rules = {"weights": {"competence": weight, "crosscultural": 100 - weight}, "max_gap": "15", "headcount": headcount}
    rules |= {"aggregation": aggregation, "tie_breaks": tie_breaks, "benchmark": None if benchmark is None else str(benchmark)}
    assert recompute_merit.differences(exported(marks, rules)) == []


@pytest.fixture
def export() -> dict:
    rules = {"weights": {"competence": 40, "crosscultural": 60}, "max_gap": "15", "headcount": 1, "aggregation": "mean"}
    rules |= {"tie_breaks": ["crosscultural", "competence", "number"], "benchmark": None}
    mark = Decimal("3.5"), Decimal(4), Decimal("4.5")
    return exported([([Decimal(80), Decimal(84)], mark), ([Decimal(82), Decimal(82)], mark), ([Decimal(60), Decimal(61)], mark)], rules)


@pytest.mark.parametrize(
    "name, value", [("rank", 3), ("composite", "99.00"), ("competence", "12.00"), ("decision", "nominate"), ("tie_break", "")]
)
def test_a_changed_figure_is_found(export, name, value):
    changed = copy.deepcopy(export)
    changed["lines"][1][name] = value
    assert any(name in line for line in recompute_merit.differences(changed))


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"format": "merit-1", "lines": [{}], "rules": {}}', '{"format": "other"}', "\x00"])
def test_what_is_no_export_is_told_and_ends_with_two(tmp_path, text, capsys):
    (tmp_path / "export.json").write_text(text)
    assert recompute_merit.main(tmp_path / "export.json") == 2
    assert "cannot be repeated" in capsys.readouterr().out


def test_it_runs_by_itself_without_the_portal(export, tmp_path):
    file = tmp_path / "export.json"
    file.write_text(json.dumps(export))
    done = subprocess.run([sys.executable, "-I", PROGRAM, file], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert (done.returncode, done.stdout) == (0, "3 lines: everything agrees.\n")
    assert subprocess.run([sys.executable, "-I", PROGRAM], capture_output=True, check=False).returncode == 2


@pytest.mark.django_db
def test_hr_hands_out_the_list_under_candidate_numbers(client, closed, files, hr_officer, foreign_hr_officer):
    page = reverse("admin:merit_meritlist_export", args=[closed.pk])
    client.force_login(hr_officer)
    answer = client.get(page)
    assert answer["Content-Type"] == "application/json" and answer.json()["lines"][0]["code"] == files[0].candidate_code
    said = answer.content.decode()
    assert not any(file.reference in said or file.candidate.email in said for file in files)
    assert json.loads(json.dumps(table.export(closed))) == answer.json()
    client.force_login(foreign_hr_officer)
    assert client.get(page).status_code == 404
