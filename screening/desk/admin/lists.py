"""The list of files: its filters, each a closed list, and pages that never count everything."""

from django.contrib import admin
from django.core.paginator import Paginator
from django.utils.functional import cached_property
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from positions.models import Department
from screening.applications.states import GROUPS, UNSEEN_BY_OFFICE, State
from screening.desk.queries import OFFICERS, officers_for, plain, positions_of

MOST_COUNTED = 1000


class BoundedPaginator(Paginator):
    """Counts to a thousand and stops: whoever looks for more narrows the list."""

    @cached_property
    def count(self) -> int:
        return min(self.counted, MOST_COUNTED)

    @cached_property
    def counted(self) -> int:
        return self.object_list.order_by()[: MOST_COUNTED + 1].count()

    @property
    def is_cut(self) -> bool:
        return self.counted > MOST_COUNTED


class ClosedFilter(admin.SimpleListFilter):
    """Choices that are known beforehand; whatever else stands in the address finds nothing."""

    def narrowed(self, rows, value: str):
        raise NotImplementedError

    def queryset(self, request, queryset):
        value = self.value()
        if not value:
            return queryset
        return self.narrowed(queryset, value) if value in self.keys else queryset.none()

    @cached_property
    def keys(self) -> set[str]:
        return {str(key) for key, _label in self.lookup_choices}

    @property
    def options(self):
        """Every choice as an option; in a template each of hundreds of posts would be walked node by node."""
        chosen = self.value() or ""
        marked = ((value, mark_safe(" selected") if value == chosen else "", label) for value, label in self.lookup_choices)
        return format_html_join("", '<option value="{}"{}>{}</option>', marked)


class GroupFilter(ClosedFilter):
    title = _("Stage group")
    parameter_name = "group"

    def lookups(self, request, model_admin):
        return [(key, label) for key, (label, _states) in GROUPS.items()]

    def narrowed(self, rows, value):
        return rows.filter(state__in=GROUPS[value][1])


class StateFilter(ClosedFilter):
    title = pgettext_lazy("of a file", "State")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [(state.value, state.label) for state in State if state not in UNSEEN_BY_OFFICE]

    def narrowed(self, rows, value):
        return rows.filter(state=value)


class DepartmentFilter(ClosedFilter):
    title = _("Department")
    parameter_name = "department"

    def lookups(self, request, model_admin):
        departments = Department.objects.filter(pk__in=positions_of(request.user).values("department"))
        return [(department.code, str(department)) for department in departments.only("code", "name")]

    def narrowed(self, rows, value):
        return rows.filter(position__department__code=value)


class PositionFilter(ClosedFilter):
    title = _("Position")
    parameter_name = "position"

    def lookups(self, request, model_admin):
        title = f"title_{get_language().replace('-', '_')}"
        rows = plain(positions_of(request.user).public().order_by("-reference")).values_list("pk", "reference", title)
        return [(str(pk), f"{reference} {title}") for pk, reference, title in rows]

    def narrowed(self, rows, value):
        return rows.filter(position=int(value))


class OfficerFilter(ClosedFilter):
    title = _("Case officer")
    parameter_name = "officer"

    def lookups(self, request, model_admin):
        people = officers_for(own_codes(request.user)).only("display_name", "email")
        return [("none", _("Not assigned")), *((str(person.pk), str(person)) for person in people)]

    def narrowed(self, rows, value):
        return rows.filter(officer=None if value == "none" else int(value))


FILTERS = (GroupFilter, StateFilter, DepartmentFilter, PositionFilter, OfficerFilter)


def own_codes(user) -> list[str] | None:
    """The departments of the reader's officer roles; None stands for all."""
    scopes = [user.department_codes(role) for role in OFFICERS if user.has_role(role)]
    return None if None in scopes else sorted({code for codes in scopes for code in codes or ()})
