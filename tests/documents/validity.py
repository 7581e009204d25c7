"""Whether a printed document is what it says: PDF/UA-1 and PDF/A-2a, by an outside checker whose false alarms are looked into."""

import re

import page

PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)
LENGTH = re.compile(rb"/Length (\d+)[^\x00]*?\bstream\r?\n")
# Fonts whose matrix stands in two places are read as having no width; `test_widths…` reads them by another hand.
WIDTH = re.compile(r"rendered CID \d+ width 0\.000 in its embedded")


def failures(content: bytes) -> list[str]:
    """What the checker finds, without what it gets wrong: a stream that happens to end in a line feed is counted one short."""
    found = [str(failure.message) for profile in PROFILES for failure in page.validate_pdf_bytes(content, profile=profile).failures]
    if all(_is_as_long_as_it_says(content, start) for start in LENGTH.finditer(content)):
        found = [message for message in found if "raw content length" not in message]
    return [message for message in found if not WIDTH.search(message)]


def _is_as_long_as_it_says(content: bytes, start: re.Match[bytes]) -> bool:
    after = content[start.end() + int(start[1]) :][:12]
    return after.lstrip(b"\r\n").startswith(b"endstream")
