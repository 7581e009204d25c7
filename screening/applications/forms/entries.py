"""What somebody learned and where they worked: one entry on one page."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from positions.states import CertificateKind, WorkKind
from recruitment.core.forms import DayMonthYearField
from screening.applications.forms.base import SectionForm, YesNoField, far_dates
from screening.applications.forms.choices import CodeField, country_names, spoken_languages
from screening.applications.states import IscedField, IscedLevel

UNKNOWN_DAY = _("If you do not remember the day, write 1.")


class EducationForm(SectionForm):
    """One degree (ISCED 2011, ISCED-F 2013)."""

    title = forms.CharField(
        label=_("Title of the degree as on the certificate"),
        help_text=_("In the original language, such as Master of Arts, Diplom-Ingenieur or 修士（経済学）."),
        max_length=200,
        error_messages={"required": _("Enter the title of the degree as it stands on the certificate.")},
    )
    institution = forms.CharField(
        label=_("University or school"), max_length=200, error_messages={"required": _("Enter the name of the university or school.")}
    )
    country = CodeField(
        country_names,
        label=_("Country (region)"),
        error_messages={"required": _("Choose the country (region) of the university or school.")},
    )
    isced_level = forms.TypedChoiceField(
        label=_("Level of education"),
        choices=[(level.value, level.label) for level in reversed(IscedLevel)],
        coerce=int,
        empty_value=None,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the level of education.")},
    )
    isced_field = forms.ChoiceField(
        label=_("Field of study"),
        choices=[("", ""), *IscedField.choices],
        error_messages={"required": _("Choose the field of study.")},
    )
    language = CodeField(
        spoken_languages,
        label=_("Language of instruction"),
        error_messages={"required": _("Choose the language in which you were taught.")},
    )
    began_on = DayMonthYearField(label=_("Began on"), help_text=UNKNOWN_DAY, past=True, required=False)
    has_graduated = YesNoField(
        label=_("Did you graduate?"),
        yes=pgettext_lazy("graduated", "Yes"),
        no=pgettext_lazy("graduated", "No, or not yet"),
        error_messages={"required": _("Say whether you graduated.")},
    )
    graduated_on = DayMonthYearField(
        label=_("Graduated on"),
        help_text=_("As on the certificate. Leave this empty if you did not graduate."),
        past=True,
        required=False,
    )

    @classmethod
    def complaints(cls, values) -> dict:
        found = far_dates(values, "began_on", "graduated_on")
        began, graduated = values.get("began_on"), values.get("graduated_on")
        if began and graduated and graduated < began:
            found["graduated_on"] = _("The graduation lies before the beginning.")
        if values.get("has_graduated") and not graduated:
            found["graduated_on"] = _("Enter the day of your graduation; it stands on the certificate.")
        if values.get("has_graduated") is False and graduated:
            found["graduated_on"] = _("You answered that you did not graduate, so leave the day empty.")
        return found


class EmploymentForm(SectionForm):
    """One employment; without an end it lasts until today."""

    employer = forms.CharField(
        label=pgettext_lazy("employment", "Employer"), max_length=200, error_messages={"required": _("Enter the name of the employer.")}
    )
    title = forms.CharField(
        label=pgettext_lazy("employment", "Position held"), max_length=200, error_messages={"required": _("Enter the position you held.")}
    )
    kind = forms.ChoiceField(
        label=_("Kind of work"),
        help_text=_("What most of your time went into. The years that a position asks for are counted by it."),
        choices=[("", ""), *WorkKind.choices],
        error_messages={"required": _("Choose the kind of work.")},
    )
    country = CodeField(
        country_names, label=_("Country (region)"), error_messages={"required": _("Choose the country (region) in which you worked.")}
    )
    began_on = DayMonthYearField(
        label=_("Began on"), help_text=UNKNOWN_DAY, past=True, error_messages={"required": _("Enter the day on which you began.")}
    )
    is_current = forms.BooleanField(label=_("I still work there"), required=False)
    ended_on = DayMonthYearField(label=_("Ended on"), help_text=_("Leave this empty if you still work there."), past=True, required=False)
    duties = forms.CharField(
        label=_("What you did"),
        help_text=_("Tasks, results and with whom you worked, in a few sentences."),
        max_length=1500,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Describe in a few sentences what you did.")},
    )

    @classmethod
    def read(cls, row) -> dict:
        return {**super().read(row), "is_current": row.began_on is not None and row.ended_on is None}

    def values(self) -> dict:
        return {name: value for name, value in self.cleaned_data.items() if name != "is_current"}

    @classmethod
    def contradictions(cls, values) -> dict:
        began, ended = values.get("began_on"), values.get("ended_on")
        if began and ended and ended < began:
            return {"ended_on": _("The end lies before the beginning.")}
        if ended and values.get("is_current"):
            return {"ended_on": _("You ticked that you still work there, so leave the end empty.")}
        return {}

    @classmethod
    def complaints(cls, values) -> dict:
        found = far_dates(values, "began_on", "ended_on")
        if not values.get("ended_on") and not values.get("is_current"):
            found["ended_on"] = _("Enter the day on which it ended, or tick that you still work there.")
        return found

    def answers(self) -> list:
        rows = [row for row in super().answers() if row[0] != "is_current"]
        still = self.initial.get("is_current")
        return [(name, label, str(_("until today")) if name == "ended_on" and still else answer) for name, label, answer in rows]


class CertificateForm(SectionForm):
    """One certificate of a profession."""

    kind = forms.ChoiceField(
        label=_("Which certificate is it?"),
        choices=CertificateKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose which certificate it is.")},
    )
    name = forms.CharField(
        label=_("Name of the certificate"),
        help_text=_("As it is printed, in the original language. It must be there if you chose “another one”."),
        max_length=200,
        required=False,
    )
    issuer = forms.CharField(
        label=_("Issued by"),
        help_text=_("The authority, chamber or institute."),
        max_length=200,
        error_messages={"required": _("Enter who issued the certificate.")},
    )
    country = CodeField(
        country_names,
        label=_("Country (region)"),
        error_messages={"required": _("Choose the country (region) that issued the certificate.")},
    )
    issued_on = DayMonthYearField(
        label=_("Issued on"),
        help_text=UNKNOWN_DAY,
        past=True,
        error_messages={"required": _("Enter the day on which the certificate was issued.")},
    )
    expires_on = DayMonthYearField(label=_("Valid until"), help_text=_("Leave this empty if it does not end."), required=False)

    @classmethod
    def contradictions(cls, values) -> dict:
        issued, expires = values.get("issued_on"), values.get("expires_on")
        return {"expires_on": _("The end lies before the beginning.")} if issued and expires and expires < issued else {}

    @classmethod
    def complaints(cls, values) -> dict:
        found = far_dates(values, "issued_on", "expires_on")
        if values.get("kind") == CertificateKind.OTHER and not values.get("name"):
            found["name"] = _("Name the certificate, because it is not in the list.")
        return found
