"""HR's desk for appointments."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext_lazy as _

from onboarding.appointments import actions
from onboarding.appointments.forms import ConcludeForm, EndForm, FileForm, OfferForm, PermitForm, StartForm
from onboarding.appointments.models import Appointment, Filing, Permit
from onboarding.appointments.permissions import may_manage
from onboarding.appointments.queries import to_be_offered
from onboarding.appointments.states import AppointmentState
from recruitment.accounts.roles import Role
from recruitment.audit.admin import TimelineMixin
from recruitment.core.admin import DeskAdmin
from recruitment.core.verbs import Verb

BEFORE_DUTY = (
    AppointmentState.ACCEPTED,
    AppointmentState.CONTRACTED,
    AppointmentState.FILED,
    AppointmentState.SERVING,
    AppointmentState.CONFIRMED,
)


def _takes_permits(row, user) -> bool:
    return row.state in BEFORE_DUTY and may_manage(row, user)


class ReadOnlyInline(admin.TabularInline):
    """Rows that the verbs write."""

    extra = 0
    can_delete = False

    def has_add_permission(self, request, obj=None):
        return False

    def has_view_permission(self, request, obj=None):
        return True

    def has_change_permission(self, request, obj=None):
        return False


class PermitInline(ReadOnlyInline):
    """Permits with their validity."""

    model = Permit
    fields = ["kind", "permit_class", "number", "valid_from", "valid_until", "recorded_by"]


class FilingInline(ReadOnlyInline):
    """Filings with the authority."""

    model = Filing
    fields = ["kind", "authority", "receipt_no", "filed_on", "filed_by"]


@admin.register(Appointment)
class AppointmentAdmin(TimelineMixin, DeskAdmin):
    """From the offer to the end of service."""

    readers = (Role.HR_OFFICER,)
    list_display = ["reference", "officer", "state", "planned_start_on", "work_until", "residence_until", "duty_started_on", "confirmed_on"]
    list_filter = ["state"]
    search_fields = ["application__reference", "officer__display_name"]
    inlines = [PermitInline, FilingInline]
    fields = [
        "application", "officer", "state", "term_months", "probation_months", "annual_salary", "planned_start_on", "answer_by",
        "contract_no", "signed_on", "clause_term", "clause_duties", "clause_pay", "clause_insurance", "clause_liability", "filed_on",
        "duty_started_on", "initial_training_done_on", "confirmed_on", "ended_on", "end_reason",
    ]  # fmt: skip
    readonly_fields = fields
    verbs = (
        Verb(
            "conclude",
            _("Conclude the contract"),
            actions.conclude,
            ConcludeForm,
            may=lambda row, user: row.state == AppointmentState.ACCEPTED and may_manage(row, user),
        ),
        Verb(
            "file",
            _("File the contract"),
            actions.file,
            FileForm,
            may=lambda row, user: row.state == AppointmentState.CONTRACTED and may_manage(row, user),
        ),
        Verb("record_permit", _("Record a permit"), actions.record_permit, PermitForm, may=_takes_permits),
        Verb("start", _("Record the first day of service"), actions.start, StartForm),
        Verb("confirm", _("Confirm after probation"), actions.confirm),
        Verb("end", _("End the service"), actions.end, EndForm, warns=True),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).for_display()

    def has_add_permission(self, request):
        return request.user.is_authenticated and request.user.has_role(Role.HR_OFFICER)

    def has_change_permission(self, request, obj=None):
        return False

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            path("add/", wrap(self.choose_view), name="appointments_appointment_add"),
            path("offer/<int:pk>/", wrap(self.offer_view), name="appointments_appointment_offer"),
            *super().get_urls(),
        ]

    def choose_view(self, request):
        """Confirmed people to whom no offer was made yet."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "rows": to_be_offered(request.user).for_display()[:200],
            "title": _("Offers to be made"),
        }
        return TemplateResponse(request, "admin/appointments/choose.html", context)

    def offer_view(self, request, pk):
        """The terms that are put to one person; term and probation are the post's."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        application = get_object_or_404(to_be_offered(request.user).for_display(), pk=pk)
        form = OfferForm(request.POST or None)
        if form.is_valid():
            appointment = actions.offer(application, by=request.user, **form.cleaned_data)
            messages.success(request, _("The offer was made; the person was told by letter."))
            return redirect("admin:appointments_appointment_change", appointment.pk)
        context = {**self.admin_site.each_context(request), "opts": self.opts, "application": application, "form": form}
        return TemplateResponse(request, "admin/appointments/offer.html", context | {"title": _("Make the offer")})
