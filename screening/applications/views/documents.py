"""The papers of a file: what the post asks for, what is there, and how files come, are replaced and go."""

from dataclasses import dataclass, field

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from recruitment.core.refusals import Refused
from recruitment.documents import delivery
from recruitment.documents.states import DocumentState
from recruitment.documents.states import Refused as FileRefused
from screening.applications import actions
from screening.applications.forms import DocumentForm, ReplacementForm
from screening.applications.forms.languages import needs_certificate
from screening.applications.models import Attachment
from screening.applications.states import Section
from screening.applications.states.evidence import DOCUMENT_LABELS, NOT_WANTED, WHERE_NEEDED, WRITTEN_IN_THE_FORM
from screening.applications.views.base import OwnDraft, OwnFile

UNUSABLE = (DocumentState.REJECTED, DocumentState.QUARANTINED)


@dataclass(frozen=True)
class Paper:
    """One kind of paper that the post asks for, with the files that are there."""

    kind: str
    name: str | Promise
    sentence: str
    is_required: bool
    files: list[Attachment] = field(default_factory=list)

    @property
    def is_sent(self) -> bool:
        """Whether files are expected for it at all."""
        return self.kind not in (WRITTEN_IN_THE_FORM, NOT_WANTED)

    @property
    def is_written(self) -> bool:
        """Written in the form itself."""
        return self.kind == WRITTEN_IN_THE_FORM

    @property
    def is_there(self) -> bool:
        return any(file.document.state not in UNUSABLE for file in self.files)


def papers_asked(position) -> list[Paper]:
    """What the post asks for, in its order."""
    return [
        Paper(row.kind, DOCUMENT_LABELS.get(row.kind, row.sentence), row.sentence, row.required and row.kind not in WHERE_NEEDED)
        for row in position.required_documents.all()
    ]


def with_files(papers: list[Paper], files: list[Attachment]) -> list[Paper]:
    """The same with the files of each kind."""
    for file in files:
        next((paper.files for paper in papers if paper.kind == file.kind), []).append(file)
    return papers


def missing_papers(application, papers: list[Paper]) -> list[Paper]:
    """What is still needed. A certificate is needed only for what was claimed, a proof of employment only for an employment."""
    not_needed = set()
    if not any(needs_certificate(row) for row in application.languages.all()):
        not_needed.add("language_certificate")
    if not application.employment.exists():
        not_needed.add("employment_proof")
    return [paper for paper in papers if paper.is_required and paper.is_sent and not paper.is_there and paper.kind not in not_needed]


class DocumentsOfKind(OwnDraft):
    """Files of one kind: several at once, each looked at by itself; those that are good stay even if another is refused."""

    template_name = "applications/paper.html"

    @cached_property
    def paper(self) -> Paper:
        paper = next(
            (paper for paper in papers_asked(self.application.position) if paper.kind == self.kwargs["kind"] and paper.is_sent), None
        )
        if paper is None:
            raise Http404
        return paper

    def show(self) -> HttpResponse:
        return self.render(DocumentForm(kind=self.paper.kind))

    def render(self, form, **context) -> HttpResponse:
        files = Attachment.objects.standing().filter(application=self.application, kind=self.paper.kind).select_related("document")
        return self.page(form=form, paper=self.paper, files=files, section=Section.DOCUMENTS, **context)

    def post(self, request, uuid, kind):
        form = DocumentForm(request.POST, {"files": request.FILES.getlist("files")}, kind=self.paper.kind)
        if not form.is_valid():
            return self.render(form)
        taken = 0
        for upload in form.cleaned_data["files"]:
            try:
                actions.attach(self.application, self.paper.kind, upload, facts=form.facts(), by=request.user)
                taken += 1
            except FileRefused as refusal:
                form.add_error("files", _("%(file)s: %(reason)s") % {"file": upload.name, "reason": refusal.sentence})
        if taken:
            messages.success(
                request, ngettext("%(number)d file was received.", "%(number)d files were received.", taken) % {"number": taken}
            )
        return self.render(form) if form.errors else self.to_section(Section.DOCUMENTS)


class OwnPaper(OwnDraft):
    """A page about one file."""

    @cached_property
    def attachment(self) -> Attachment:
        files = Attachment.objects.standing().filter(application=self.application).select_related("document")
        attachment = get_object_or_404(files, pk=self.kwargs["pk"])
        attachment.application = self.application
        return attachment


class ReplacePaper(OwnPaper):
    """A better file instead of one that is there."""

    template_name = "applications/paper_replace.html"

    def show(self):
        return self.page(form=ReplacementForm(kind=self.attachment.kind), attachment=self.attachment)

    def post(self, request, uuid, pk):
        form = ReplacementForm(request.POST, request.FILES, kind=self.attachment.kind)
        if form.is_valid():
            try:
                actions.replace(self.attachment, form.cleaned_data["file"], facts=form.facts(), by=request.user)
            except FileRefused as refusal:
                form.add_error("file", str(refusal.sentence))
        if form.errors:
            return self.page(form=form, attachment=self.attachment)
        messages.success(request, _("The file was replaced."))
        return self.to_section(Section.DOCUMENTS)


class RemovePaper(OwnPaper):
    """Asks once, then takes the file back."""

    template_name = "applications/paper_remove.html"

    def show(self):
        return self.page(attachment=self.attachment)

    def post(self, request, uuid, pk):
        actions.detach(self.attachment, by=request.user)
        messages.success(request, _("The file was removed."))
        return self.to_section(Section.DOCUMENTS)


class Download(OwnFile):
    """The candidate's own copy."""

    def get(self, request, uuid, pk):
        attachment = get_object_or_404(Attachment.objects.filter(application=self.application).select_related("document"), pk=pk)
        try:
            return self.deliver(attachment)
        except Refused as refusal:
            messages.warning(request, str(refusal.sentence))
            return self.to_file()

    def deliver(self, attachment: Attachment) -> HttpResponse:
        return delivery.stream(attachment.document)


class Preview(Download):
    """A page of the file as it was received, to see whether it is legible and upright; the picture stands in the page and is kept nowhere."""

    template_name = "applications/paper_preview.html"

    def deliver(self, attachment: Attachment) -> HttpResponse:
        glance = delivery.glance(attachment.document, delivery.asked_page(self.request.GET.get("page", "")))
        return delivery.with_picture(self.page(attachment=attachment, glance=glance))
