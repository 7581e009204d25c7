"""Templates: none forgotten, none that asks the browser to run or style what stands in the page."""

import re

import pytest

from tests.house.source import ROOT, TEMPLATES, modules, templates

# What Django, the admin, allauth and the forms look up under names of their own.
LOOKED_UP = re.compile(
    r"^(40\d|500|403_csrf)\.html$|^(account|allauth|mfa|forms|django)/|^notifications/\w+/(subject|body)\.txt$|^admin/\w+/\w+/(change_list|change_form)\.html$"
)
# A script element that the browser never runs: data for search engines, and data for allauth's own script.
DATA = re.compile(r'<script[^>]*(type="application/(ld\+)?json"|data-allauth-onload=)[^>]*>')
INLINE = re.compile(r'<style|\sstyle="|<script(?![^>]*\ssrc=)[^>]*>|\son[a-z]+="|javascript:')
OTHER_HOST = re.compile(r'(src|href|action)="(https?:)?//')


def name(path) -> str:
    return str(path.relative_to(TEMPLATES))


@pytest.fixture(scope="module")
def mentions() -> str:
    """Everything that can name a template."""
    return "\n".join(path.read_text(encoding="utf-8") for path in (*modules(), *templates(), ROOT / "recruitment" / "settings.py"))


def is_mentioned(template: str, mentions: str) -> bool:
    """By its whole name, or from a neighbour by the name relative to it."""
    return f'"{template}"' in mentions or f'"./{template.rsplit("/", 1)[-1]}"' in mentions


def test_no_template_is_forgotten(mentions):
    waiting = [name(path) for path in templates("*.*") if not LOOKED_UP.match(name(path))]
    assert [template for template in waiting if not is_mentioned(template, mentions)] == []


@pytest.mark.parametrize("path", [pytest.param(path, id=name(path)) for path in templates("*.html")])
def test_no_script_or_style_stands_in_a_page(path):
    if name(path).startswith("documents/"):  # paper, not a page
        return
    text = DATA.sub("", path.read_text(encoding="utf-8"))
    assert [found.group() for found in INLINE.finditer(text)] == []
    assert [found.group() for found in OTHER_HOST.finditer(text)] == []


@pytest.mark.parametrize("path", [pytest.param(path, id=name(path)) for path in templates("*.html")])
def test_a_partial_is_given_what_it_shows(path):
    """Partials begin with `_`; whoever includes one from `includes/` says `only`, unless it is a part of the frame itself."""
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\{% extends", text) or not path.name.startswith("_")
