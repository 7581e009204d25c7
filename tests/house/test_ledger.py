"""What is fixed in the public ledger has its words: no kind is entered that the public page does not explain."""

import ast

from recruitment.ledger.kinds import KINDS
from tests.house.source import modules, named, tree


def committed() -> dict[str, str]:
    """Kind → where it is entered; a kind that is not written out cannot be explained and is named itself."""
    found = {}
    for path in modules():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "commit" and node.args:
                kind = node.args[0]
                found[kind.value if isinstance(kind, ast.Constant) else ast.unparse(kind)] = f"{named(path)}:{node.lineno}"
    return found


def test_every_kind_that_is_entered_is_explained():
    found = committed()
    assert len(found) > 10
    assert {kind: place for kind, place in found.items() if kind not in KINDS} == {}
