"""How long a text is, in every script: words where words have spaces; where they have none, two characters count as one word."""

import re
import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

# Han, kana, hangul, and their extensions beyond the basic plane.
DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]")
# The most characters of any text, whatever they are: emoji and marks count for no word.
MOST_CHARACTERS = 12_000


def count_words(text: str) -> int:
    """Words of Latin and similar scripts, and half of the characters of Chinese, Japanese and Korean, rounded up."""
    text = unicodedata.normalize("NFC", text)
    dense = len(DENSE.findall(text))
    words = sum(any(char.isalnum() for char in part) for part in DENSE.sub(" ", text).split())
    return words + (dense + 1) // 2


class WordsField(forms.CharField):
    """A text with a limit in words; the page counts along, the server decides."""

    default_error_messages = {
        "words": ngettext_lazy(
            "This text counts %(number)d word; it may count %(most)d. Shorten it.",
            "This text counts %(number)d words; it may count %(most)d. Shorten it.",
            "number",
        ),
        "characters": _("This text has more than %(most)d characters. Shorten it."),
    }

    def __init__(self, *, most: int, rows: int = 6, **kwargs):
        self.most = most
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), template_name="applications/widgets/words.html", **kwargs)

    def validate(self, value) -> None:
        super().validate(value)
        if len(value) > MOST_CHARACTERS:
            raise ValidationError(self.error_messages["characters"], code="characters", params={"most": MOST_CHARACTERS})
        if (number := count_words(value)) > self.most:
            raise ValidationError(self.error_messages["words"], code="words", params={"number": number, "most": self.most})
