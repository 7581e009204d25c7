"""Every kind of letter can be written in every language."""

import datetime
import re

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from recruitment.notifications.kinds import Kind
from tests.house.source import HOUSES, TEMPLATES, modules

# allauth has templates of its own for these.
OTHERS_WRITE = {Kind.ACCOUNT}
WRITTEN = [kind for kind in Kind if kind not in OTHERS_WRITE]
PARTS = ("subject", "body")
SAMPLES = (
    (re.compile(r"(_on|_day|_until|_from)$"), datetime.date(2026, 12, 24)),
    (re.compile(r"_at$"), datetime.datetime(2026, 12, 24, 15, tzinfo=datetime.UTC)),
    (re.compile(r"^(number|minutes|hours|rank|score|days)$"), 3),
    (re.compile(r"^items$"), ["Apostille"]),
    (re.compile(r"_url$"), "https://portal.example/"),
)


def sample(name: str):
    return next((value for pattern, value in SAMPLES if pattern.search(name)), f"<{name}> & “more”")


def written(kind: Kind, part: str) -> str:
    """The letter with something plausible for every word that its template may ask for."""
    source = (TEMPLATES / "notifications" / kind / f"{part}.txt").read_text(encoding="utf-8")
    context = {name: sample(name) for name in re.findall(r"\b[a-z][a-z_]*\b", source)}
    return render_to_string(f"notifications/{kind}/{part}.txt", context | {"recipient": "Anna & Co", "site_url": "https://portal.example"})


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
@pytest.mark.parametrize("kind", WRITTEN)
def test_it_can_be_written(kind, language):
    with translation.override(language):
        subject, body = (written(kind, part).strip() for part in PARTS)
    assert subject
    assert len(subject.splitlines()) == 1
    assert len(body.splitlines()) >= 4
    assert "Anna & Co" in body
    for broken in ("{{", "{%", "&amp;", "&quot;", "&#x27;", "&lt;", "%("):
        assert broken not in subject + body


@pytest.mark.parametrize("kind", WRITTEN)
def test_some_verb_writes_it(kind):
    code = "\n".join(path.read_text(encoding="utf-8") for path in modules(*HOUSES) if path.name != "kinds.py")
    assert re.search(rf"\bKind\.{kind.name}\b", code), kind


def test_no_letter_lies_about_that_nobody_writes():
    folders = {path.name for path in (TEMPLATES / "notifications").iterdir() if path.is_dir()}
    assert folders == {kind.value for kind in WRITTEN}
