"""Everything a person reads is translated: no empty text, no fuzzy one, no placeholder lost, and the script of each language kept."""

import re

import polib
import pytest

from recruitment.core.languages import LOCALE
from recruitment.core.messages import collect

CATALOGUES = ("zh_Hans", "de", "ja", "ko")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w*\}")


@pytest.fixture(scope="module")
def texts():
    return collect()


@pytest.fixture(scope="module", params=CATALOGUES)
def catalogue(request):
    return polib.pofile(str(LOCALE / request.param / "LC_MESSAGES" / "django.po"), encoding="utf-8")


def test_every_text_is_there_and_translated(texts, catalogue):
    known = {(entry.msgctxt or "", entry.msgid): entry for entry in catalogue}
    missing = [key for key in texts if key not in known or not known[key].translated()]
    assert missing == []


def test_nothing_is_fuzzy(catalogue):
    assert catalogue.fuzzy_entries() == []


def test_no_placeholder_is_lost_or_made_up(catalogue):
    wrong = []
    for entry in catalogue:
        known = set(PLACEHOLDER.findall(entry.msgid)) | set(PLACEHOLDER.findall(entry.msgid_plural))
        for told in [entry.msgstr, *entry.msgstr_plural.values()]:
            if told and not set(PLACEHOLDER.findall(told)) <= known:
                wrong.append((entry.msgid, told))
    assert wrong == []


def test_chinese_is_simplified_and_never_calls_appointees_civil_servants():
    catalogue = polib.pofile(str(LOCALE / "zh_Hans" / "LC_MESSAGES" / "django.po"), encoding="utf-8")
    words = [told for entry in catalogue for told in [entry.msgstr, *entry.msgstr_plural.values()]]
    assert [told for told in words if "录用" in told] == []
    bare = re.compile(r"(?<!外籍)(?<!市)(?<!中外)公务员(?!法|局|主管|制度|录|岗|序列)")
    assert [told for told in words if bare.search(told)] == []


def test_korean_is_written_in_hangul():
    catalogue = polib.pofile(str(LOCALE / "ko" / "LC_MESSAGES" / "django.po"), encoding="utf-8")
    hangul = re.compile(r"[\uac00-\ud7a3]")
    sentences = [entry.msgstr for entry in catalogue if len(entry.msgid) > 40 and entry.msgstr]
    assert [told for told in sentences if not hangul.search(told)] == []
