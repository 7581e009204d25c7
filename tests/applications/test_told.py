"""Every step of a file is told to its candidate; nobody is ever rejected by silence."""

import ast
from pathlib import Path

import pytest
from django_fsm import TransitionNotAllowed

from recruitment.notifications.kinds import Kind
from recruitment.notifications.models import Letter
from screening.applications import actions
from screening.applications.models import Application
from screening.applications.states import RejectionReason, State
from screening.applications.table import steps
from tests.house.source import tree

ROOM = Path(actions.__file__).parent
SENTENCE = "The degree that the position asks for is missing; see requirement 2."


def writers() -> dict[str, set[str]]:
    """Verb → the kinds of letter that its action writes to the candidate."""
    found: dict[str, set[str]] = {}
    for path in ROOM.glob("*.py"):
        for function in [node for node in tree(path).body if isinstance(node, ast.FunctionDef)]:
            calls = [
                node for node in ast.walk(function) if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("tell", "notify")
            ]
            kinds = {part.attr for call in calls for part in call.args if isinstance(part, ast.Attribute)}
            found[function.name] = {kind for kind in kinds if kind.isupper()}
    return found


def test_every_step_of_the_lifecycle_writes_a_letter():
    written = writers()
    assert [step.verb for step in steps() if not written.get(step.verb)] == []


@pytest.mark.django_db
@pytest.mark.parametrize("state", [State.SUBMITTED, State.QUALIFIED, State.RESERVED, State.NOMINATED])
def test_a_rejection_is_told_with_reason_and_sentence(state, request, qualification_officer, hr_officer, candidate):
    file = request.getfixturevalue(str(state))
    actions.propose_rejection(file, reason=RejectionReason.REQUIREMENT_NOT_MET, sentence=SENTENCE, by=qualification_officer)
    actions.reject(file, by=hr_officer)
    letter = Letter.objects.get(kind=Kind.REJECTED)
    assert letter.recipient == candidate and SENTENCE in letter.body


@pytest.mark.django_db
def test_without_a_reason_nobody_is_rejected(submitted, hr_officer):
    with pytest.raises(TransitionNotAllowed):
        actions.reject(submitted, by=hr_officer)
    assert Application.objects.get().state == State.SUBMITTED
