"""What the candidate declares and consents to; every consent is asked for by itself, on its exact words."""

from dataclasses import dataclass

from django import forms
from django.utils.functional import Promise
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from recruitment.privacy.models import PrivacyNotice
from recruitment.privacy.states import REQUIRED_FOR_APPLICATION, ConsentKind
from recruitment.privacy.texts import consequence, text
from screening.applications.forms.base import SectionForm, YesNoField

# These may be refused without any disadvantage. Health is asked about with the adjustments, children later, when there is a reason to.
MAY_BE_REFUSED = (ConsentKind.PSYCHOLOGICAL_TEST, ConsentKind.RECORDING, ConsentKind.CROSS_BORDER)
ASKED_CONSENTS = (*REQUIRED_FOR_APPLICATION, *MAY_BE_REFUSED)


class DeclarationsForm(SectionForm):
    """Declarations (Civil Servants Law, art. 26, adapted); consents beside them."""

    has_criminal_record = YesNoField(
        label=_("Have you ever been punished for a crime, in any country?"),
        yes=pgettext_lazy("punished for a crime", "Yes"),
        no=pgettext_lazy("punished for a crime", "No"),
        error_messages={"required": _("Say whether you have ever been punished for a crime.")},
    )
    was_dismissed = YesNoField(
        label=_("Have you ever been dismissed from a public office, in any country?"),
        yes=pgettext_lazy("dismissed from office", "Yes"),
        no=pgettext_lazy("dismissed from office", "No"),
        error_messages={"required": _("Say whether you have ever been dismissed from a public office.")},
    )
    explanation = forms.CharField(
        label=_("Explanation"),
        help_text=_("If you answered yes above: what happened, where and when. A person decides on it, never the system alone."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def __init__(self, data=None, *, given=(), **kwargs):
        super().__init__(data, **kwargs)
        for kind in ASKED_CONSENTS:
            self.fields[_name(kind)] = _consent_field(kind)
            self.initial[_name(kind)] = kind in given

    def values(self) -> dict:
        return {name: value for name, value in self.cleaned_data.items() if name in self.base_fields}

    def consents(self) -> dict[ConsentKind, bool]:
        """Yes or no to every kind that was shown."""
        return {kind: bool(self.cleaned_data.get(_name(kind))) for kind in ASKED_CONSENTS}

    def wordings(self) -> list["AskedConsent"]:
        """Each consent with its exact words, for the page."""
        notice, language = PrivacyNotice.objects.in_force(), get_language()
        return [
            AskedConsent(self[_name(kind)], kind.label, text(kind, language, notice), kind in REQUIRED_FOR_APPLICATION, consequence(kind))
            for kind in ASKED_CONSENTS
        ]

    @classmethod
    def complaints(cls, values) -> dict:
        found = {}
        if (values.get("has_criminal_record") or values.get("was_dismissed")) and not values.get("explanation"):
            found["explanation"] = _("You answered yes above. Explain in a few sentences what happened.")
        return found

    def spoken(self, name, value) -> str:
        if name not in self.base_fields:
            return str(pgettext_lazy("consent", "Given") if value else pgettext_lazy("consent", "Not given"))
        return super().spoken(name, value)


@dataclass(frozen=True)
class AskedConsent:
    """One consent as it stands on the page."""

    field: forms.BoundField
    name: str | Promise
    words: str
    is_needed: bool
    consequence: str


def _name(kind: ConsentKind) -> str:
    return f"consent_{kind.value}"


def _consent_field(kind: ConsentKind) -> forms.BooleanField:
    needed = kind in REQUIRED_FOR_APPLICATION
    return forms.BooleanField(
        label=pgettext_lazy("consent", "I consent: %(kind)s") % {"kind": kind.label},
        required=needed,
        error_messages={"required": _("Without this consent the application cannot be examined: %(kind)s.") % {"kind": kind.label}},
    )
