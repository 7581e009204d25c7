"""Letters to whoever objected by name, in the language they wrote in."""

from django.template.loader import render_to_string
from django.utils import translation


def received_letter(objection) -> tuple[str, str]:
    return _letter("objection_received", objection)


def answered_letter(objection) -> tuple[str, str]:
    return _letter("objection_answered", objection)


def _letter(kind: str, objection) -> tuple[str, str]:
    """Without the name: it lies encrypted with the objection and is copied nowhere, and a letter lies open in the outbox."""
    context = {
        "reference": objection.reference,
        "reply": objection.reply,
        "document_no": objection.entry.notice.document_no,
    }
    with translation.override(objection.language):
        return tuple(render_to_string(f"notifications/{kind}/{part}.txt", context).strip() for part in ("subject", "body"))
