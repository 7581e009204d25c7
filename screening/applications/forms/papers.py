"""What can be said about a paper beside the file; every answer is optional, and each tells the candidate something in return."""

import datetime

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from recruitment.core.forms import DayField
from screening.applications.forms.base import EARLIEST, FAR, LATEST
from screening.applications.forms.choices import CodeField, country_names, spoken_languages
from screening.credentials.states import Authentication

OF_PUBLIC_PAPERS = ("country", "issued_on", "expires_on", "language", "is_translated", "name_on_paper", "authentication")
# Kinds of papers of which less is asked; nothing is asked of what the office itself writes or what only repeats another paper.
ASKED = {
    "passport": ("name_on_paper",),
    "degree": ("country", "language", "is_translated", "name_on_paper", "authentication"),
    "employment_proof": ("country", "issued_on", "language", "is_translated", "name_on_paper"),
    "language_certificate": ("issued_on", "expires_on", "name_on_paper"),
    "translation": (),
    "commitment_letter": (),
}


class PaperFactsForm(forms.Form):
    """The questions that make sense for one kind of paper."""

    country = CodeField(country_names, label=_("Issued in (country or region)"), required=False)
    issued_on = DayField(
        label=_("Issued on"),
        required=False,
        help_text=_("The day on the paper, not the day of the apostille. We then tell you how long it counts."),
    )
    expires_on = DayField(label=_("Valid until"), required=False, help_text=_("Only if the paper itself names a day."))
    language = CodeField(spoken_languages, label=_("Language of the paper"), required=False)
    is_translated = forms.BooleanField(label=_("The file contains a Chinese translation"), required=False)
    name_on_paper = forms.CharField(
        label=_("Your name as it stands on the paper"),
        help_text=_("Only if it is not written as in your passport, for example a former name."),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    authentication = forms.ChoiceField(
        label=_("Apostille, legalisation or recognition"),
        choices=[("", pgettext_lazy("authentication", "Not stated")), *Authentication.choices],
        required=False,
    )

    def __init__(self, *told, kind: str = "", **options):
        super().__init__(*told, **options)
        asked = ASKED.get(kind, OF_PUBLIC_PAPERS)
        for name in OF_PUBLIC_PAPERS:
            if name not in asked:
                del self.fields[name]

    @staticmethod
    def read(facts) -> dict:
        """The stored answers by the names of the fields."""
        if facts is None:
            return {}
        stored = {name: getattr(facts, name) for name in OF_PUBLIC_PAPERS}
        return {**stored, "country": facts.country.code or ""}

    def facts(self) -> dict:
        """What was said, by the names of the columns."""
        return {name: self.cleaned_data.get(name) for name in OF_PUBLIC_PAPERS if name in self.fields}

    @property
    def questions(self) -> list:
        """The fields about the paper, for the template."""
        return [self[name] for name in OF_PUBLIC_PAPERS if name in self.fields]

    def clean_issued_on(self) -> datetime.date | None:
        day = self._possible("issued_on")
        if day and day > timezone.localdate():
            raise forms.ValidationError(_("This day lies in the future. Enter the day on which the paper was issued."))
        return day

    def clean_expires_on(self) -> datetime.date | None:
        return self._possible("expires_on")

    def _possible(self, name: str) -> datetime.date | None:
        day = self.cleaned_data[name]
        if day and not EARLIEST <= day <= LATEST:
            raise forms.ValidationError(FAR)
        return day

    def clean(self) -> dict:
        said = super().clean()
        if said.get("issued_on") and said.get("expires_on") and said["expires_on"] < said["issued_on"]:
            self.add_error("expires_on", _("The paper ends before it was issued."))
        return said
