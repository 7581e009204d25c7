"""What ranking and quality gate show: the steps of a list, its anonymised export, and the figures of a report in words."""

from collections import defaultdict
from typing import Any

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from positions.table import in_order
from recruitment.policy.queries import value
from screening.applications.states import Sex
from screening.applications.states.evidence import language_names
from screening.applications.states.regions import Region
from screening.competence.models import Marking, Moderation
from screening.crosscultural.models import Sheet
from screening.merit.models import MeritList, QualityReport
from screening.merit.quality.fairness import BY
from screening.stages.models import Stage

FORMAT = "merit-1"


def steps(merit_list: MeritList) -> list[str]:
    """How the order came about, step by step."""
    weights = {"competence": merit_list.competence_weight, "crosscultural": merit_list.crosscultural_weight}
    round, number, told = merit_list.position.round, merit_list.headcount, list(merit_list.lines.all())
    found = [
        _("Only those stand on the list who reached %(competence)s points in the competence test and %(crosscultural)s in the cross-cultural assessment.")
        % {"competence": round.competence_min, "crosscultural": round.crosscultural_min},
        _("Overall score = %(competence)s %% of the competence test + %(crosscultural)s %% of the cross-cultural assessment, as the round fixed it.") % weights,
        _("Equal overall scores are ordered by: %(order)s.") % {"order": in_order(round.tie_breaks)},
        ngettext(
            "The first %(number)s place is nominated, and as many again form the reserve list.",
            "The first %(number)s places are nominated, and as many again form the reserve list.",
            number,
        )
        % {"number": number},
    ]  # fmt: skip
    tied = [line.rank for line in told if line.tie_break]
    found.append(
        _("Tie-breaks decided the places %(places)s.") % {"places": ", ".join(map(str, tied))}
        if tied
        else _("No two overall scores are equal.")
    )
    return [*found, *_only(merit_list, told)]


def _only(merit_list: MeritList, told: list) -> list[str]:
    """The rule for an only candidate, where it applied."""
    if len(told) != 1 or not merit_list.position.round.single_candidate_rule:
        return []
    if merit_list.benchmark is None:
        return [
            _(
                "There is one candidate only, and the panel saw nobody else in this round: the rule for an only candidate has nothing to compare."
            )
        ]
    scores = {"score": told[0].crosscultural_score, "average": merit_list.benchmark}
    if told[0].crosscultural_score >= merit_list.benchmark:
        return [_("The only candidate has %(score)s in the interview and reaches the average of the panel's others, %(average)s.") % scores]
    return [
        _("The only candidate has %(score)s in the interview and does not reach the average of the panel's others, %(average)s.") % scores
    ]


def export(merit_list: MeritList) -> dict[str, Any]:
    """All that the list was made of, under candidate numbers: what `recompute_merit.py` repeats without the portal."""
    position, lines = merit_list.position, merit_list.lines.select_related("application")
    papers, interviews, moderated = _papers(position), _interviews(position), _moderated(position)
    rules = {
        "weights": {"competence": merit_list.competence_weight, "crosscultural": merit_list.crosscultural_weight},
        "max_gap": str(value("marking.max_gap")),
        "aggregation": position.round.aggregation,
        "tie_breaks": position.round.tie_breaks,
        "headcount": merit_list.headcount,
        "benchmark": None if merit_list.benchmark is None else str(merit_list.benchmark),
    }
    return {
        "format": FORMAT,
        "position": position.reference,
        "rules": rules,
        "lines": [
            {
                "code": line.application.candidate_code,
                "papers": papers[line.application_id],
                "moderated": moderated.get(line.application_id),
                "interviews": interviews[line.application_id],
                "competence": str(line.competence_score),
                "crosscultural": str(line.crosscultural_score),
                "composite": str(line.composite),
                "rank": line.rank,
                "tie_break": line.tie_break,
                "decision": line.decision,
            }
            for line in lines
        ],
    }


def _papers(position) -> dict[int, list[str]]:
    """File → totals of the markings that count, smallest first, so that their order tells nothing of the markers."""
    rows = Marking.objects.counting().locked().filter(sitting__paper__position=position)
    return _gathered(rows.values_list("sitting__application", "total"))


def _moderated(position) -> dict[int, str]:
    """File → the score that a moderation set; the latest counts."""
    rows = Moderation.objects.filter(sitting__paper__position=position).order_by("pk")
    return {key: str(score) for key, score in rows.values_list("sitting__application", "score")}


