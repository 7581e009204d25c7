"""What a candidate is asked, section by section, and how each answer is checked."""

from screening.applications.forms.declarations import DeclarationsForm
from screening.applications.forms.documents import DocumentForm, ReplacementForm
from screening.applications.forms.entries import EducationForm, EmploymentForm
from screening.applications.forms.identity import IdentityForm
from screening.applications.forms.languages import LanguageForm
from screening.applications.forms.papers import PaperFactsForm
from screening.applications.forms.verbs import SubmitForm, WithdrawForm

__all__ = [
    "DeclarationsForm",
    "DocumentForm",
    "EducationForm",
    "EmploymentForm",
    "IdentityForm",
    "LanguageForm",
    "PaperFactsForm",
    "ReplacementForm",
    "SubmitForm",
    "WithdrawForm",
]
