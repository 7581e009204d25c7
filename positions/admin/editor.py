"""What the small editor says in the officer's language; it reads its words from the text box that it opens."""

import json

from django.utils.translation import pgettext


def editor_words(name: str, code: str) -> str:
    """The labels of the buttons, the language of the text, and whether plain lines are a list."""
    words = {
        "toolbar": pgettext("editor", "Text style"),
        "bold": pgettext("editor", "Bold"),
        "italic": pgettext("editor", "Italic"),
        "heading": pgettext("editor", "Heading"),
        "paragraph": pgettext("editor", "Paragraph"),
        "bullets": pgettext("editor", "List"),
        "numbers": pgettext("editor", "Numbered list"),
        "link": pgettext("editor", "Link"),
        "unlink": pgettext("editor", "Remove link"),
        "address": pgettext("editor", "Address of the link"),
        "lang": code,
    }
    return json.dumps(words | ({"list": True} if name == "duties" else {}), ensure_ascii=False)
