"""What a member says of a review; each form hands over what the verb takes."""

import datetime

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from recruitment.core.forms import DayField
from screening.security.entries import Opinion, Proposal
from screening.security.states import CHECKLISTS, AnswerCode, Conclusion, Dimension, Disclosure, Finding, Occasion, OrganKind


def _long(label, rows: int = 4, most: int = 2000, **kwargs) -> forms.CharField:
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": rows}), max_length=most, required=False, **kwargs)


def _past(day: datetime.date | None) -> datetime.date | None:
    if day and day > timezone.localdate():
        raise forms.ValidationError(_("The date lies in the future."))
    return day


class JudgeForm(forms.Form):
    """One dimension: what was looked at, what it came to, and on what that rests."""

    dimension: str = ""

    checklist = forms.MultipleChoiceField(
        label=_("Looked at"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Nothing else is looked at: only what bears on the duty."),
    )
    finding = forms.ChoiceField(
        label=_("Finding"), choices=Finding, widget=forms.RadioSelect, error_messages={"required": _("Choose a finding.")}
    )
    topic = forms.ChoiceField(label=_("What it concerns"), required=False)
    concern = _long(_("Concern, as far as it bears on the duty"))
    evidence = forms.CharField(
        label=_("Where the evidence is filed"),
        max_length=200,
        required=False,
        help_text=_("An off-line file number. No content, no upload."),
    )
    rests_on_records = forms.BooleanField(
        label=_("It rests on criminal or financial records"),
        required=False,
        help_text=_("The person then sees these facts and may correct them before anything negative is concluded."),
    )
    mitigating = _long(_("Mitigating factors"), help_text=_("Needed for every finding but “no concern”. “None, because …” is an answer."))
    assessment = _long(_("Assessment"), help_text=_("Both sides weighed: how serious, how long ago, how likely again."))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        choices = [(topic.value, topic.label) for topic in CHECKLISTS[self.dimension]]
        self.fields["checklist"].choices = choices
        self.fields["topic"].choices = [("", "—"), *choices]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("finding") in (Finding.CONCERN, Finding.UNCLEAR):
            for name in ("concern", "mitigating", "assessment"):
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, _("Needed for this finding."))
        if cleaned.get("finding") != Finding.UNCLEAR and set(CHECKLISTS[self.dimension]) - set(cleaned.get("checklist") or ()):
            self.add_error("checklist", _("Look at every item of the checklist first, and tick it."))
        if self.errors:
            return cleaned
        return {"opinion": Opinion(**cleaned | {"checklist": tuple(cleaned["checklist"])})}


class PoliticalForm(JudgeForm):
    """Political background, as far as it bears on the duty."""

    dimension = Dimension.POLITICAL


class BusinessForm(JudgeForm):
    """Business interests."""

    dimension = Dimension.BUSINESS


class OnlineForm(JudgeForm):
    """Online conduct: only what was declared or is lawfully public, with its address and day (PIPL Art. 27)."""

    dimension = Dimension.ONLINE

    source_url = forms.URLField(
        label=_("Address of what is public"),
        assume_scheme="https",
        required=False,
        help_text=_("Only what the person declared or has lawfully made public. Nothing is collected by machine, nothing is scored."),
    )
    seen_on = DayField(label=_("Day on which it was seen"), required=False)
    relevance = _long(_("How it bears on the duty"), rows=3, most=1000)
    quote = _long(_("Words relied upon"), rows=3, most=1000, help_text=_("Only if the finding rests on them."))

    def clean_seen_on(self):
        return _past(self.cleaned_data["seen_on"])

    def clean(self):
        said = self.cleaned_data
        for name in ("seen_on", "relevance") if said.get("source_url") else ():
            if not said.get(name) and name not in self.errors:
                self.add_error(name, _("Needed with an address."))
        return super().clean()


JUDGE_FORMS: dict[str, type[JudgeForm]] = {form.dimension: form for form in (PoliticalForm, BusinessForm, OnlineForm)}


class ProposeForm(forms.Form):
    """The conclusion, its reasons, and whether the person is told them."""

    conclusion = forms.ChoiceField(
        label=_("Review conclusion"), choices=Conclusion, widget=forms.RadioSelect, error_messages={"required": _("Choose a conclusion.")}
    )
    reasons = _long(_("Reasons, internal"), rows=5, most=4000)
    mitigating = _long(_("Mitigating factors"))
    disclosure = forms.ChoiceField(
        label=_("Is the person told the reasons?"),
        choices=[("", "—"), *Disclosure.choices],
        required=False,
        help_text=_("Reasons are told unless national security or the confidence of somebody who gave information forbids it."),
    )
    disclosure_reason = _long(_("Why they are told or not"), rows=3, most=1000)
    disclosed = _long(
        _("Reasons that may be told to the person"),
        help_text=_("The person reads exactly this. If nothing is told, the letter says so and how to ask for reconsideration."),
    )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("conclusion") in (Conclusion.NOT_PASSED, Conclusion.DEFERRED):
            needed = ["reasons", "mitigating", "disclosure", "disclosure_reason"]
            needed += ["disclosed"] if cleaned.get("disclosure") == Disclosure.TOLD else []
            for name in needed:
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, _("Needed for this conclusion."))
        return cleaned if self.errors else {"proposal": Proposal(**cleaned)}


class ReferForm(forms.Form):
    """Which organ was asked, under which number, and when."""

    organ_kind = forms.ChoiceField(label=_("Organ"), choices=OrganKind, error_messages={"required": _("Choose an organ.")})
    reference_no = forms.CharField(
        label=_("Reference number"),
        max_length=60,
        help_text=_("The number of the paper outside this system. No content."),
        error_messages={"required": _("Enter the reference number.")},
    )
    sent_on = DayField(label=_("Sent"), error_messages={"required": _("Enter the day.")})

    def clean_sent_on(self):
        return _past(self.cleaned_data["sent_on"])


class EnterAnswerForm(forms.Form):
    """The code of the answer and its day."""

    answer_code = forms.ChoiceField(
        label=_("Answer"), choices=AnswerCode, widget=forms.RadioSelect, error_messages={"required": _("Choose a code.")}
    )
    answered_on = DayField(label=_("Answered"), error_messages={"required": _("Enter the day.")})

    def clean_answered_on(self):
        return _past(self.cleaned_data["answered_on"])


class ShowFactsForm(forms.Form):
    """Facts out of records, in words that the person may read."""

    facts = forms.CharField(
        label=_("Facts that the person may correct"),
        help_text=_("The person reads exactly this: facts out of records, no source that is confidential, no judgement."),
        widget=forms.Textarea(attrs={"rows": 6}),
        min_length=10,
        max_length=4000,
        error_messages={"required": _("Write the facts."), "min_length": _("Explain in at least 10 characters.")},
    )


class RenewForm(forms.Form):
    """Why the person is reviewed again."""

    occasion = forms.ChoiceField(
        label=_("Occasion"),
        choices=[(Occasion.EXPIRY, Occasion.EXPIRY.label), (Occasion.CHANGE, Occasion.CHANGE.label)],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose an occasion.")},
    )
