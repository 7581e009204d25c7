"""What somebody reports, and what supervision finds."""

from django import forms
from django.utils.translation import gettext_lazy as _

from publicity.objections import codes
from publicity.objections.states import Finding, Mode


class FileForm(forms.Form):
    """An objection to one person on the notice."""

    entry = forms.ModelChoiceField(
        None,
        label=_("Person on the notice"),
        error_messages={"required": _("Choose the person your objection is about.")},
        empty_label=_("Choose a person"),
    )
    mode = forms.ChoiceField(
        label=_("How do you want to object?"),
        choices=Mode,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether you give your name.")},
        help_text=_("Objections with a name are handled first and answered. Your identity is kept strictly confidential."),
    )
    name = forms.CharField(label=_("Your name"), max_length=150, required=False)
    contact = forms.CharField(
        label=_("E-mail or telephone"), max_length=150, required=False, help_text=_("Needed when you give your name.")
    )
    statement = forms.CharField(
        label=_("What do you report?"),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=5000,
        min_length=20,
        help_text=_("Say what happened, when and where, and what shows it. Fabricating facts to harm others is punishable."),
        error_messages={
            "required": _("Describe what you report."),
            "min_length": _("Describe what you report in at least 20 characters, so that it can be examined."),
        },
    )

    def __init__(self, *args, entries, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["entry"].queryset = entries

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("mode") == Mode.NAMED:
            if not cleaned.get("name"):
                self.add_error("name", _("Enter your name, or choose to object anonymously."))
            if not cleaned.get("contact"):
                self.add_error("contact", _("Enter an e-mail address or a telephone number, or choose to object anonymously."))
        return cleaned


class CodeForm(forms.Form):
    """The way back without a name."""

    code = forms.CharField(
        label=_("Query code"), max_length=40, error_messages={"required": _("Enter the query code that was shown to you.")}
    )

    def clean_code(self) -> str:
        code = codes.cleaned(self.cleaned_data["code"])
        if code is None:
            raise forms.ValidationError(_("This is not a query code. It has 20 characters in four groups; check for mistyped characters."))
        return code


class ProposeForm(forms.Form):
    """What was found."""

    finding = forms.ChoiceField(
        label=_("Finding"), choices=Finding, widget=forms.RadioSelect, error_messages={"required": _("Choose a finding.")}
    )
    affects = forms.TypedChoiceField(
        label=_("Does it affect the appointment?"),
        choices=[("yes", _("Yes, it affects the appointment")), ("no", _("No, it does not affect the appointment"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": _("Say whether it affects the appointment.")},
    )
    reasons = forms.CharField(
        label=_("Reasons, internal"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
        error_messages={"required": _("Give the reasons.")},
    )
    reply = forms.CharField(
        label=_("Answer to whoever objected"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        error_messages={"required": _("Write the answer.")},
    )
