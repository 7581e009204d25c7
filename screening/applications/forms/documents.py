"""Papers that are handed in."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

MOST_AT_ONCE = 10


class SeveralFilesInput(forms.FileInput):
    """One box for several files."""

    allow_multiple_selected = True


class SeveralFilesField(forms.FileField):
    """At least one file, not too many at once; each is looked at by the documents room."""

    default_error_messages = {
        "most": ngettext_lazy("Choose at most %(most)d file at once.", "Choose at most %(most)d files at once.", MOST_AT_ONCE)
        % {"most": MOST_AT_ONCE}
    }

    def __init__(self, **kwargs):
        super().__init__(widget=SeveralFilesInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"}), **kwargs)

    def clean(self, data, initial=None) -> list:
        files = data if isinstance(data, list | tuple) else [data]
        if len(files) > MOST_AT_ONCE:
            raise forms.ValidationError(self.error_messages["most"], code="most")
        if not files:
            files = [None]
        return [super(SeveralFilesField, self).clean(file, initial) for file in files]


CHOOSE = _("Choose a file first.")
EMPTY = _("This file is empty. Choose another one.")
WHICH = _("PDF, JPEG or PNG, at most 10 MB each. A clear scan in colour that shows all corners.")


class DocumentForm(forms.Form):
    """New files of one kind."""

    files = SeveralFilesField(
        label=_("Files"),
        help_text=WHICH,
        max_length=200,
        error_messages={"required": CHOOSE, "empty": EMPTY, "missing": CHOOSE, "invalid": CHOOSE},
    )


class ReplacementForm(forms.Form):
    """A better file instead of one that is there."""

    file = forms.FileField(
        label=_("New file"),
        help_text=WHICH,
        max_length=200,
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"}),
        error_messages={"required": CHOOSE, "empty": EMPTY, "missing": CHOOSE, "invalid": CHOOSE},
    )
