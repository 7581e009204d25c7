"""The compartment's desk. The site shows it to members alone; being a superuser opens nothing."""

from django.contrib import admin, messages
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from recruitment.core.admin import DeskAdmin
from recruitment.core.verbs import Verb
from screening.applications.models import Application
from screening.security import actions
from screening.security.forms import AdmitForm, JudgeForm, ProposeForm
from screening.security.models import Membership, Review
from screening.security.permissions import may_admit, may_decide, may_judge, may_propose


class Compartment(DeskAdmin):
    """Members only, and no line in the general register."""

    def has_module_permission(self, request):
        return Review.is_open_to(request.user)

    def has_view_permission(self, request, obj=None):
        return Review.is_open_to(request.user)

    def has_change_permission(self, request, obj=None):
        return False

    def has_add_permission(self, request):
        return False

    def _note(self, request, verb, obj):
        return None


@admin.register(Review)
class ReviewAdmin(Compartment):
    """Reviews that are open, wait for a second person, or are decided."""

    list_display = ["reference", "tier", "state", "opened_at", "proposed_label", "decided_label", "conclusion", "valid_until"]
    list_filter = ["state"]
    search_fields = ["reference"]
    change_form_template = "admin/security/review.html"
    fields = [
        "reference",
        "tier",
        "state",
        "opened_at",
        "conclusion",
        "reasons",
        "mitigating",
        "disclosed",
        "proposed_label",
        "proposed_at",
        "decided_label",
        "decided_at",
        "valid_until",
    ]
    readonly_fields = fields
    verbs = (
        Verb("judge", _("Judge a dimension"), actions.judge, JudgeForm, may=may_judge),
        Verb("propose", _("Propose a conclusion"), actions.propose, ProposeForm, may=may_propose),
        Verb("decide", _("Agree with the conclusion"), actions.decide, may=may_decide),
        Verb("refuse", _("Open the review again"), actions.refuse, may=may_decide, warns=True),
    )

    def changelist_view(self, request, extra_context=None):
        if Review.is_open_to(request.user):
            actions.open_due(by=request.user)
        return super().changelist_view(request, extra_context)

    def render_change_form(self, request, context, *args, **kwargs):
        review = kwargs["obj"]
        actions.read(review, by=request.user)
        file = Application.objects.select_related("identity", "position", "declaration").filter(uuid=review.application_uuid).first()
        context |= {
            "judgements": list(review.judgements.order_by("dimension")),
            "traces": list(review.traces.all()[:50]),
            "file": file,
            "employment": list(file.employment.all()) if file else [],
            "education": list(file.education.all()) if file else [],
        }
        return super().render_change_form(request, context, *args, **kwargs)


@admin.register(Membership)
class MembershipAdmin(DeskAdmin):
    """Who is inside; kept by the security administrator, who is not."""

    list_display = ["user_label", "granted_by", "reason", "since", "until"]
    fields = ["user_label", "granted_by", "reason", "since", "until"]
    readonly_fields = fields
    verbs = (
        Verb("expel", _("End the membership"), actions.expel, may=lambda row, user: row.until is None and may_admit(user), warns=True),
    )

    def has_module_permission(self, request):
        return may_admit(request.user)

    def has_view_permission(self, request, obj=None):
        return may_admit(request.user)

    def has_change_permission(self, request, obj=None):
        return False

    def has_add_permission(self, request):
        return may_admit(request.user)

    def get_urls(self):
        return [path("add/", self.admin_site.admin_view(self.admit_view), name="security_membership_add"), *super().get_urls()]

    def admit_view(self, request):
        """Let somebody in."""
        if not may_admit(request.user):
            return redirect("admin:index")
        form = AdmitForm(request.POST or None)
        if form.is_valid():
            actions.admit(form.cleaned_data["person"], reason=form.cleaned_data["reason"], by=request.user)
            messages.success(request, _("Admitted to the compartment."))
            return redirect(reverse("admin:security_membership_changelist"))
        verb = Verb("admit", _("Admit a member"), actions.admit, AdmitForm)
        context = {**self.admin_site.each_context(request), "opts": self.opts, "form": form, "verb": verb, "title": verb.label}
        return TemplateResponse(request, "admin/desk/confirm.html", context)
