"""The calendar in the admin: years are read; they are entered as a whole from the State Council's notice."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from recruitment.calendar.actions import import_arrangement
from recruitment.calendar.forms import ImportForm
from recruitment.calendar.models import CalendarDay, CalendarYear
from recruitment.calendar.permissions import may_import_arrangement
from recruitment.calendar.queries import overdue_year
from recruitment.core.admin import ReadOnlyAdmin

READERS = ("system_administrator", "hr_officer", "publicity_officer", "audit_administrator", "security_administrator")


class DayInline(admin.TabularInline):
    """The days of a year, to be read."""

    model = CalendarDay
    fields = ["date", "kind", "name"]
    extra = 0
    can_delete = False

    def has_view_permission(self, request, obj=None):
        return True

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False


@admin.register(CalendarYear)
class CalendarYearAdmin(ReadOnlyAdmin):
    """Years, newest first, with a warning while the next one is not confirmed."""

    readers = READERS
    list_display = ["year", "status", "source"]
    list_filter = ["status"]
    inlines = [DayInline]
    fields = ["year", "status", "source"]

    def get_urls(self):
        return [path("import/", self.admin_site.admin_view(self.import_view), name="calendar_calendaryear_import"), *super().get_urls()]

    def changelist_view(self, request, extra_context=None):
        year = overdue_year(timezone.localdate())
        if year is not None:
            warning = _("The arrangement of %(year)s is not confirmed. Periods that reach into it are provisional and cannot be closed.")
            messages.warning(request, warning % {"year": year})
        return super().changelist_view(request, {**(extra_context or {}), "may_import": may_import_arrangement(request.user)})

    def import_view(self, request):
        """The form; then a preview with the button; then the year is entered."""
        if not may_import_arrangement(request.user):
            raise PermissionDenied
        form = ImportForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
        ready = form.is_bound and form.is_valid()
        if ready and "confirmed" in request.POST:
            return self._import(request, form.cleaned_data)
        context = {**self.admin_site.each_context(request), "opts": self.opts, "title": _("Enter the arrangement of a year"), "form": form}
        days = form.cleaned_data["days"] if ready else None
        return TemplateResponse(request, "admin/calendar/calendaryear/import.html", {**context, "days": days})

    def _import(self, request, said):
        year = import_arrangement(said["year"], said["days"], source=said["source"], status=said["status"], by=request.user)
        messages.success(request, _("The arrangement of %(year)s is entered.") % {"year": year})
        return redirect(reverse("admin:calendar_calendaryear_change", args=[year.pk]))
