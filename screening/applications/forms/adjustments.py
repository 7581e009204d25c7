"""Adjustments: what would help in the test and the interview; kept with a consent of its own or not at all."""

from django import forms
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from recruitment.privacy.models import PrivacyNotice
from recruitment.privacy.states import ConsentKind
from recruitment.privacy.texts import consequence, text
from screening.applications.forms.base import SectionForm, YesNoField
from screening.applications.forms.declarations import AskedConsent
from screening.applications.models import Adjustment
from screening.applications.models.adjustments import NONE_NEEDED
from screening.applications.states import AdjustmentKind


class AdjustmentsForm(SectionForm):
    """Health data (PIPL Art. 28 and 29): nobody has to say why, only what would help."""

    is_needed = YesNoField(
        label=_("Would adjustments help you in the test or the interview?"),
        yes=pgettext_lazy("adjustments", "Yes"),
        no=pgettext_lazy("adjustments", "No"),
        error_messages={"required": _("Say whether adjustments would help you.")},
    )
    needs = forms.MultipleChoiceField(
        label=_("What would help?"),
        help_text=_("You need not say why. A diagnosis is never asked for."),
        choices=AdjustmentKind.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    details = forms.CharField(
        label=_("In your own words"),
        help_text=_("For example how much more time, or which reading software."),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    consent = forms.BooleanField(label=pgettext_lazy("consent", "I consent: %(kind)s") % {"kind": ConsentKind.HEALTH.label}, required=False)

    def __init__(self, data=None, *, given: bool = False, **kwargs):
        super().__init__(data, **kwargs)
        self.initial["consent"] = given

    @classmethod
    def read(cls, row: Adjustment) -> dict:
        told = None if not row.needs else row.needs != NONE_NEEDED
        return {"is_needed": told, "needs": [kind.value for kind in row.wanted], "details": row.details}

    def values(self) -> dict:
        """As the row keeps it; without the consent nothing of it is kept."""
        told = self.cleaned_data
        if told.get("is_needed") is False:
            return {"needs": NONE_NEEDED, "details": ""}
        if not told.get("consent"):
            return {"needs": "", "details": ""}
        return {"needs": ",".join(told.get("needs") or []), "details": told.get("details") or ""}

    @classmethod
    def contradictions(cls, values) -> dict:
        """Said in a draft too, for without the consent it cannot be kept."""
        said = values.get("needs") or values.get("details")
        if values.get("is_needed") is not False and said and not values.get("consent"):
            return {"consent": _("Without this consent we cannot keep what you wrote here. Give it, or leave the fields empty.")}
        return {}

    @classmethod
    def complaints(cls, values) -> dict:
        if not values.get("is_needed"):
            return {}
        if not values.get("needs"):
            return {"needs": _("Tick what would help.")}
        if AdjustmentKind.OTHER in values["needs"] and not values.get("details"):
            return {"details": _("Say in your own words what would help.")}
        return {}

    def spoken(self, name, value) -> str:
        if name == "needs":
            return "; ".join(str(AdjustmentKind(kind).label) for kind in value or [])
        if name == "consent":
            return str(pgettext_lazy("consent", "Given") if value else pgettext_lazy("consent", "Not given"))
        return super().spoken(name, value)

    def wording(self) -> AskedConsent:
        """The consent with its exact words, for the page."""
        kind = ConsentKind.HEALTH
        words = text(kind, get_language(), PrivacyNotice.objects.in_force())
        return AskedConsent(self["consent"], kind.label, words, False, consequence(kind))


class ArrangeForm(forms.Form):
    """What is granted; others see the minutes and nothing else."""

    test_minutes = forms.IntegerField(label=_("Extra time in the test, minutes"), min_value=0, max_value=480)
    interview_minutes = forms.IntegerField(label=_("Extra time in the interview, minutes"), min_value=0, max_value=480)
    steps = forms.CharField(
        label=_("What else is arranged"),
        help_text=_("For example a room, software or an interpreter. Only those who arrange it read this."),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
