"""The whole file as rows of question and answer, section by section."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.html import linebreaks
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from recruitment.privacy.models import Consent
from recruitment.privacy.states import ConsentKind
from screening.applications.forms import AdjustmentsForm, CompetenciesForm, DeclarationsForm, IdentityForm
from screening.applications.models import Adjustment, Attachment, Declaration
from screening.applications.states import Section
from screening.applications.views.documents import papers_asked, with_files
from screening.applications.views.entries import entries_of


@dataclass(frozen=True)
class Summary:
    """One section: where it is changed, and its blocks of rows, each with a heading or none."""

    section: Section
    href: str
    blocks: list[tuple[str, list[tuple[str, str]]]]


def summaries_of(application, *, leaving_out: tuple[Section, ...] = ()) -> list[Summary]:
    """Every section of the form; what is left out is not even read."""
    makers = {
        Section.IDENTITY: _identity,
        Section.EDUCATION: _education,
        Section.WORK: _work,
        Section.COMPETENCIES: _competencies,
        Section.DOCUMENTS: _documents,
        Section.ADJUSTMENTS: _adjustments,
        Section.DECLARATIONS: _declarations,
    }
    return [
        Summary(
            section,
            reverse("applications:section", args=[application.uuid, section]),
            makers[section](application) if section in makers else _entries(application, section),
        )
        for section in Section
        if section not in leaving_out
    ]


def _rows(answers) -> list[tuple[str, str]]:
    return [(label, _shown(answer)) for _name, label, answer in answers]


def _shown(answer: str) -> str:
    if not answer:
        return pgettext("answer", "not given")
    return mark_safe(linebreaks(answer, autoescape=True)) if "\n" in answer else answer


def _identity(application):
    return [("", _rows(IdentityForm(row=getattr(application, "identity", None)).answers()))]


def _entries(application, section):
    return [(entry.name, [(label, _shown(answer)) for label, answer in entry.answers]) for entry in entries_of(application, section)]


def _education(application):
    return [*_entries(application, Section.EDUCATION), *_entries(application, "certificates")]


def _work(application):
    return [*_entries(application, Section.WORK), *_entries(application, "pauses")]


def _competencies(application):
    """As they were asked when they were written: the post's model may have been amended since."""
    evidence = [(row.name, _shown(row.text)) for row in application.competency_evidence.all()]
    form = CompetenciesForm(row=Declaration.objects.filter(application=application).first(), asked=[])
    return [("", [*evidence, *_rows(form.answers())])]


def _documents(application):
    files = Attachment.objects.standing().filter(application=application).select_related("document")
    papers = with_files(papers_asked(application.position), list(files))
    rows = [(str(paper.name), ", ".join(str(file) for file in paper.files) or _("no file")) for paper in papers if paper.is_sent]
    return [("", rows)]


def _adjustments(application):
    standing = Consent.objects.of(application.candidate_id).about(application).standing()
    given = standing.filter(kind=ConsentKind.HEALTH).exists()
    row = Adjustment.objects.filter(application=application).first()
    return [("", _rows(AdjustmentsForm(row=row, given=given).answers()))]


def _declarations(application):
    given = Consent.objects.of(application.candidate_id).about(application).standing().values_list("kind", flat=True)
    declaration = Declaration.objects.filter(application=application).first()
    return [("", _rows(DeclarationsForm(row=declaration, given=set(given)).answers()))]
