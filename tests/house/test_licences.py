"""The portal is Apache-2.0: nothing that it runs on may force another licence on it."""

import re
from importlib.metadata import PackageNotFoundError, metadata

import pytest

from tests.house.source import ROOT

LOCKED = re.findall(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==", (ROOT / "requirements" / "base.txt").read_text(), re.M)
STRONG = re.compile(r"(?<![Ll])A?GPL|GNU (Affero )?General Public", re.I)
WEAK = re.compile(r"LGPL|Lesser General Public|Library or Lesser", re.I)


def told(name: str) -> list[str]:
    """What a package says of its licence: the expression, else the classifiers, else the first line of the field."""
    about = metadata(name)
    classified = [line for line in about.get_all("Classifier", []) if line.startswith("License ::")]
    field = (about.get("License") or "").strip().splitlines()[:1]
    return [about["License-Expression"]] if about.get("License-Expression") else classified or field


@pytest.mark.parametrize("name", LOCKED)
def test_it_may_be_used_in_an_apache_project(name):
    try:
        licences = told(name)
    except PackageNotFoundError:  # for another Python or another system
        return
    # Where a licence may be chosen, one that is free of conditions is enough.
    choices = [choice for licence in licences for choice in re.split(r"\bOR\b", licence)]
    strong = [choice for choice in choices if STRONG.search(choice) and not WEAK.search(choice)]
    assert not strong or len(strong) < len(choices), f"{name}: {licences}"


def test_there_is_something_to_look_at():
    assert {"django", "celery", "weasyprint"} <= {name.lower() for name in LOCKED}
