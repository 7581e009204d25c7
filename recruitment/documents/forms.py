"""The upload that every form can have: hints for the browser and the reader, and our own sentence for each refusal."""

from django import forms
from django.conf import settings
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from recruitment.documents import actions
from recruitment.documents.models import Document
from recruitment.documents.states import Refusal, Refused

ACCEPTED = ".pdf,.jpg,.jpeg,.png"
LIMIT = settings.DOCUMENT_MAX_BYTES // 2**20


class UploadField(forms.FileField):
    """A file as it comes from the browser; what is inside is looked at by `actions.receive`."""

    default_error_messages = {
        "required": _("Choose a file to send."),
        "missing": _("Choose a file to send."),
        "invalid": _("The file did not arrive. Choose it again."),
        "empty": Refusal.EMPTY.label,
    }

    def __init__(self, **options):
        options.setdefault("label", pgettext_lazy("upload", "File"))
        options.setdefault("help_text", format_lazy(_("PDF, JPEG or PNG, at most {limit} MB."), limit=LIMIT))
        options.setdefault("widget", forms.FileInput(attrs={"accept": ACCEPTED}))
        super().__init__(**options)

    def clean(self, data, initial=None):
        upload = super().clean(data, initial)
        if upload and upload.size > settings.DOCUMENT_MAX_BYTES:
            refusal = Refused(Refusal.TOO_LARGE, limit=LIMIT)
            raise forms.ValidationError(str(refusal.sentence), code=refusal.code)
        return upload


class UploadForm(forms.Form):
    """One file; a form with more to ask inherits from it or uses the field."""

    file = UploadField()

    def receive(self, *, kind: str, owner, by) -> Document | None:
        """Take the file of a valid form in; when it is refused the field says why and None comes back."""
        try:
            return actions.receive(self.cleaned_data["file"], kind=kind, owner=owner, by=by)
        except Refused as refusal:
            self.add_error("file", forms.ValidationError(str(refusal.sentence), code=refusal.code))
            return None
