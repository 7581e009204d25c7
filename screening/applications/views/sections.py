"""The sections of the form: each is kept whenever its reader wants, and marked as complete only when it is."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from recruitment.privacy.models import Consent
from recruitment.privacy.states import ConsentKind
from screening.applications import actions
from screening.applications.actions.filling import IDENTITY
from screening.applications.forms import AdjustmentsForm, CompetenciesForm, DeclarationsForm, IdentityForm
from screening.applications.models import Adjustment, CompetencyEvidence, Declaration, Identity
from screening.applications.queries import competencies_asked
from screening.applications.states import Section
from screening.applications.views.lists import DocumentsPage, EducationPage, InterestsPage, LanguagesPage, RefereesPage, WorkPage
from screening.applications.views.saving import FormPage, saved_words


def section(request, uuid, section: str) -> HttpResponse:
    """The page of one section."""
    if section not in PAGES:
        raise Http404
    return PAGES[section].as_view()(request, uuid=uuid, section=section)


class SectionPage(FormPage):
    """A section that is one form: what is right is kept even if something else is wrong."""

    keeps_the_rest = True

    def saved(self, form, *, whole):
        messages.success(self.request, saved_words(self.section, whole=whole))
        return self.to_file()


class IdentityPage(SectionPage):
    """Who the candidate is."""

    section = Section.IDENTITY
    template_name = "applications/identity.html"

    def stored(self):
        return IdentityForm(row=self._row())

    def typed(self, data, *, whole):
        return IdentityForm(data, row=self._row(), whole=whole)

    def _row(self) -> Identity | None:
        return IDENTITY.first(self.application.pk)

    def save(self, form, *, done, seen):
        actions.save_identity(self.application, values=form.values(), done=done, seen=seen, by=self.request.user)

    def saved(self, form, *, whole):
        """What the passport's own lines say otherwise is told at once; they are not there any more afterwards."""
        if found := form.told_differences():
            return self.render(self.stored(), differences=found)
        if form.cleaned_data.get("passport_zone"):
            messages.success(self.request, _("The lines of your passport agree with your answers."))
        return super().saved(form, whole=whole)


class CompetenciesPage(SectionPage):
    """Evidence for each competency, motivation, case studies."""

    section = Section.COMPETENCIES
    template_name = "applications/competencies.html"

    @cached_property
    def asked(self) -> list[tuple[str, str, str]]:
        return competencies_asked(self.application.position)

    def stored(self):
        rows = CompetencyEvidence.objects.filter(application=self.application)
        declaration = Declaration.objects.filter(application=self.application).first()
        return CompetenciesForm(row=declaration, asked=self.asked, evidence=dict(rows.values_list("competency", "text")))

    def typed(self, data, *, whole):
        return CompetenciesForm(data, asked=self.asked, whole=whole)

    def save(self, form, *, done, seen):
        kept = {"values": form.values(), "evidence": form.evidence()}
        actions.save_competencies(self.application, **kept, done=done, seen=seen, by=self.request.user)


class DeclarationsPage(SectionPage):
    """Declarations, consents."""

    section = Section.DECLARATIONS
    template_name = "applications/declarations.html"

    def stored(self):
        given = Consent.objects.of(self.request.user).about(self.application).standing().values_list("kind", flat=True)
        return DeclarationsForm(row=Declaration.objects.filter(application=self.application).first(), given=set(given))

    def typed(self, data, *, whole):
        return DeclarationsForm(data, whole=whole)

    def save(self, form, *, done, seen):
        kept = {"values": form.values(), "consents": form.consents()}
        actions.save_declarations(self.application, **kept, done=done, seen=seen, by=self.request.user)


class AdjustmentsPage(SectionPage):
    """What would help in the test and the interview; with a consent of its own."""

    section = Section.ADJUSTMENTS
    template_name = "applications/adjustments.html"

    def stored(self):
        standing = Consent.objects.of(self.request.user).about(self.application).standing()
        given = standing.filter(kind=ConsentKind.HEALTH).exists()
        return AdjustmentsForm(row=Adjustment.objects.filter(application=self.application).first(), given=given)

    def typed(self, data, *, whole):
        return AdjustmentsForm(data, whole=whole)

    def save(self, form, *, done, seen):
        agreed = bool(form.cleaned_data.get("consent"))
        kept = {"values": form.values(), "agreed": agreed}
        actions.save_adjustments(self.application, **kept, done=done, seen=seen, by=self.request.user)


FORMS = (IdentityPage, CompetenciesPage, AdjustmentsPage, DeclarationsPage)
LISTS = (EducationPage, WorkPage, LanguagesPage, RefereesPage, DocumentsPage, InterestsPage)
PAGES = {page.section.value: page for page in (*FORMS, *LISTS)}
