"""Degrees, employments, languages, referees …: one entry on one page, added, corrected, removed; all of it works without JavaScript."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from screening.applications import actions
from screening.applications.actions.filling import ENTRIES, section_of
from screening.applications.forms import CertificateForm, EducationForm, EmploymentForm, InterestForm, LanguageForm, PauseForm, RefereeForm
from screening.applications.forms.base import SectionForm
from screening.applications.forms.meanwhile import marks
from screening.applications.inventory import gaps_of
from screening.applications.states import Section
from screening.applications.views.saving import FormPage

ENTRY_FORMS: dict[str, type[SectionForm]] = {
    Section.EDUCATION: EducationForm,
    "certificates": CertificateForm,
    Section.WORK: EmploymentForm,
    "pauses": PauseForm,
    Section.LANGUAGES: LanguageForm,
    Section.REFEREES: RefereeForm,
    Section.INTERESTS: InterestForm,
}
TITLES = {
    Section.EDUCATION: gettext_lazy("A degree"),
    "certificates": gettext_lazy("A certificate of a profession"),
    Section.WORK: gettext_lazy("An employment"),
    "pauses": gettext_lazy("A time without employment"),
    Section.LANGUAGES: gettext_lazy("A language"),
    Section.REFEREES: gettext_lazy("A referee"),
    Section.INTERESTS: gettext_lazy("A possible conflict of interest"),
}


@dataclass(frozen=True)
class EntryRow:
    """One entry as a list shows it: by which name, with which answers, what it lacks."""

    row: object
    name: str
    answers: list[tuple[str, str]]
    lacks: list[str]
    href: str
    removal: str


def entries_of(application, kind: str) -> list[EntryRow]:
    """The entries of a kind."""
    rows = ENTRIES[kind].objects.filter(application=application)
    return [_entry(application, kind, row) for row in rows]


def _entry(application, kind: str, row) -> EntryRow:
    answers = [(label, answer) for _name, label, answer in ENTRY_FORMS[kind](row=row).answers() if answer]
    address = [application.uuid, kind, row.pk]
    return EntryRow(
        row,
        _spoken_name(kind, row, answers),
        answers,
        ENTRY_FORMS[kind].lacks(row),
        reverse("applications:entry", args=address),
        reverse("applications:entry_remove", args=address),
    )


def _spoken_name(kind: str, row, answers) -> str:
    if kind == Section.LANGUAGES:
        return answers[0][1] if row.language else _("Language not chosen yet")
    return str(row) or _("Entry without a name")


class EntryPage(FormPage):
    """What the pages of one entry share."""

    template_name = "applications/entry.html"

    @cached_property
    def kind(self) -> str:
        if self.kwargs["section"] not in ENTRY_FORMS:
            raise Http404
        return self.kwargs["section"]

    @cached_property
    def section(self) -> Section:
        return section_of(self.kind)

    @cached_property
    def entry(self):
        entry = get_object_or_404(self.rows(), pk=self.kwargs["pk"])
        entry.application = self.application
        return entry

    def rows(self):
        return ENTRIES[self.kind].objects.filter(application=self.application)

    def page(self, status: int = 200, **context) -> HttpResponse:
        return super().page(status, title=TITLES[self.kind], **context)

    def stored(self):
        """The entry as it is stored now; an empty form where it is new."""
        return ENTRY_FORMS[self.kind](row=self.rows().filter(pk=self.kwargs["pk"]).first() if "pk" in self.kwargs else None)

    def typed(self, data, *, whole):
        """The posted form; without "complete" it may be half filled."""
        return ENTRY_FORMS[self.kind](data, whole=whole)


class AddEntry(EntryPage):
    """A new entry."""

    def show(self):
        self.kind  # noqa: B018 – an address that does not exist is told before anything else
        return super().show()

    def stored(self):
        """A gap that was clicked upon is filled in."""
        form = super().stored()
        number = self.request.GET.get("gap", "")
        if self.kind == "pauses" and number.isdecimal() and len(number) < 3:
            gaps = gaps_of(self.application)
            if int(number) < len(gaps):
                form.initial |= {"began_on": gaps[int(number)].first, "ended_on": gaps[int(number)].last}
        return form

    def save(self, form, *, done, seen):
        if any(form.values().values()):
            actions.add_entry(self.application, self.kind, values=form.values(), by=self.request.user)
            messages.success(self.request, _("The entry was added."))

    def saved(self, form, *, whole):
        return self.to_section(self.section)


class ChangeEntry(EntryPage):
    """An entry that is there."""

    def show(self):
        self.entry  # noqa: B018 – 404 if it is not
        return super().show()

    def post(self, request, **kwargs):
        """What was removed in another window is offered as a new entry; nothing typed is lost."""
        if self.rows().filter(pk=self.kwargs["pk"]).exists() or request.POST.get("seen") is None:
            return super().post(request, **kwargs)
        form = self.typed(request.POST, whole=False)
        target = reverse("applications:entry_add", args=[self.application.uuid, self.kind])
        return self.render(form, is_gone=True, target=target, stamp="", base=marks(ENTRY_FORMS[self.kind]()))

    def save(self, form, *, done, seen):
        actions.change_entry(self.entry, self.kind, values=form.values(), seen=seen, by=self.request.user)
        messages.success(self.request, _("The entry was saved."))

    def saved(self, form, *, whole):
        return self.to_section(self.section)


class RemoveEntry(EntryPage):
    """Asks once, then takes the entry out."""

    template_name = "applications/entry_remove.html"

    def show(self):
        return self.page(entry=_entry(self.application, self.kind, self.entry), section=self.section)

    def post(self, request, **kwargs):
        actions.remove_entry(self.entry, self.kind, by=request.user)
        messages.success(request, _("The entry was removed."))
        return self.to_section(self.section)
