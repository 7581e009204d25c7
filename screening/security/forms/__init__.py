"""What is said inside the compartment, and what the person says to it."""

from screening.security.forms.declared import ENTRY_FORMS, AnswerFactsForm, ChangeForm, HandInForm, ReconsiderForm
from screening.security.forms.members import AccessForm, AdmitForm, AssessForm
from screening.security.forms.reviews import JUDGE_FORMS, EnterAnswerForm, ProposeForm, ReferForm, RenewForm, ShowFactsForm

__all__ = [
    "ENTRY_FORMS",
    "JUDGE_FORMS",
    "AccessForm",
    "AdmitForm",
    "AnswerFactsForm",
    "AssessForm",
    "ChangeForm",
    "EnterAnswerForm",
    "HandInForm",
    "ProposeForm",
    "ReconsiderForm",
    "ReferForm",
    "RenewForm",
    "ShowFactsForm",
]
