"""The reader's search: what it may ask, and the one way in which it is written into an address."""

from collections.abc import Mapping
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from positions.states import PROOFS_OF_CHINESE, Due, EngagementType, Pay, PositionKind, SalaryMode, Sort, Status, WorkingLanguage

UNKNOWN = {"invalid_choice": _("“%(value)s” is not in this list; the filter was left out.")}
# The order in which a search stands in an address.
GROUPS = ("kind", "department", "engagement", "language", "chinese", "salary", "pay", "closing")
ORDER = ("q", "status", *GROUPS, "sort", "page")
DEFAULTS = {"status": Status.OPEN.value, "sort": Sort.DEADLINE.value, "page": "1"}
SINGLE = ("q", "status", "sort", "page")
MOST_VALUES = 30


def _several(label, choices=()) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(label=label, choices=choices, required=False, error_messages=UNKNOWN)


class FilterForm(forms.Form):
    """The reader's search and filters; what cannot be understood is told and left out."""

    mark_optional = False

    q = forms.CharField(
        label=_("Search in any language"),
        help_text=_("A word from the title, the duties or the department."),
        max_length=100,
        required=False,
        error_messages={"max_length": _("Search for at most 100 characters.")},
    )
    status = forms.ChoiceField(label=pgettext_lazy("posts", "Show"), choices=Status, required=False, error_messages=UNKNOWN)
    kind = _several(_("Kind of post"), PositionKind)
    department = _several(_("Department"))
    engagement = _several(_("Type of engagement"), EngagementType)
    language = _several(_("Working language"), WorkingLanguage)
    chinese = _several(_("Proof of Chinese"), PROOFS_OF_CHINESE)
    salary = _several(_("Salary system"), SalaryMode)
    pay = _several(_("Salary range"), Pay)
    closing = _several(_("Deadline"), Due)
    sort = forms.ChoiceField(label=_("Sort by"), choices=Sort, required=False, error_messages=UNKNOWN)

    def __init__(self, data, *, departments):
        super().__init__(data)
        self.departments = {department.code: department for department in departments}
        self.fields["department"].choices = [(code, department.name) for code, department in self.departments.items()]

    @property
    def status_chosen(self) -> str:
        return self.cleaned_data.get("status") or Status.OPEN.value

    def choices(self) -> dict[str, list]:
        """Filter → what was ticked and is known, departments by their key; one wrong tick does not take the others along."""
        ticked = {name: self.known(name) for name in GROUPS}
        return ticked | {"department": [self.departments[code].pk for code in ticked["department"]]}

    def statuses(self) -> list[str]:
        """What the chosen status takes in; nothing when it takes in all."""
        return [] if self.status_chosen == Status.ALL else [self.status_chosen]

    def lasting(self) -> dict[str, list[str]]:
        """What of a search still means something tomorrow: words and filters, but neither order nor page, nor how near a deadline is today."""
        text = self.cleaned_data.get("q")
        told = {"q": [text] if text else [], **{name: sorted(self.known(name)) for name in GROUPS if name != "closing"}}
        return {name: values for name, values in told.items() if values}

    def known(self, name: str) -> list[str]:
        """The ticks of one filter that are known."""
        return [value for value in self.data.getlist(name) if self.fields[name].valid_value(value)]


def canonical(query) -> dict[str, list[str]]:
    """The same search as it is written once and for all: known names in their order, no blanks, no repetitions, nothing that goes without saying."""
    told = {}
    for name in ORDER:
        values = [value.strip() for value in query.getlist(name)][-MOST_VALUES:]
        values = values[-1:] if name in SINGLE else sorted(set(values))
        if values := [value for value in values if value and value != DEFAULTS.get(name)]:
            told[name] = values
    if not _is_page(told.get("page", ["2"])[0]):
        del told["page"]
    return told


def address_of(search: Mapping[str, list[str]]) -> str:
    """A search as the query of an address, in the order in which it stands."""
    return f"?{urlencode(search, doseq=True)}" if search else ""


def _is_page(text: str) -> bool:
    return text.isascii() and text.isdecimal() and int(text[:9]) > 1
