"""What the public guide asks: which country, which paper."""

from django import forms
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from django_countries import countries

from recruitment.core.forms import DayField
from screening.credentials.states import PaperKind

ELSEWHERE = "other"


class GuideForm(forms.Form):
    """A country of the tables, or any other; one kind of paper, or all of them."""

    mark_optional = False

    country = forms.ChoiceField(
        label=_("In which country or region is the paper issued?"),
        error_messages={
            "required": _("Choose the country or region in which the paper is issued."),
            "invalid_choice": _("Choose a country or region of the list; if yours is not there, choose the last entry."),
        },
    )
    paper = forms.ChoiceField(
        label=_("Which paper?"),
        required=False,
        choices=[("", pgettext_lazy("papers", "All papers")), *PaperKind.choices],
        error_messages={"invalid_choice": _("Choose a paper of the list.")},
    )

    def __init__(self, *told, codes, **options):
        super().__init__(*told, **options)
        names = sorted(((code, country_name(code)) for code in codes), key=lambda row: _order(row[1]))
        self.fields["country"].choices = [("", ""), *names, (ELSEWHERE, _("Another country or region"))]

    def kinds(self) -> list[str]:
        """The papers that were asked for."""
        chosen = self.cleaned_data.get("paper")
        return [chosen] if chosen else list(PaperKind.values)


def country_name(code: str) -> str:
    """The name of a country (region) in the reader's language."""
    return str(countries.name(code)) or code


def _order(name: str) -> bytes | str:
    """Common Chinese characters stand by their sound in GB 18030."""
    return name.encode("gb18030") if (get_language() or "").startswith("zh") else name.casefold()


class VerifyForm(forms.Form):
    """What was read, and when."""

    source = forms.CharField(
        label=_("Source that you have read"),
        help_text=_("Title, authority and article or address, so that a colleague finds the same text."),
        min_length=5,
        max_length=300,
        error_messages={"required": _("Say which text you have read."), "min_length": _("Name the text so that a colleague finds it.")},
    )
    checked_on = DayField(label=_("Day on which you read it"), error_messages={"required": _("Enter the day on which you read it.")})


class DoubtForm(forms.Form):
    """Why the line may no longer be right."""

    reason = forms.CharField(label=_("Reason"), min_length=5, max_length=300, error_messages={"required": _("Give a reason.")})
