"""What an assessor declares before they see anything: the exact words, their version, and their checksum."""

from hashlib import sha256

from django.utils import translation
from django.utils.translation import gettext_lazy as _

# A new version asks everybody again: what was declared on older words is no longer in force.
VERSION = "2026-1"

PARAGRAPHS = (
    _(
        "Secrecy: I keep to myself the questions, papers, answers, names, marks and discussions of this recruitment round, during the round "
        "and after it. I copy nothing, I give my access to nobody, and I do not try to find out who is behind a candidate number."
    ),
    _(
        "Impartiality: I judge only what lies before me, by the published rubric. I accept nothing from candidates and speak with none of "
        "them about the round. I am no spouse, relative or close in-law of a candidate whom I judge, and neither I nor my relatives have "
        "an interest in the outcome."
    ),
    _(
        "Conflicts: as soon as I see that something connects me with a candidate I say so and step back from the file. Questions that the "
        "office asks me about possible connections I answer truthfully."
    ),
)


def text(language: str) -> str:
    """The declaration in one language, as it stands on the page."""
    with translation.override(language):
        return "\n\n".join(str(paragraph) for paragraph in PARAGRAPHS)


def checksum(language: str) -> str:
    """The name of exactly these words."""
    return sha256(f"{VERSION}\n{language}\n{text(language)}".encode()).hexdigest()
