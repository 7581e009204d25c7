"""What a candidate is asked, section by section, and how each answer is checked."""

from screening.applications.forms.adjustments import AdjustmentsForm
from screening.applications.forms.circumstances import InterestForm, PauseForm, RefereeForm, ReferenceForm
from screening.applications.forms.competencies import CompetenciesForm
from screening.applications.forms.declarations import DeclarationsForm
from screening.applications.forms.documents import DocumentForm, ReplacementForm
from screening.applications.forms.entries import CertificateForm, EducationForm, EmploymentForm
from screening.applications.forms.identity import IdentityForm
from screening.applications.forms.languages import LanguageForm
from screening.applications.forms.papers import PaperFactsForm
from screening.applications.forms.verbs import CopyForm, SubmitForm, WithdrawForm

__all__ = [
    "AdjustmentsForm",
    "CertificateForm",
    "CompetenciesForm",
    "CopyForm",
    "DeclarationsForm",
    "DocumentForm",
    "EducationForm",
    "EmploymentForm",
    "IdentityForm",
    "InterestForm",
    "LanguageForm",
    "PaperFactsForm",
    "PauseForm",
    "RefereeForm",
    "ReferenceForm",
    "ReplacementForm",
    "SubmitForm",
    "WithdrawForm",
]
