"""Papers that are handed in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from recruitment.documents.forms import UploadField, UploadForm
from screening.applications.forms.papers import PaperFactsForm

MOST_AT_ONCE = 10


class SeveralFilesInput(forms.FileInput):
    """One box for several files."""

    allow_multiple_selected = True


class SeveralFilesField(UploadField):
    """At least one file and not too many at once; each is looked at by itself."""

    default_error_messages = {"most": _("Choose at most %(most)d files at once.")}

    def __init__(self, **options):
        super().__init__(**options)
        self.widget = SeveralFilesInput(attrs=self.widget.attrs)

    def clean(self, data, initial=None) -> list:
        files = data if isinstance(data, list | tuple) else [data]
        if len(files) > MOST_AT_ONCE:
            raise forms.ValidationError(self.error_messages["most"], code="most", params={"most": MOST_AT_ONCE})
        return [super(SeveralFilesField, self).clean(file, initial) for file in files or [None]]


class DocumentForm(PaperFactsForm):
    """New files of one kind, and what is known about them."""

    files = SeveralFilesField(label=_("Files"))


class ReplacementForm(PaperFactsForm, UploadForm):
    """A better file instead of one that is there."""
