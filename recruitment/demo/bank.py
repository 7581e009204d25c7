"""The question bank of the demonstration: written by one outside setter, reviewed by another, one still waiting."""

from recruitment.demo.office import Staff
from recruitment.demo.reading import content, in_five, on
from screening.competence import actions
from screening.competence.models import Question

REVIEW = "题意清楚，评分标准可以区分水平，五种文本一致。"


def fill_bank(staff: Staff) -> list[Question]:
    """Eight questions over the five kinds; the last waits for the second setter."""
    first, second = staff["setter_mo"], staff["setter_lindqvist"]
    shared, found = [_line(row) for row in content("bank")["lines"]], []
    for number, row in enumerate(content("bank")["questions"]):
        author, reviewer = (first, second) if number % 2 == 0 else (second, first)
        with on(-40 + number, 10):
            question = actions.propose(actions.write(_question(row, shared, author), by=author), by=author)
        if number < len(content("bank")["questions"]) - 1:
            with on(-38 + number, 15):
                question = actions.approve(question, note=REVIEW, by=reviewer)
        found.append(question)
    return found


def _question(row: dict, lines: list[dict], author) -> Question:
    plain = {name: row[name] for name in ("kind", "minutes", "family", "competencies")}
    said = {**in_five("prompt", row["prompt"]), **in_five("model_answer", row["model_answer"]), "lines": lines}
    return Question(author=author, content=said, **plain, **in_five("title", row["title"]))


def _line(row: dict) -> dict:
    anchors = {key: text for level in ("low", "mid", "high") for key, text in in_five(f"anchor_{level}", row["anchors"][level]).items()}
    return {"key": row["key"], "max": row["max"], **in_five("name", row["name"]), **anchors}