def _interviews(position) -> dict[int, list[str]]:
    """File → averages of the panel that sat with it as they stand after moderation, smallest first."""
    rows = Sheet.objects.counting().locked().standing().filter(interview__application__position=position)
    return _gathered(rows.values_list("interview__application", "standing"))


def _gathered(rows) -> dict[int, list[str]]:
    found = defaultdict(list)
    for key, figure in rows:
        found[key].append(figure)
    return defaultdict(list, {key: [str(figure) for figure in sorted(figures)] for key, figures in found.items()})


# --- The quality gate ----------------------------------------------------------------------------------------------

GROUPINGS = {
    "sex": lambda: _("Sex"),
    "age": lambda: _("Age"),
    "region": lambda: _("Region of nationality"),
    "language": lambda: _("First language"),
}


def spoken(report: QualityReport, stage: Stage) -> dict[str, Any]:
    """A report in the reader's language, with the reason that stands with its stage; what could not be reckoned is said in words."""
    told, fairness = report.content["agreement"], report.content["fairness"]
    return {
        "units": told["units"],
        "assessors": told["assessors"],
        "missing": told["missing"],
        "figures": [_figure(label, told[name]) for name, label in _figures()] if told["units"] else [],
        "severities": [{"assessor": row["assessor"], "value": _number(row["value"], 1), "between": _between(row, 1), "n": row["n"]} for row in told["severities"]],
        "total": fairness["total"],
        "passed": fairness["passed"],
        "rates": [_grouping(name, fairness["rates"][name], report.content["least"]) for name in BY],
        "reds": [red_label(item) for item in report.reds],
        "reason": stage.red_reason if stage.quality_digest == report.digest else "",
        "is_newest": stage.quality_digest == report.digest,
    }  # fmt: skip


def _figures() -> list[tuple[str, str]]:
    return [
        ("alpha", _("Krippendorff's alpha (interval)")),
        ("icc_one", _("Intraclass correlation of one assessor, ICC(2,1)")),
        ("icc_mean", _("Intraclass correlation of the mean, ICC(2,k)")),
        ("kappa", _("Weighted kappa of the two who marked most together")),
    ]


def _figure(label: str, figure: dict | None) -> dict[str, str]:
    if figure is None:
        return {"label": label, "said": _("Too few marks in common to say anything.")}
    return {"label": label, "value": _number(figure["value"], 3), "between": _between(figure, 3), "n": str(figure["n"])}


def _between(figure: dict, digits: int) -> str:
    return f"{_number(figure['low'], digits)} … {_number(figure['high'], digits)}"


def _number(figure: float, digits: int) -> str:
    """With the decimal sign of the reader's language."""
    text = f"{figure:.{digits}f}"
    return text.replace(".", ",") if get_language() == "de" else text


def _grouping(name: str, told: dict, least: int) -> dict[str, Any]:
    rows = [
        {
            "label": group_label(name, row["name"]),
            "total": row["total"],
            "passed": row["passed"],
            "rate": f"{_number(100 * row['rate'], 0)} %",
            "ratio": "–" if row["ratio"] is None else _number(row["ratio"], 2),
            "p": "–" if row["p"] is None else _number(row["p"], 4),
        }
        for row in told["rows"]
    ]
    left_out = ngettext(
        "%(number)s group is not shown, because it has fewer than %(least)s people or could be reckoned from the rest.",
        "%(number)s groups are not shown, because they have fewer than %(least)s people or could be reckoned from the rest.",
        told["left_out"],
    ) % {"number": told["left_out"], "least": least}
    return {"label": GROUPINGS[name](), "rows": rows, "left_out": left_out if told["left_out"] else ""}


def group_label(name: str, group: str) -> str:
    """A group's name for the reader."""
    if name == "sex":
        return str(Sex(int(group)).label)
    if name == "region":
        return str(Region(group).label)
    return str(language_names().get(group, group)) if name == "language" else group


def red_label(item: str) -> str:
    """What is red, as a sentence."""
    kind, _colon, rest = item.partition(":")
    if kind == "rate":
        name, _colon, group = rest.partition(":")
        return _("%(grouping)s, %(group)s: passes far less often than the best group, and not by chance") % {
            "grouping": GROUPINGS[name](),
            "group": group_label(name, group),
        }
    if kind == "severity":
        return _("Assessor %(number)s lies far from the others") % {"number": rest}
    return {"missing": _("Marks are missing"), "alpha": _("The assessors agree less than the policy asks")}[kind]
