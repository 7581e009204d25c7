"""A look at one page of a file: painted by a confined child that dies afterwards, shown at once and kept nowhere."""

import base64
from dataclasses import dataclass
from pathlib import Path

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from recruitment.core.confined import Child, Exhausted, Failed, Limits

LIMITS = Limits(memory=768 * 2**20, processor=5, seconds=10)
BOUNDS = {"width": 1000, "height": 1500, "pixels": 40 * 10**6, "letters": 6000}

_UNSEEN = _("This page cannot be shown as a picture. Please download the file and open it on your device.")


@dataclass(frozen=True)
class Glance:
    """One page as a picture that stands in the page itself, with the text on it; or the sentence why there is none."""

    number: int
    pages: int
    address: str = ""
    text: str = ""
    sentence: str | Promise = ""

    @property
    def previous(self) -> int | None:
        return self.number - 1 if self.number > 1 else None

    @property
    def following(self) -> int | None:
        return self.number + 1 if self.number < self.pages else None


def paint(content: bytes, *, media_type: str, number: int, pages: int) -> Glance:
    """The page of that number, or the nearest one that there is."""
    number = min(max(number, 1), max(pages, 1))
    child = Child(Path(__file__).with_name("painter.py"), LIMITS)
    try:
        told, picture = child.ask({"media_type": str(media_type), "number": number, **BOUNDS}, content)
    except (Exhausted, Failed):
        return Glance(number, pages, sentence=_UNSEEN)
    address = "data:image/png;base64," + base64.b64encode(picture).decode()
    return Glance(number, pages, address, told["text"])
