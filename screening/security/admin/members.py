"""Who is inside, who asks to look inside in an emergency, and how deep the reviews of a post go."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from recruitment.core.refusals import Refused
from recruitment.core.verbs import Verb
from screening.security import actions
from screening.security.admin.compartment import CONFIRM, Compartment
from screening.security.forms import AccessForm, AdmitForm, AssessForm
from screening.security.models import EmergencyAccess, Membership, RiskAssessment
from screening.security.permissions import may_admit, may_ask_access, may_confirm, may_grant_access


class Adding(Compartment):
    """Rows that a verb makes on a page of its own instead of Django's form."""

    adding: Verb

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_add"
        return [path("add/", self.admin_site.admin_view(self.adding_view), name=name), *super().get_urls()]

    def adding_view(self, request):
        """The verb's form; POST calls its action."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = self.adding.form(request.POST or None)
        if request.method == "POST" and form.is_valid():
            try:
                self.adding.action(**form.cleaned_data, by=request.user)
            except Refused as refusal:
                messages.error(request, refusal.sentence)
            else:
                messages.success(request, _("Done: %(verb)s.") % {"verb": self.adding.label})
            return redirect(reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist"))
        return self.page(request, CONFIRM, verb=self.adding, form=form, title=self.adding.label)


@admin.register(Membership)
class MembershipAdmin(Adding):
    """Who is inside; kept by the security administrator, who is not."""

    list_display = ["user_label", "granted_by", "reason", "since", "until"]
    fields = ["user_label", "granted_by", "reason", "since", "until"]
    readonly_fields = fields
    adding = Verb("admit", _("Admit a member"), actions.admit, AdmitForm)
    verbs = (
        Verb("expel", _("End the membership"), actions.expel, may=lambda row, user: row.until is None and may_admit(user), warns=True),
    )

    def has_module_permission(self, request):
        return may_admit(request.user)

    has_add_permission = has_module_permission

    def has_view_permission(self, request, obj=None):
        return may_admit(request.user)


@admin.register(EmergencyAccess)
class EmergencyAdmin(Adding):
    """Administrators ask and grant; members see who was let in, why and until when."""

    list_display = ["user_label", "reason", "asked_at", "granted_label", "granted_at", "expires_at"]
    fields = list_display
    readonly_fields = fields
    signed = ("grant_access",)
    adding = Verb("ask_access", _("Ask for emergency access"), actions.ask_access, AccessForm)
    verbs = (Verb("grant_access", _("Grant access for four hours"), actions.grant_access, may=may_grant_access, warns=True),)

    def has_module_permission(self, request):
        return may_ask_access(request.user) or Membership.is_held_by(request.user)

    def has_view_permission(self, request, obj=None):
        return self.has_module_permission(request)

    def has_add_permission(self, request):
        return may_ask_access(request.user)


@admin.register(RiskAssessment)
class RiskAdmin(Adding):
    """The tier of each post, with its grounds and the two people who answer for it."""

    list_display = ["position_reference", "tier", "proposed_label", "proposed_at", "confirmed_label", "confirmed_at"]
    list_filter = ["tier"]
    fields = ["position_reference", "tier", "grounds", "proposed_label", "proposed_at", "confirmed_label", "confirmed_at"]
    readonly_fields = fields
    signed = ("confirm",)
    adding = Verb("assess", _("Assess the risk of a post"), actions.assess, AssessForm)
    verbs = (Verb("confirm", _("Confirm the tier"), actions.confirm, may=may_confirm),)

    def has_view_permission(self, request, obj=None):
        return Membership.is_held_by(request.user)

    def has_add_permission(self, request):
        return Membership.is_held_by(request.user)
