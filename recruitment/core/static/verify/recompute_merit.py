#!/usr/bin/env python3
"""Repeat a merit list from its anonymised export, without the portal: python3 recompute_merit.py EXPORT.json

Needs Python 3.11 or newer and nothing else. The export holds candidate numbers, which were drawn at random, the totals of
the markers, the averages of the panel's members, and the rules that the round had fixed. What is reckoned here:

  competence      two markers no further apart than max_gap: their mean; otherwise the mean of the totals that lie closest
  cross-cultural  the members' averages, from 1 to 5, combined as the round says (mean, median, or mean without the highest
                  and the lowest from five members on), times 20
  overall         both by their weights in per cent, two decimals, halves up
  order           by overall score, then by the tie-breaks in their order
  decision        as many as there are vacancies, as many again in reserve; an only candidate must reach the benchmark

Ends with 0 where everything agrees, with 1 and a line for each difference otherwise, with 2 where the file cannot be read.
"""

import json
import sys
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from statistics import median

FORMAT = "merit-1"
HUNDREDTH = Decimal("0.01")
ZERO = Decimal(0)


def rounded(value):
    return value.quantize(HUNDREDTH, rounding=ROUND_HALF_UP)


def mean(values):
    return sum(values, ZERO) / len(values)


def competence(row, rules):
    """The score of the papers; a moderation stands above the marks, which stay in the export beside it."""
    if row.get("moderated") is not None:
        return Decimal(row["moderated"])
    totals, gap = sorted(Decimal(total) for total in row["papers"]), Decimal(rules["max_gap"])
    if len(totals) < 2:
        raise ValueError(f"{row['code']}: fewer than two markings")
    if len(totals) == 2 and totals[1] - totals[0] > gap:
        raise ValueError(f"{row['code']}: two markings lie further apart than {gap}, and there is no third")
    if len(totals) == 2:
        return rounded(mean(totals))
    gaps = [high - low for low, high in pairwise(totals)]
    near = {place for place, one in enumerate(gaps) if one == min(gaps)}
    return rounded(mean([total for place, total in enumerate(totals) if place in near or place - 1 in near]))


def crosscultural(row, rules):
    averages, way = sorted(Decimal(average) for average in row["interviews"]), rules["aggregation"]
    if not averages:
        raise ValueError(f"{row['code']}: no ratings of an interview")
    if way == "median":
        one = median(averages)
    elif way == "trimmed_mean_1" and len(averages) >= 5:
        one = mean(averages[1:-1])
    else:
        one = mean(averages)
    return rounded(one * 20)


def overall(row, rules):
    parts = row["competence"] * rules["weights"]["competence"] + row["crosscultural"] * rules["weights"]["crosscultural"]
    return rounded(parts / 100)


PLACED_BY = {
    "crosscultural": lambda row: -row["crosscultural"],
    "competence": lambda row: -row["competence"],
    "number": lambda row: row["code"],
}


def decision(row, rules, alone):
    benchmark = rules.get("benchmark")
    if alone and benchmark is not None and row["crosscultural"] < Decimal(benchmark):
        return "below"
    if row["rank"] <= rules["headcount"]:
        return "nominate"
    return "reserve" if row["rank"] <= 2 * rules["headcount"] else "below"


def tie_break(before, row, rules):
    if before is None or before["composite"] != row["composite"]:
        return ""
    return next((rule for rule in rules["tie_breaks"] if PLACED_BY[rule](before) != PLACED_BY[rule](row)), "number")


def recomputed(export):
    """The lines as they follow from marks and rules, in their order."""
    rules, rows = export["rules"], []
    for told in export["lines"]:
        row = {"code": told["code"], "competence": competence(told, rules), "crosscultural": crosscultural(told, rules)}
        rows.append(row | {"composite": overall(row, rules)})
    rows.sort(key=lambda row: (-row["composite"], *(PLACED_BY[rule](row) for rule in rules["tie_breaks"])))
    before = None
    for rank, row in enumerate(rows, start=1):
        row["rank"], row["tie_break"] = rank, tie_break(before, row, rules)
        row["decision"] = decision(row, rules, len(rows) == 1)
        before = row
    return rows


def differences(export):
    """A sentence for each figure that the list shows otherwise."""
    told, found = {line["code"]: line for line in export["lines"]}, []
    for row in recomputed(export):
        for name in ("competence", "crosscultural", "composite", "rank", "tie_break", "decision"):
            if str(told[row["code"]][name]) != str(row[name]):
                found.append(f"{row['code']}: {name} is {told[row['code']][name]}, but {row[name]} follows from the marks")
    return found


def main(path):
    try:
        with open(path, encoding="utf-8") as file:
            export = json.load(file)
        if not isinstance(export, dict) or export.get("format") != FORMAT:
            raise ValueError(f"not an export of the format {FORMAT}")
        found = differences(export)
    except (OSError, ValueError, KeyError, TypeError, ArithmeticError) as fault:
        print(f"{path}: cannot be repeated: {fault}")
        return 2
    for line in found:
        print(line)
    print(f"{len(export['lines'])} lines, {len(found)} differences" if found else f"{len(export['lines'])} lines: everything agrees.")
    return 1 if found else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        print(__doc__)
        raise SystemExit(2)
    raise SystemExit(main(sys.argv[1]))
