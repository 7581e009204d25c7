"""Degrees, employments and languages: one entry on one page, added, corrected, removed; all of it works without JavaScript."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from screening.applications import actions
from screening.applications.actions.filling import ENTRIES
from screening.applications.forms import EducationForm, EmploymentForm, LanguageForm
from screening.applications.states import Section
from screening.applications.views.base import OwnDraft

ENTRY_FORMS = {Section.EDUCATION: EducationForm, Section.WORK: EmploymentForm, Section.LANGUAGES: LanguageForm}


@dataclass(frozen=True)
class EntryRow:
    """One entry as a list shows it: by which name, with which answers, what it lacks."""

    row: object
    name: str
    answers: list[tuple[str, str]]
    lacks: list[str]
    href: str
    removal: str


def entries_of(application, section: Section) -> list[EntryRow]:
    """The entries of a section."""
    rows = ENTRIES[section].objects.filter(application=application)
    return [_entry(application, section, row) for row in rows]


def _entry(application, section: Section, row) -> EntryRow:
    answers = [(label, answer) for _name, label, answer in ENTRY_FORMS[section](row=row).answers() if answer]
    address = [application.uuid, section, row.pk]
    return EntryRow(
        row,
        _spoken_name(section, row, answers),
        answers,
        ENTRY_FORMS[section].lacks(row),
        reverse("applications:entry", args=address),
        reverse("applications:entry_remove", args=address),
    )


def _spoken_name(section: Section, row, answers) -> str:
    if section == Section.LANGUAGES:
        return answers[0][1] if row.language else _("Language not chosen yet")
    return str(row) or _("Entry without a name")


class EntryPage(OwnDraft):
    """What the pages of one entry share."""

    template_name = "applications/entry.html"

    @cached_property
    def section(self) -> Section:
        if self.kwargs["section"] not in ENTRY_FORMS:
            raise Http404
        return Section(self.kwargs["section"])

    @cached_property
    def entry(self):
        rows = ENTRIES[self.section].objects.filter(application=self.application)
        entry = get_object_or_404(rows, pk=self.kwargs["pk"])
        entry.application = self.application
        return entry

    def render(self, form, **context) -> HttpResponse:
        return self.page(form=form, section=self.section, stamp=self.stamp(self.section), **context)

    def typed(self):
        """The posted form; without "complete" it may be half filled."""
        row = getattr(self, "entry", None) if "pk" in self.kwargs else None
        return ENTRY_FORMS[self.section](self.request.POST, row=row, whole=self.request.POST.get("then") == "complete")


class AddEntry(EntryPage):
    """A new entry."""

    def show(self):
        return self.render(ENTRY_FORMS[self.section]())

    def post(self, request, uuid, section):
        form = self.typed()
        if not form.is_valid():
            return self.render(form)
        if any(form.values().values()):
            actions.add_entry(self.application, self.section, values=form.values(), by=request.user)
            messages.success(request, _("The entry was added."))
        return self.to_section(self.section)


class ChangeEntry(EntryPage):
    """An entry that is there."""

    def show(self):
        return self.render(ENTRY_FORMS[self.section](row=self.entry))

    def post(self, request, uuid, section, pk):
        form = self.typed()
        if not form.is_valid():
            return self.render(form)
        try:
            actions.change_entry(self.entry, self.section, values=form.values(), seen=request.POST.get("seen", ""), by=request.user)
        except actions.Overtaken:
            return self.render(form, stored=form.differing(ENTRY_FORMS[self.section](row=self.entry)))
        messages.success(request, _("The entry was saved."))
        return self.to_section(self.section)


class RemoveEntry(EntryPage):
    """Asks once, then takes the entry out."""

    template_name = "applications/entry_remove.html"

    def show(self):
        return self.page(entry=_entry(self.application, self.section, self.entry), section=self.section)

    def post(self, request, uuid, section, pk):
        actions.remove_entry(self.entry, self.section, by=request.user)
        messages.success(request, _("The entry was removed."))
        return self.to_section(self.section)
