"""What is asked when a requirement or a document of a public post is corrected, added or withdrawn."""

from django import forms
from django.conf import settings
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modeltranslation.utils import build_localized_fieldname as localized

from positions.admin.correcting import ReasonedForm
from positions.admin.params import DEFAULTS, ParamsField
from positions.conditions import asked
from positions.conditions.sentences import in_all_languages
from positions.models import EligibilityRule, RequiredDocument


class CorrectRowForm(ReasonedForm):
    """One requirement or document as it stands, or a new one, with its sentence in every language."""

    def __init__(self, *args, row, field: str, **kwargs):
        super().__init__(*args, row=row, **kwargs)
        self.field, self.standing = field, asked.value_of(row, field)
        self.is_requirement = asked.part_of(field) == asked.REQUIREMENT
        self.kind = self.standing["kind"] if self.standing else asked.new_kind(field)
        self.fields = self._withdrawal() | (self._details() if self.is_requirement else self._paper()) | self._sentences() | self.fields

    def _withdrawal(self) -> dict[str, forms.Field]:
        if self.standing is None:
            return {}
        return {"withdraw": forms.BooleanField(label=_("Withdraw it: it is not asked for any more"), required=False)}

    def _details(self) -> dict[str, forms.Field]:
        params = self.standing["params"] if self.standing else DEFAULTS[self.kind]
        propose = forms.BooleanField(
            label=_("Write the sentences anew from the details"),
            help_text=_("Sentences that are empty are always proposed; you can put them better afterwards."),
            required=False,
        )
        details = ParamsField(label=pgettext_lazy("requirement", "Details"), kind=self.kind, params=params)
        return {"params": details, "propose": propose}

    def _paper(self) -> dict[str, forms.Field]:
        standing = self.standing or {"kind": "", "required": True}
        kind = forms.SlugField(label=_("Kind"), max_length=40, initial=standing["kind"], disabled=self.standing is not None)
        return {"kind": kind, "required": forms.BooleanField(label=_("Required"), initial=standing["required"], required=False)}

    def _sentences(self) -> dict[str, forms.Field]:
        said = self.standing["sentence"] if self.standing else {}
        return {
            localized("text", code): forms.CharField(
                label=format_lazy("{} · {}", _("Sentence"), language),
                initial=said.get(code, ""),
                max_length=500,
                required=False,
                widget=forms.Textarea(attrs={"rows": 2, "lang": code}),
            )
            for code, language in settings.LANGUAGES
        }

    def new_value(self) -> dict | None:
        if self.cleaned_data.get("withdraw"):
            return None
        told = {code: self.cleaned_data[localized("text", code)].strip() for code in asked.LANGUAGES}
        if not self.is_requirement:
            return {"kind": self.cleaned_data["kind"], "required": self.cleaned_data["required"], "sentence": told}
        params = self.cleaned_data["params"]
        proposed = in_all_languages(self.kind, params)
        anew = self.cleaned_data["propose"]
        sentence = {code: proposed[code][:500] if anew or not text else text for code, text in told.items()}
        return {"kind": self.kind, "params": params, "sentence": sentence}

    def clean(self):
        super().clean()
        if self.errors:
            return self.cleaned_data
        new = self.new_value()
        for sentence in asked.objections(self.row, self.field, new):
            self.add_error(None, sentence)
        return {"field": self.field, "new": new, "reasons": self.reasons()}


def choices_of(position) -> list[tuple[str, object]]:
    """What stands, by its sentence, and what could be asked for in addition."""
    labels = {asked.REQUIREMENT: EligibilityRule._meta.verbose_name, asked.DOCUMENT: RequiredDocument._meta.verbose_name}
    standing = [
        (f"{part}-{row.pk}", format_lazy("{}: {}", labels[part], str(row)))
        for part, related in asked.RELATED.items()
        for row in getattr(position, related).all()
    ]
    kinds = EligibilityRule._meta.get_field("kind").choices
    new = [(f"{asked.REQUIREMENT}-new-{kind}", format_lazy(_("A further requirement: {kind}"), kind=label)) for kind, label in kinds]
    return [*standing, *new, (asked.NEW_DOCUMENT, _("A further document"))]
