"""How the tests write questions of the bank."""

from screening.competence import actions
from screening.competence.models import Question
from screening.competence.queries import LINE_TEXTS
from tests.assessments import five


def content(prompt: str = "Interpret the policy.") -> dict:
    """All texts of a question of 50 marks."""
    names = dict.fromkeys(LINE_TEXTS, "What stands here")
    lines = [{"key": key, "max": most, **five(**names)} for key, most in (("facts", 20), ("measures", 30))]
    return {**five(prompt=prompt, model_answer="A model answer."), "lines": lines}


def question(*, by, family: str = "visa", kind: str = "policy", prompt: str = "Interpret the policy.", **fields) -> Question:
    """A complete draft."""
    told = {"minutes": 45, "competencies": ["policy"], "content": content(prompt), **five(title="The visa policy"), **fields}
    return actions.write(Question(kind=kind, family=family, author=by, **told), by=by)


def approved(*, by, reviewer, **fields) -> Question:
    """Reviewed by a second setter."""
    proposed = actions.propose(question(by=by, **fields), by=by)
    return actions.approve(proposed, note="", by=reviewer)
