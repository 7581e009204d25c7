"""HR's desk for training."""

from django.contrib import admin
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin

from onboarding.appointments.models import Appointment
from onboarding.training import actions
from onboarding.training.forms import CompleteForm, EnrolForm
from onboarding.training.models import Course, Enrolment
from onboarding.training.permissions import may_complete
from recruitment.accounts.roles import Role
from recruitment.core.admin import DeskAdmin, RoleAdmin
from recruitment.core.verbs import Verb


@admin.register(Course)
class CourseAdmin(TranslationAdmin, RoleAdmin):
    """The catalogue."""

    readers = writers = (Role.HR_OFFICER,)
    list_display = ["code", "title", "days", "hours", "is_compulsory", "is_initial"]


@admin.register(Enrolment)
class EnrolmentAdmin(DeskAdmin):
    """Who is on which course."""

    readers = (Role.HR_OFFICER,)
    list_display = ["appointment", "course", "enrolled_on", "completed_on", "result"]
    list_filter = ["course"]
    list_select_related = ["appointment__officer", "appointment__application", "course"]
    fields = ["appointment", "course", "enrolled_on", "completed_on", "result"]
    readonly_fields = fields
    verbs = (Verb("complete", _("Record the completion"), actions.complete, CompleteForm, may=may_complete),)

    def has_change_permission(self, request, obj=None):
        return False

    def has_add_permission(self, request):
        return request.user.is_authenticated and request.user.has_role(Role.HR_OFFICER)

    def get_urls(self):
        return [path("add/", self.admin_site.admin_view(self.enrol_view), name="training_enrolment_add"), *super().get_urls()]

    def enrol_view(self, request):
        """Put an officer on a course."""
        if not self.has_add_permission(request):
            raise Http404
        appointments = Appointment.objects.visible_to(request.user).in_service().for_display()
        form = EnrolForm(request.POST or None, appointments=appointments)
        if form.is_valid():
            actions.enrol(form.cleaned_data["appointment"], course=form.cleaned_data["course"], by=request.user)
            return redirect("admin:training_enrolment_changelist")
        verb = Verb("enrol", _("Enrol on a course"), actions.enrol, EnrolForm)
        context = {**self.admin_site.each_context(request), "opts": self.opts, "form": form, "verb": verb, "title": verb.label}
        return TemplateResponse(request, "admin/desk/confirm.html", context)
