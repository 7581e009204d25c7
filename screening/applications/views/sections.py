"""The sections of the form: each is kept whenever its reader wants, and marked as complete only when it is."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from recruitment.privacy.models import Consent
from screening.applications import actions
from screening.applications.forms import DeclarationsForm, IdentityForm
from screening.applications.inventory import wanted_of
from screening.applications.models import Attachment, Declaration, Identity
from screening.applications.states import Section
from screening.applications.views.base import OwnDraft
from screening.applications.views.documents import missing_papers, papers_asked, with_files
from screening.applications.views.entries import entries_of


def section(request, uuid, section: str) -> HttpResponse:
    """The page of one section."""
    if section not in PAGES:
        raise Http404
    return PAGES[section].as_view()(request, uuid=uuid, section=section)


class SectionPage(OwnDraft):
    """A section that is one form."""

    section: Section

    def form(self, data=None, *, whole: bool = True):
        raise NotImplementedError

    def save(self, form, *, done: bool) -> None:
        raise NotImplementedError

    def show(self) -> HttpResponse:
        return self.render(self.form())

    def render(self, form, **context) -> HttpResponse:
        return self.page(form=form, section=self.section, stamp=self.stamp(self.section), **context)

    def post(self, request, uuid, section):
        whole = request.POST.get("then") == "complete"
        form = self.form(request.POST, whole=whole)
        valid = form.is_valid()
        try:
            self.save(form, done=whole and valid)
        except actions.Overtaken:
            return self.render(form, stored=self.stored(form))
        if not valid:
            return self.render(form, is_rest_saved=True)
        messages.success(request, saved_words(self.section, whole=whole))
        return self.to_file()

    def stored(self, form) -> list[tuple[str, str]]:
        """What stands in the file where it differs from what was typed."""
        return form.differing(self.form())


def saved_words(section: Section, *, whole: bool) -> str:
    if whole:
        return _("“%(section)s” is complete.") % {"section": section.label}
    return _("“%(section)s” is saved. You can go on whenever you like.") % {"section": section.label}


class IdentityPage(SectionPage):
    """Who the candidate is."""

    section = Section.IDENTITY
    template_name = "applications/identity.html"

    def form(self, data=None, *, whole=True):
        return IdentityForm(data, row=getattr(self.application, "identity", None), whole=whole)

    def save(self, form, *, done):
        seen = self.request.POST.get("seen", "")
        actions.save_identity(self.application, values=form.values(), done=done, seen=seen, by=self.request.user)

    def stored(self, form):
        self.application.identity = Identity.objects.filter(application=self.application).first()
        return super().stored(form)


class DeclarationsPage(SectionPage):
    """Motivation, case studies, declarations, consents."""

    section = Section.DECLARATIONS
    template_name = "applications/declarations.html"

    def form(self, data=None, *, whole=True):
        if data is not None:
            return DeclarationsForm(data, whole=whole)
        given = Consent.objects.of(self.request.user).about(self.application).standing().values_list("kind", flat=True)
        return DeclarationsForm(row=Declaration.objects.filter(application=self.application).first(), given=set(given))

    def save(self, form, *, done):
        seen = self.request.POST.get("seen", "")
        kept = {"values": form.values(), "consents": form.consents()}
        actions.save_declarations(self.application, **kept, done=done, seen=seen, by=self.request.user)


class ListPage(OwnDraft):
    """A section that is a list of entries, each with a small page of its own."""

    section: Section
    may_be_empty = False

    def show(self) -> HttpResponse:
        return self.render()

    def entries(self) -> list:
        return entries_of(self.application, self.section)

    def render(self, problems=()) -> HttpResponse:
        return self.page(entries=self.entries(), section=self.section, stamp=self.stamp(self.section), problems=list(problems))

    def problems(self) -> list[dict[str, str]]:
        """Why the section is not complete: sentence and where to mend it."""
        entries = self.entries()
        found = [{"text": f"{entry.name}: {sentence}", "href": entry.href} for entry in entries for sentence in entry.lacks]
        if not entries and not self.may_be_empty:
            address = reverse("applications:entry_add", args=[self.application.uuid, self.section])
            found.append({"text": _("Add at least one entry."), "href": address})
        return found

    def post(self, request, uuid, section):
        whole = request.POST.get("then") == "complete"
        if whole and (problems := self.problems()):
            return self.render(problems)
        try:
            actions.mark(self.application, self.section, done=whole, seen=request.POST.get("seen", ""), by=request.user)
        except actions.Overtaken:
            messages.warning(request, _("This section was changed in another window meanwhile. Here is how it stands now."))
            return self.render()
        messages.success(request, saved_words(self.section, whole=whole))
        return self.to_file()


class EducationPage(ListPage):
    """Degrees."""

    section = Section.EDUCATION
    template_name = "applications/education.html"


class WorkPage(ListPage):
    """Employments; there may be none."""

    section = Section.WORK
    template_name = "applications/work.html"
    may_be_empty = True


class LanguagesPage(ListPage):
    """Languages."""

    section = Section.LANGUAGES
    template_name = "applications/languages.html"


class DocumentsPage(ListPage):
    """The papers that the post asks for, with the files that are there."""

    section = Section.DOCUMENTS
    template_name = "applications/documents.html"

    def page(self, status: int = 200, **context) -> HttpResponse:
        files = [file for paper in context["entries"] for file in paper.files]
        return super().page(status, wanted=wanted_of(self.application, files), **context)

    def entries(self) -> list:
        files = Attachment.objects.standing().filter(application=self.application).select_related("document", "facts")
        return with_files(papers_asked(self.application.position), list(files))

    def problems(self):
        missing = missing_papers(self.application, self.entries())
        return [{"text": _("Add a file: %(paper)s") % {"paper": paper.name}, "href": f"#paper-{paper.kind}"} for paper in missing]


PAGES = {page.section.value: page for page in (IdentityPage, EducationPage, WorkPage, LanguagesPage, DocumentsPage, DeclarationsPage)}
