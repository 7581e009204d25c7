"""What the person declares, entry by entry; what they answer, ask for and report."""

import datetime

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from recruitment.core.forms import DayMonthYearField
from screening.applications.forms.choices import CodeField, country_names
from screening.security.states import ChangeKind, Kind

EARLIEST = datetime.date(1930, 1, 1)


def _line(label, missing, **kwargs) -> forms.CharField:
    return forms.CharField(label=label, max_length=200, error_messages={"required": missing}, **kwargs)


class PeriodForm(forms.Form):
    """A time with its country and its days."""

    country = CodeField(country_names, label=_("Country or region"), error_messages={"required": _("Choose a country or region.")})
    began_on = DayMonthYearField(label=_("From"), error_messages={"required": _("Enter the first day.")})
    ended_on = DayMonthYearField(label=_("Until"), required=False, help_text=_("Leave empty if it goes on."))

    def clean(self):
        cleaned = super().clean()
        began, ended = cleaned.get("began_on"), cleaned.get("ended_on")
        if began and not EARLIEST <= began <= timezone.localdate():
            self.add_error("began_on", _("Check the year; the first day cannot lie in the future."))
        if began and ended and ended < began:
            self.add_error("ended_on", _("The last day cannot lie before the first."))
        if ended and ended > timezone.localdate():
            self.add_error("ended_on", _("Leave empty if it goes on."))
        return cleaned


class ResidenceForm(PeriodForm):
    """Where somebody lived."""

    place = _line(_("Town"), _("Enter the town."))
    field_order = ["place", "country", "began_on", "ended_on"]


class EmploymentForm(PeriodForm):
    """Where somebody worked."""

    name = _line(_("Employer"), _("Enter the employer."))
    detail = _line(_("What you did"), _("Say what you did."))
    field_order = ["name", "detail", "country", "began_on", "ended_on"]


class EducationForm(PeriodForm):
    """Where somebody studied."""

    name = _line(_("School or university"), _("Enter the school or university."))
    detail = _line(_("What you studied"), _("Say what you studied."))
    field_order = ["name", "detail", "country", "began_on", "ended_on"]


class OtherTimeForm(PeriodForm):
    """Another time, in a word."""

    detail = _line(
        _("What you did"), _("Say what you did."), help_text=_("One word is enough, such as “looking for work”, “family”, “travel”.")
    )
    field_order = ["detail", "country", "began_on", "ended_on"]


class InterestForm(forms.Form):
    """A share, a post, a payment."""

    name = _line(_("Company or body"), _("Enter the company or body."))
    detail = _line(
        _("What the interest is"),
        _("Say what the interest is."),
        help_text=_("A share and its size, a post, a payment, a family member’s interest that you know of; and since when."),
    )


class AccountForm(forms.Form):
    """An account that anybody can read, used for work."""

    name = _line(
        pgettext_lazy("account", "Service"), _("Enter the service."), help_text=_("Such as a professional network, a blog, a code archive.")
    )
    place = forms.URLField(
        label=_("Address of the page"),
        assume_scheme="https",
        max_length=300,
        help_text=_("Only public pages that you use for your work. Never a password, never a private account."),
        error_messages={
            "required": _("Enter the address of the page."),
            "invalid": _("Enter a whole address, such as https://example.org/name."),
        },
    )


ENTRY_FORMS: dict[str, type[forms.Form]] = {
    Kind.RESIDENCE: ResidenceForm,
    Kind.EMPLOYMENT: EmploymentForm,
    Kind.EDUCATION: EducationForm,
    Kind.OTHER_TIME: OtherTimeForm,
    Kind.INTEREST: InterestForm,
    Kind.ACCOUNT: AccountForm,
}


class HandInForm(forms.Form):
    """The sentence under the declaration."""

    is_true = forms.BooleanField(
        label=_("What I declare is true and complete. I know that I can correct it, and that every version stays on record."),
        error_messages={"required": _("Tick that what you declare is true and complete.")},
    )


def _text(label, missing, **kwargs) -> forms.CharField:
    return forms.CharField(
        label=label,
        min_length=10,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": missing, "min_length": _("Explain in at least 10 characters.")},
        **kwargs,
    )


class AnswerFactsForm(forms.Form):
    """What is right and what is not."""

    answer = _text(_("Your answer"), _("Write your answer."), help_text=_("Say what is right, what is not, and where it can be seen."))


class ReconsiderForm(forms.Form):
    """Why others should look again."""

    statement = _text(_("Why should others look again?"), _("Say why others should look again."))


class ChangeForm(forms.Form):
    """What changed, since when."""

    kind = forms.ChoiceField(
        label=_("What changed?"), choices=ChangeKind, widget=forms.RadioSelect, error_messages={"required": _("Choose what changed.")}
    )
    happened_on = DayMonthYearField(label=_("Since when?"), error_messages={"required": _("Enter the day.")})
    statement = _text(_("What has to be known about it?"), _("Say what has to be known about it."))

    def clean_happened_on(self):
        day = self.cleaned_data["happened_on"]
        if not EARLIEST <= day <= timezone.localdate():
            raise forms.ValidationError(_("The day cannot lie in the future."))
        return day
