"""How long a thing may be: the lids of the house."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.source import modules, named, templates, tree

FUNCTION, ACTION, FILE, TEMPLATE, ARGUMENTS = 40, 25, 300, 120, 5

# The settings are one file, in the order of Django's own page; what runs without the portal is one file as well.
LONG_FILES = {"recruitment/settings.py", "recruitment/core/static/verify/verify_ledger.py"}
# Django names its arguments.
GIVEN = {"render_change_form"}


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    yield from (node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def length(node: ast.AST) -> int:
    return node.end_lineno - node.lineno + 1


def besides_the_subject(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Arguments that are neither self, nor the subject, nor the actor that every verb is told."""
    names = [argument.arg for argument in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)]
    return len([name for name in names if name not in ("self", "cls", "by")]) - 1


def is_action(path: Path) -> bool:
    return path.name == "actions.py" or path.parent.name == "actions"


@pytest.mark.parametrize(
    "lid, inside", [(FUNCTION, [*modules()]), (FUNCTION, [*modules("tests")]), (ACTION, [*filter(is_action, modules())])]
)
def test_no_function_is_longer_than_its_lid(lid, inside):
    assert [f"{named(path)} {node.name}: {length(node)}" for path in inside for node in functions(path) if length(node) > lid] == []


def test_no_file_is_longer_than_its_lid():
    lengths = {named(path): len(path.read_text(encoding="utf-8").splitlines()) for path in (*modules(), *modules("tests"))}
    assert {name: lines for name, lines in lengths.items() if lines > FILE and name not in LONG_FILES} == {}


def test_no_template_is_longer_than_its_lid():
    lengths = {named(path): len(path.read_text(encoding="utf-8").splitlines()) for path in templates()}
    assert {name: lines for name, lines in lengths.items() if lines > TEMPLATE} == {}


def test_nothing_asks_for_more_than_five_things_besides_its_subject():
    asked = {
        f"{named(path)} {node.name}": besides_the_subject(node) for path in modules() for node in functions(path) if node.name not in GIVEN
    }
    assert {name: number for name, number in asked.items() if number > ARGUMENTS} == {}
