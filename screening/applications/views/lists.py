"""The sections that are lists: entries with a small page each, and what stands in the way of their being complete."""

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from recruitment.core.spoken_dates import day
from recruitment.policy.queries import value
from screening.applications import actions
from screening.applications.inventory import gaps_of, wanted_of
from screening.applications.models import Attachment
from screening.applications.states import RefereeState, Section
from screening.applications.views.base import FILE, FORM, OwnDraft
from screening.applications.views.documents import missing_papers, papers_asked, with_files
from screening.applications.views.entries import entries_of
from screening.applications.views.saving import saved_words


class ListPage(OwnDraft):
    """A section that is a list of entries, each with a small page of its own."""

    file = FORM
    section: Section
    may_be_empty = False

    def show(self) -> HttpResponse:
        return self.render()

    def entries(self) -> list:
        return entries_of(self.application, self.section)

    def render(self, problems=(), **context) -> HttpResponse:
        told = {"entries": self.entries(), "stamp": self.stamp(self.section), "problems": list(problems)}
        return self.page(section=self.section, **told, **context)

    def problems(self) -> list[dict[str, str]]:
        """Why the section is not complete: sentence and where to mend it."""
        entries = self.entries()
        found = _lacking(entries)
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


def _lacking(entries) -> list[dict[str, str]]:
    return [{"text": f"{entry.name}: {sentence}", "href": entry.href} for entry in entries for sentence in entry.lacks]


class EducationPage(ListPage):
    """Degrees, and certificates of a profession, of which there may be none."""

    section = Section.EDUCATION
    template_name = "applications/education.html"

    def render(self, problems=()):
        return super().render(problems, certificates=entries_of(self.application, "certificates"))

    def problems(self):
        return [*super().problems(), *_lacking(entries_of(self.application, "certificates"))]


class WorkPage(ListPage):
    """Employments, of which there may be none, and what was done between them."""

    section = Section.WORK
    template_name = "applications/work.html"
    may_be_empty = True

    def render(self, problems=()):
        return super().render(problems, pauses=entries_of(self.application, "pauses"), gaps=self._gaps())

    def _gaps(self) -> list[dict[str, str]]:
        address = reverse("applications:entry_add", args=[self.application.uuid, "pauses"])
        return [
            {
                "text": _("Nothing is said about the time from %(first)s to %(last)s.") % {"first": day(gap.first), "last": day(gap.last)},
                "href": f"{address}?gap={number}",
            }
            for number, gap in enumerate(gaps_of(self.application))
        ]

    def problems(self):
        return [*super().problems(), *_lacking(entries_of(self.application, "pauses")), *self._gaps()]


class LanguagesPage(ListPage):
    """Languages."""

    section = Section.LANGUAGES
    template_name = "applications/languages.html"


class RefereesPage(ListPage):
    """Whom the office asks; how each request stands."""

    section = Section.REFEREES
    template_name = "applications/referees.html"

    def problems(self):
        standing = [entry for entry in self.entries() if entry.row.state != RefereeState.WITHDRAWN]
        least = value("reference.referees")
        if len(standing) >= least:
            return _lacking(standing)
        address = reverse("applications:entry_add", args=[self.application.uuid, self.section])
        return [*_lacking(standing), {"text": _("Name at least %(least)d referees.") % {"least": least}, "href": address}]


class InterestsPage(ListPage):
    """What could stand in the way of an impartial decision; to mark it as complete without an entry says that there is nothing."""

    section = Section.INTERESTS
    template_name = "applications/interests.html"
    may_be_empty = True


class DocumentsPage(ListPage):
    """The papers that the post asks for, with the files that are there."""

    file = FILE
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
