"""What is said inside the compartment."""

from django import forms
from django.utils.translation import gettext_lazy as _

from recruitment.accounts.models import User
from recruitment.accounts.roles import Role
from screening.security.states import Conclusion, Dimension, Finding


class JudgeForm(forms.Form):
    """One dimension's finding."""

    dimension = forms.ChoiceField(label=_("Dimension"), choices=Dimension, error_messages={"required": _("Choose a dimension.")})
    finding = forms.ChoiceField(
        label=_("Finding"), choices=Finding, widget=forms.RadioSelect, error_messages={"required": _("Choose a finding.")}
    )
    concern = forms.CharField(
        label=_("Concern, as far as it bears on the duty"), widget=forms.Textarea(attrs={"rows": 4}), max_length=2000, required=False
    )
    evidence = forms.CharField(
        label=_("Where the evidence is filed"),
        max_length=200,
        required=False,
        help_text=_("An off-line file number. No content, no upload."),
    )
    mitigating = forms.CharField(
        label=_("Mitigating factors"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        required=False,
        help_text=_("Needed for every finding but “no concern”. “None, because …” is an answer."),
    )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("finding") in (Finding.CONCERN, Finding.UNCLEAR):
            for name in ("concern", "mitigating"):
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, _("Needed for this finding."))
        return cleaned


class ProposeForm(forms.Form):
    """The conclusion and its reasons."""

    conclusion = forms.ChoiceField(
        label=_("Review conclusion"), choices=Conclusion, widget=forms.RadioSelect, error_messages={"required": _("Choose a conclusion.")}
    )
    reasons = forms.CharField(label=_("Reasons, internal"), widget=forms.Textarea(attrs={"rows": 5}), max_length=4000, required=False)
    mitigating = forms.CharField(label=_("Mitigating factors"), widget=forms.Textarea(attrs={"rows": 4}), max_length=2000, required=False)
    disclosed = forms.CharField(
        label=_("Reasons that may be told to the person"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        required=False,
        help_text=_("Left empty, the letter says that reasons are not disclosed and how to ask for reconsideration."),
    )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("conclusion") in (Conclusion.NOT_PASSED, Conclusion.DEFERRED):
            for name in ("reasons", "mitigating"):
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, _("Needed for this conclusion."))
        return cleaned


class AdmitForm(forms.Form):
    """Whom to let in, and why."""

    person = forms.ModelChoiceField(
        User.objects.none(), label=_("Security review officer"), error_messages={"required": _("Choose a person.")}
    )
    reason = forms.CharField(label=_("Reason"), max_length=250, error_messages={"required": _("Say why this person needs to know.")})

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = User.objects.with_role(Role.SECURITY_REVIEWER)
