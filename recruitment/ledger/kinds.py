"""What is fixed in the ledger: every kind of leaf, in words that anyone reads."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

KINDS = {
    "round": (_("Rules of a round"), _("Weights, minimums, tie-breaks and stages, fixed before the first application.")),
    "position": (_("Post published"), _("The checksum of the reviewed text, and the deadline.")),
    "correction": (_("Post corrected"), _("What stood in the post before, and what stands there now.")),
    "submission": (_("Application received"), _("The number, the post, the instant, and the checksum of every answer handed in.")),
    "paper.sealed": (_("Test paper sealed"), _("The checksum of the whole paper, before anybody sits it.")),
    "paper.opened": (_("Test paper opened"), _("The paper was opened at its hour, and was what had been sealed.")),
    "sitting": (_("Test handed in"), _("The checksum of every answer, and the instant.")),
    "marking": (_("Marks locked"), _("Points for every line, before the markers see each other’s marks.")),
    "moderation": (_("Marks moderated"), _("The moderated score with its coded reason; the marks stay beside it.")),
    "booklet.sealed": (_("Interview questions sealed"), _("The checksum of questions and anchors, before the first interview.")),
    "booklet.opened": (
        _("Interview questions opened"),
        _("Two people opened them before an interview, and they were what had been sealed."),
    ),
    "shortlist": (_("Interview list"), _("Who is invited to the interview, by candidate codes.")),
    "sheet": (_("Interview sheet locked"), _("Every rating of one member of the panel, before the discussion.")),
    "draw.committed": (_("Draw committed"), _("The checksum of the seed, before the draw.")),
    "draw.revealed": (_("Draw revealed"), _("The seed itself, with which anyone can repeat the draw.")),
    "quality": (_("Quality report"), _("The checksum of the report on agreement, missing marks and selection rates.")),
    "merit": (_("Merit list"), _("Scores, ranks and tie-breaks, by candidate codes.")),
    "attestation": (_("Attestation of an oversight body"), _("What the body attested at the end of a stage.")),
    "stage.closed": (_("Stage closed"), _("The quality report that was seen, and who had attested.")),
    "notice": (_("Public notice"), _("The checksum of the notice as it was published.")),
    "notice.listed": (pgettext_lazy("ledger", "Named on a public notice"), _("The checksum of the notice on which a candidate stands.")),
}

# What these commit to is public anyway, or a mere checksum of what stays closed; so anybody may have the receipt.
PUBLIC = ("round", "position", "correction", "paper.sealed", "paper.opened", "booklet.sealed", "booklet.opened", "notice")


def label(kind: str):
    """A kind in words."""
    return KINDS[kind][0] if kind in KINDS else kind
