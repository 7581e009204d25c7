"""How paper stands in the office, and the reasons for which a file is not taken in."""

from django.db import models
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from recruitment.core.badges import register
from recruitment.core.refusals import Refused as CoreRefused


class DocumentState(models.TextChoices):
    """A file that came in; only an accepted one is ever shown to anybody."""

    RECEIVED = "received", pgettext_lazy("document", "Received")
    SCANNING = "scanning", pgettext_lazy("document", "Being checked")
    ACCEPTED = "accepted", pgettext_lazy("document", "Accepted")
    REJECTED = "rejected", pgettext_lazy("document", "Not usable")
    QUARANTINED = "quarantined", pgettext_lazy("document", "Withheld: harmful content found")


# The scanner has not answered yet.
WAITING = (DocumentState.RECEIVED.value, DocumentState.SCANNING.value)
# The scanner has answered.
SCANNED = (DocumentState.ACCEPTED.value, DocumentState.REJECTED.value, DocumentState.QUARANTINED.value)


class IssuedState(models.TextChoices):
    """A file that goes out; failed means that nobody tries any more until somebody says so."""

    QUEUED = "queued", pgettext_lazy("document", "Being prepared")
    PRESSED = "pressed", pgettext_lazy("document", "Ready")
    FAILED = "failed", pgettext_lazy("document", "Could not be prepared")


_COLOURS = {
    "received": "blue",
    "scanning": "blue",
    "accepted": "green",
    "rejected": "orange",
    "quarantined": "red",
    "queued": "blue",
    "pressed": "green",
    "failed": "red",
}
register("documents.document", {state.value: (state.label, _COLOURS[state]) for state in DocumentState})
register("documents.issued", {state.value: (state.label, _COLOURS[state]) for state in IssuedState})


class MediaType(models.TextChoices):
    """The kinds of file that are taken in."""

    PDF = "application/pdf", "PDF"
    JPEG = "image/jpeg", "JPEG"
    PNG = "image/png", "PNG"


class Refusal(models.TextChoices):
    """Why a file is not taken in; the label is the sentence that its sender reads."""

    EMPTY = "empty", _("The file is empty. Open it on your device, save it again and send the new copy.")
    TOO_LARGE = "too_large", _("The file is larger than {limit} MB. Scan it again with a lower resolution (200 dpi is enough) or split it.")
    KIND = "kind", _("This kind of file is not accepted. Send a PDF, JPEG or PNG file.")
    MISMATCH = "mismatch", _("The name of the file does not fit its content. Save it again as PDF, JPEG or PNG and send that copy.")
    DAMAGED = "damaged", _("The file is damaged or incomplete. Open it on your device, save it again and send the new copy.")
    LOCKED = (
        "locked",
        _("The PDF is locked by a password or by limits on its use. Print it into a new PDF without protection and send that."),
    )
    ACTIVE = "active", _("The PDF contains a script or starts an action by itself. Print it into a new PDF and send that.")
    EMBEDDED = "embedded", _("The PDF has other files or media inside. Print it into a new PDF and send the other files on their own.")
    DYNAMIC = "dynamic", _("The PDF is a dynamic form (XFA). Print it into a new PDF and send that.")
    APPENDED = "appended", _("Something else follows the end of the PDF. Print it into a new PDF and send that.")
    TOO_MANY_PAGES = "too_many_pages", _("The PDF has more than {limit} pages. Send only the pages that are asked for.")
    TOO_MANY_PIXELS = "too_many_pixels", _("The picture has more than {limit} million pixels. Make it smaller and send it again.")
    TOO_COMPLEX = "too_complex", _("The file unpacks to far more than a document needs. Scan the paper again and send the new copy.")
    QUOTA = "quota", _("Your files take up the {limit} MB that you have. Remove what you no longer need, then send this file.")
    STORAGE = "storage", _("The file could not be stored; the fault is on our side. What you sent before is safe. Please try again later.")


class Refused(CoreRefused):
    """A file is not taken in: `code` for programs, `sentence` for its sender, in the language of whoever reads it."""

    def __init__(self, code: Refusal, *, limit: int | None = None):
        self.code = Refusal(code)
        super().__init__(self.code.label if limit is None else format_lazy(self.code.label, limit=limit))


class NotReleased(CoreRefused):
    """A file that exists must not be shown now; `sentence` says why."""


class NotStored(Exception):
    """The storage did not take the file."""
