"""How the tests of the demonstration read its texts."""

import json
import re
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "recruitment" / "demo" / "content"
LANGUAGES = ["zh-hans", "en", "de", "ja", "ko"]
FILES = [
    *("competency_models", "courses", "departments", "indicators", "interviews", "inventory", "news"),
    *("papers", "people", "positions", "questions", "selection", "services"),
]
HAN = re.compile(r"[\u4e00-\u9fff]")
KANA = re.compile(r"[\u3040-\u30ff]")
HANGUL = re.compile(r"[\uac00-\ud7a3]")
CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


def load(name: str):
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


CONTENT = {name: load(name) for name in FILES}
CANDIDATES = CONTENT["people"]["candidates"]
STAFF = CONTENT["people"]["staff"]
POSITIONS = {row["code"]: row for row in CONTENT["positions"]}


def texts(node, path=""):
    """Every text in five languages, with the way to it."""
    if isinstance(node, dict):
        if "zh-hans" in node:
            yield path, node
        else:
            for key, value in node.items():
                yield from texts(value, f"{path}.{key}")
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield from texts(value, f"{path}[{number}]")


TEXTS = [(f"{name}{path}", text) for name in FILES for path, text in texts(CONTENT[name])]
