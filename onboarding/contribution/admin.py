"""HR's desk for indicators."""

from django.contrib import admin
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin

from onboarding.contribution import actions
from onboarding.contribution.forms import RegisterForm
from onboarding.contribution.models import Indicator, Measurement
from onboarding.contribution.permissions import may_register, may_sign
from recruitment.accounts.roles import Role
from recruitment.core.admin import DeskAdmin, RoleAdmin
from recruitment.core.verbs import Verb


@admin.register(Indicator)
class IndicatorAdmin(TranslationAdmin, RoleAdmin):
    """Definitions."""

    readers = (Role.HR_OFFICER, Role.PUBLICITY_OFFICER)
    writers = (Role.HR_OFFICER,)
    list_display = ["code", "name", "unit"]


@admin.register(Measurement)
class MeasurementAdmin(DeskAdmin):
    """Figures, registered by one person and signed by another."""

    readers = (Role.HR_OFFICER, Role.PUBLICITY_OFFICER)
    list_display = [
        "indicator",
        "period_from",
        "period_until",
        "baseline",
        "value",
        "number",
        "registered_by",
        "signed_by",
        "is_suppressed",
    ]
    list_filter = ["indicator"]
    list_select_related = ["indicator", "registered_by", "signed_by"]
    fields = [
        "indicator",
        "period_from",
        "period_until",
        "baseline",
        "value",
        "number",
        "is_suppressed",
        "registered_by",
        "signed_by",
        "signed_at",
    ]
    readonly_fields = fields
    verbs = (Verb("sign", _("Sign"), actions.sign, may=may_sign),)

    def has_change_permission(self, request, obj=None):
        return False

    def has_add_permission(self, request):
        return request.user.is_authenticated and may_register(request.user)

    def get_urls(self):
        return [path("add/", self.admin_site.admin_view(self.register_view), name="contribution_measurement_add"), *super().get_urls()]

    def register_view(self, request):
        """Write a figure down."""
        if not self.has_add_permission(request):
            raise Http404
        form = RegisterForm(request.POST or None)
        if form.is_valid():
            told = form.answers()
            actions.register(told.pop("indicator"), by=request.user, **told)
            return redirect("admin:contribution_measurement_changelist")
        verb = Verb("register", _("Register a figure"), actions.register, RegisterForm)
        context = {**self.admin_site.each_context(request), "opts": self.opts, "form": form, "verb": verb, "title": verb.label}
        return TemplateResponse(request, "admin/desk/confirm.html", context)
