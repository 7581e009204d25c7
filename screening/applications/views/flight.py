"""The flight check as a page of its own, and the page on which a paper is described."""

from django.contrib import messages
from django.utils.translation import gettext as _

from screening.applications import actions
from screening.applications.forms import PaperFactsForm
from screening.applications.inventory import facts_of
from screening.applications.states import Section
from screening.applications.views.advice import advice_for
from screening.applications.views.base import OwnDraft
from screening.applications.views.documents import OwnPaper


class FlightCheck(OwnDraft):
    """What officers would send back, section by section, and what was looked at."""

    template_name = "applications/flight.html"

    def show(self):
        facts = facts_of(self.application)
        found = advice_for(self.application, facts)
        groups = [(section, [advice for advice in found if advice.section == section]) for section in Section]
        return self.page(groups=[group for group in groups if group[1]], filing_on=facts.filing_on)


class AboutPaper(OwnPaper):
    """From where and from when one paper is, to be said afterwards."""

    template_name = "applications/paper_about.html"

    def show(self):
        return self.render(PaperFactsForm(kind=self.attachment.kind, initial=PaperFactsForm.read(getattr(self.attachment, "facts", None))))

    def render(self, form):
        return self.page(form=form, attachment=self.attachment)

    def post(self, request, uuid, pk):
        form = PaperFactsForm(request.POST, kind=self.attachment.kind)
        if not form.is_valid():
            return self.render(form)
        actions.describe(self.attachment, facts=form.facts(), by=request.user)
        messages.success(request, _("What you said about the paper was saved."))
        return self.to_section(Section.DOCUMENTS)
