"""What an administrator says when a year is entered."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from recruitment.calendar import arrangement
from recruitment.calendar.states import YearStatus

LARGEST_FILE = 64 * 1024


PLAUSIBLE = _("Enter a year from 2004 to 2100.")


class ImportForm(forms.Form):
    """A year, its source, and its days as a file or as text; after the preview the text is there to be corrected."""

    year = forms.IntegerField(
        label=_("Year"),
        min_value=2004,
        max_value=2100,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), PLAUSIBLE),
    )
    source = forms.CharField(
        label=_("Source"), max_length=300, help_text=_("Title and number of the notice of the General Office of the State Council.")
    )
    status = forms.ChoiceField(label=_("Status"), choices=YearStatus.choices, initial=YearStatus.CONFIRMED)
    file = forms.FileField(label=_("File"), required=False, help_text=_("CSV in UTF-8 with the columns date, kind and name."))
    text = forms.CharField(
        label=_("Days"), required=False, widget=forms.Textarea(attrs={"rows": 12}), help_text=_("Or paste the lines here.")
    )

    def clean_file(self):
        upload = self.cleaned_data["file"]
        if upload is None:
            return ""
        if upload.size > LARGEST_FILE:
            raise ValidationError(_("The file is too large for the days of a year."))
        try:
            return upload.read().decode("utf-8-sig")
        except UnicodeDecodeError:
            raise ValidationError(_("The file is not text in UTF-8.")) from None

    def clean(self):
        cleaned = super().clean()
        text = cleaned.get("file") or cleaned.get("text", "")
        if "year" not in cleaned or "file" not in cleaned:
            return cleaned
        if not text.strip():
            raise ValidationError(_("Choose a file or paste the lines."))
        try:
            cleaned["days"] = arrangement.read(text, cleaned["year"])
        finally:
            # What was uploaded stands in the box afterwards, so that a fault can be corrected there.
            self.data = {**dict(self.data.items()), "text": text}
        return cleaned
