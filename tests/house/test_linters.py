"""What `make lint` says."""

import pytest

from tests.linters import LINTERS, lint


@pytest.mark.parametrize("name", LINTERS)
def test_the_linter_is_content(name):
    told = lint(name)
    assert told.returncode == 0, told.stdout + told.stderr
