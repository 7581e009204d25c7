"""The quality gate: figures without a name, red items that need a reason, and words where the numbers are too small."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.db import ProgrammingError, transaction
from django.urls import reverse
from django.utils import translation

from recruitment.audit.models import Entry
from recruitment.ledger.models import Leaf
from screening.applications.models import Application, Identity
from screening.applications.states import Gate, GateResult, Sex
from screening.merit import actions, quality, table
from screening.merit.models import QualityReport
from screening.merit.quality.fairness import band
from screening.stages import actions as stages
from screening.stages.models import Stage
from tests import assessments

LIMITS = quality.Limits(alpha=0.667, ratio=0.80, gap=15)
FAIR = {"rates": {}}
REASON = "The third assessor was trained again and all scripts were looked at once more."


def sheets(*rows: str) -> list[quality.Sheet]:
    """One sheet a row; a `-` is a mark that is missing."""
    return [
        quality.Sheet({f"{place:02d}": None if mark == "-" else float(mark) for place, mark in enumerate(row.split(), start=1)})
        for row in rows
    ]


@pytest.fixture
def decided(position):
    """Files of which the competence gate is decided: (sex, nationality, passed, number)."""

    def make(*groups) -> None:
        number = 0
        for sex, nationality, passed, count in groups:
            for _one in range(count):
                number += 1
                file = assessments.file(
                    position, number, "qualified", competence_gate=GateResult.PASSED if passed else GateResult.NOT_PASSED
                )
                Identity.objects.filter(application=file).update(sex=sex, nationality=nationality)

    return make


# --- figures -------------------------------------------------------------------------------------------------------


def test_agreement_is_told_with_interval_and_number():
    told = quality.agreement(sheets("90 88", "70 72", "50 55", "81 80", "64 60", "40 45"))
    assert (told["units"], told["assessors"], told["missing"]) == (6, 2, 0)
    assert told["alpha"]["low"] <= told["alpha"]["value"] <= told["alpha"]["high"] and told["alpha"]["n"] == 6
    assert told["icc_one"]["value"] > 0.9 and told["kappa"]["value"] > 0.8


def test_a_handful_of_marks_says_nothing():
    told = quality.agreement(sheets("90 88", "70 72"))
    assert [told[name] for name in ("alpha", "icc_one", "icc_mean", "kappa")] == [None] * 4
    assert told["severities"] == [] and quality.reds_of(told, FAIR, LIMITS) == []


def test_a_table_with_gaps_has_alpha_but_no_intraclass_correlation():
    told = quality.agreement(sheets("90 88 -", "70 - 72", "- 55 50", "81 80 -", "64 - 60", "- 45 40", "33 31 -", "77 78 -", "20 21 -"))
    assert told["icc_one"] is None and told["alpha"] is not None


def test_missing_marks_low_agreement_and_a_hard_assessor_are_red():
    told = quality.agreement(sheets("90 60", "70 80", "50 20", "81 55", "64 30", "40 -"))
    assert quality.reds_of(told, FAIR, LIMITS)[:2] == ["missing", "alpha"]
    hard = quality.agreement(sheets("90 70", "70 49", "50 32", "81 60", "64 44", "40 19"))
    assert {"severity:01", "severity:02"} <= set(quality.reds_of(hard, FAIR, LIMITS))


def test_a_low_ratio_is_red_only_where_the_exact_test_agrees():
    def rate(ratio, p):
        return {"rates": {"sex": {"rows": [{"name": "2", "ratio": ratio, "p": p}]}}}

    told = quality.agreement([])
    assert quality.reds_of(told, rate(0.5, 0.0034), LIMITS) == ["rate:sex:2"]
    assert quality.reds_of(told, rate(0.53, 0.592), LIMITS) == []
    assert quality.reds_of(told, rate(0.83, 0.001), LIMITS) == []
    assert quality.reds_of(told, rate(None, None), LIMITS) == []


def test_groups_are_compared_and_small_ones_left_out(decided, position):
    decided(
        (Sex.MALE, "DE", True, 5),
        (Sex.MALE, "DE", False, 1),
        (Sex.FEMALE, "JP", True, 2),
        (Sex.FEMALE, "JP", False, 4),
        (Sex.FEMALE, "KE", True, 1),
    )
    told = quality.fairness(position, Gate.COMPETENCE, least=5)
    assert (told["total"], told["passed"]) == (13, 8)
    by_sex = {row["name"]: (row["total"], row["passed"]) for row in told["rates"]["sex"]["rows"]}
    assert by_sex == {"1": (6, 5), "2": (7, 3)}
    # Africa is one person; another group goes too, or the one could be reckoned from the sum.
    assert told["rates"]["region"] == {"rows": [], "left_out": 2}


def test_bands_of_ages_meet_without_gaps():
    day = datetime.date(2026, 12, 1)
    assert [band(datetime.date(year, 12, 2), day) for year in (2000, 1996, 1986, 1976, 1940)] == ["–29", "–29", "30–39", "40–49", "50–"]


# --- report and explain --------------------------------------------------------------------------------------------


@pytest.fixture
def red(decided, position, hr_officer) -> QualityReport:
    decided((Sex.MALE, "DE", True, 9), (Sex.FEMALE, "JP", False, 8), (Sex.FEMALE, "JP", True, 1))
    return actions.report(position, gate=Gate.COMPETENCE, by=hr_officer)


def test_a_report_is_kept_with_its_hash_in_the_ledger(red, hr_officer):
    assert red.reds == ["rate:sex:2", "rate:region:142"]
    leaf = Leaf.objects.get(kind="quality")
    assert leaf.opening.payload == {"digest": red.digest, "reds": red.reds}
    assert Entry.objects.filter(verb="screening.qualityreport.report", actor_id=hr_officer.pk).count() == 1


def test_no_name_and_no_number_of_a_file_stands_in_a_report(red):
    for file in Application.objects.all():
        assert file.candidate_code not in str(red.content) and file.reference not in str(red.content)


def test_the_stage_closes_with_the_newest_report_and_a_reason_for_what_is_red(red, position, hr_officer):
    stage = Stage.objects.of(position).get(gate="competence")
    assert (stage.quality_digest, stage.reds, stage.red_reason) == (red.digest, red.reds, "")
    stages.explain(stage, reason=REASON, by=hr_officer)
    assert table.spoken(red, Stage.objects.get(pk=stage.pk))["reason"] == REASON
    assert actions.report(position, gate=Gate.COMPETENCE, by=hr_officer).digest == red.digest
    assert Stage.objects.get(pk=stage.pk).red_reason == REASON


@pytest.mark.parametrize("who", ["candidate", "outsider", "assessor", "qualification_officer", "foreign_hr_officer", "superuser"])
def test_nobody_but_hr_of_the_department_reports(who, request, red, position):
    stranger = request.getfixturevalue(who)
    with pytest.raises(PermissionDenied):
        actions.report(position, gate=Gate.COMPETENCE, by=stranger)
    assert not QualityReport.objects.visible_to(stranger).exists()


def test_nothing_in_a_report_changes(red):
    for change in (
        lambda: QualityReport.objects.filter(pk=red.pk).update(reds=[]),
        lambda: QualityReport.objects.filter(pk=red.pk).delete(),
    ):
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            change()


@pytest.mark.parametrize("language", ["zh-hans", "en", "de", "ja", "ko"])
def test_a_report_is_read_in_every_language(red, language):
    with translation.override(language):
        told = table.spoken(red, Stage.objects.of(red.position).get(gate="competence"))
    assert len(told["reds"]) == 2 and all(told["reds"]) and len(told["rates"]) == 4


def test_hr_reports_in_the_admin_and_is_led_to_the_stage(client, decided, position, hr_officer, django_assert_max_num_queries):
    decided((Sex.MALE, "DE", True, 9), (Sex.FEMALE, "JP", False, 9))
    client.force_login(hr_officer)
    add = reverse("admin:merit_qualityreport_add")
    assert client.post(add, {"position": position.pk, "gate": "competence"}).status_code == 302
    report = QualityReport.objects.get()
    page = reverse("admin:merit_qualityreport_change", args=[report.pk])
    with django_assert_max_num_queries(20):
        told = client.get(page).content.decode()
    assert "No reason has been given yet" in told and "passes far less often" in told
    stage = Stage.objects.of(position).get(gate="competence")
    assert reverse("admin:stages_stage_change", args=[stage.pk]) in told
    assert client.post(add, {"position": "", "gate": "nothing"}).status_code == 200
