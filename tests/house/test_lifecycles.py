"""What is not in a lifecycle's table is refused, whoever asks; every state has its words and its badge."""

import ast
import re

import pytest
from django.apps import apps
from django.db import models
from django_fsm import FSMField, TransitionNotAllowed

from recruitment.audit import words
from recruitment.core import badges
from screening.applications.models import Application
from screening.applications.states import GROUPS, PUBLIC_LABELS, State
from screening.applications.table import markdown
from tests.house import source
from tests.house.source import ROOT


def lifecycles() -> dict[type[models.Model], FSMField]:
    """Every model that has a life, with the field of its state."""
    found = {}
    for model in apps.get_models():
        fields = [field for field in model._meta.local_fields if isinstance(field, FSMField)]
        found |= {model: field for field in fields if not model._meta.proxy}
    return found


def allowed(model: type[models.Model], field: FSMField) -> dict[str, set[str]]:
    """Verb → the states it starts from."""
    starts: dict[str, set[str]] = {}
    for transition in field.get_all_transitions(model):
        starts.setdefault(transition.name, set()).add(str(transition.source))
    return starts


PAIRS = [
    pytest.param(model, field.name, state, verb, id=f"{model._meta.label}-{state}-{verb}")
    for model, field in lifecycles().items()
    for verb, starts in allowed(model, field).items()
    for state in (value for value, _label in field.choices)
    if "*" not in starts and str(state) not in starts
]


@pytest.mark.parametrize("model, name, state, verb", PAIRS)
def test_a_verb_is_refused_in_every_state_but_its_own(model, name, state, verb):
    row = model(**{name: state})
    with pytest.raises(TransitionNotAllowed):
        getattr(row, verb)(by=None)
    assert getattr(row, name) == state


def test_there_are_lives_to_look_at():
    assert Application in lifecycles()
    assert len(lifecycles()) >= 8
    assert len(PAIRS) > 300


@pytest.mark.parametrize("model", [pytest.param(model, id=model._meta.label) for model in lifecycles()])
def test_every_verb_says_its_rule_and_who_may(model):
    for transition in lifecycles()[model].get_all_transitions(model):
        assert transition.method.__doc__, transition.name
        assert transition.permission, transition.name


@pytest.mark.parametrize("model", [pytest.param(model, id=model._meta.label) for model in lifecycles()])
def test_every_state_has_a_badge(model):
    for state, _label in lifecycles()[model].choices:
        label, colour = badges.badge(model._meta.label_lower, state)
        assert str(label)
        assert colour in badges.COLOURS


@pytest.mark.parametrize("model", [pytest.param(model, id=model._meta.label) for model in lifecycles()])
def test_every_state_can_be_reached_and_left_or_is_an_end(model):
    field = lifecycles()[model]
    reached = {str(transition.target) for transition in field.get_all_transitions(model)} | {str(field.get_default())}
    assert {str(state) for state, _label in field.choices} - reached == set()


def test_every_state_of_an_application_has_a_public_label_and_one_group():
    assert set(PUBLIC_LABELS) == set(State)
    grouped = [state for _label, states in GROUPS.values() for state in states]
    assert sorted(grouped) == sorted(State)


def test_the_candidate_never_reads_of_the_security_review():
    for state in State:
        label, _colour = badges.badge("applications.application", state, audience="candidate")
        assert "ecurity" not in str(label)


def test_the_readme_shows_the_lifecycle_as_it_is():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.search(r"<!-- lifecycle -->\n(.*?)\n<!-- /lifecycle -->", readme, re.S)
    assert shown, "README.md has no table between its lifecycle marks"
    assert shown[1].strip() == markdown()


def recorded() -> dict[str, str]:
    """Each verb that some source writes down by name, with the file; those that are put together at run time are left out."""
    found = {}
    for path in source.modules():
        for node in ast.walk(source.tree(path)):
            if isinstance(node, ast.Call) and node.args and getattr(node.func, "id", getattr(node.func, "attr", "")) in ("record", "leave"):
                verb = node.args[0]
                if isinstance(verb, ast.Constant) and isinstance(verb.value, str):
                    found[verb.value] = source.named(path)
    return found


def test_every_recorded_verb_has_a_word():
    assert {verb: place for verb, place in recorded().items() if words.word(verb) == verb} == {}


@pytest.mark.parametrize("model", [pytest.param(model, id=model._meta.label) for model in lifecycles()])
def test_every_transition_has_a_word(model):
    floor = model.__module__.split(".")[0]
    verbs = [f"{floor}.{model._meta.model_name}.{verb}" for verb in allowed(model, lifecycles()[model])]
    assert [verb for verb in verbs if words.word(verb) == verb] == []
