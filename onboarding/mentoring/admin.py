"""HR pairs and counts; what was said is not shown here."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext_lazy as _

from onboarding.appointments.models import Appointment
from onboarding.mentoring import actions
from onboarding.mentoring.forms import PairForm
from onboarding.mentoring.models import Pairing
from onboarding.mentoring.permissions import may_end
from recruitment.accounts.roles import Role
from recruitment.core.admin import DeskAdmin
from recruitment.core.refusals import Refused
from recruitment.core.verbs import Verb


@admin.register(Pairing)
class PairingAdmin(DeskAdmin):
    """Who with whom, since when, how often."""

    readers = (Role.HR_OFFICER,)
    list_display = ["mentor", "officer", "since", "until", "held", "last"]
    list_select_related = ["mentor", "appointment__officer"]
    fields = ["mentor", "officer", "since", "until", "held", "last"]
    readonly_fields = fields
    verbs = (Verb("end", _("End the pairing"), actions.end, may=lambda row, user: row.until is None and may_end(row, user), warns=True),)

    def get_queryset(self, request):
        return Pairing.objects.in_office_of(request.user).for_list()

    def has_change_permission(self, request, obj=None):
        return False

    def has_add_permission(self, request):
        return request.user.is_authenticated and request.user.has_role(Role.HR_OFFICER)

    @admin.display(description=_("officer"))
    def officer(self, pairing):
        return pairing.appointment.officer

    @admin.display(description=_("sessions"))
    def held(self, pairing):
        return pairing.sessions_held

    @admin.display(description=_("last session"))
    def last(self, pairing):
        return pairing.last_held_on

    def get_urls(self):
        return [
            path("add/", self.admin_site.admin_view(self.choose_view), name="mentoring_pairing_add"),
            path("pair/<int:pk>/", self.admin_site.admin_view(self.pair_view), name="mentoring_pairing_pair"),
            *super().get_urls(),
        ]

    def choose_view(self, request):
        """Officers who have no mentor yet."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        waiting = (
            Appointment.objects.visible_to(request.user).in_service().for_display().exclude(pairings__until=None, pairings__isnull=False)
        )
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "rows": waiting[:200],
            "title": _("Officers without a mentor"),
        }
        return TemplateResponse(request, "admin/mentoring/choose.html", context)

    def pair_view(self, request, pk):
        """Choose the mentor."""
        if not self.has_add_permission(request):
            raise Http404
        appointment = get_object_or_404(Appointment.objects.visible_to(request.user), pk=pk)
        form = PairForm(request.POST or None)
        if form.is_valid():
            try:
                actions.pair(appointment, by=request.user, **form.cleaned_data)
                return redirect("admin:mentoring_pairing_changelist")
            except Refused as refusal:
                form.add_error("mentor", refusal.sentence)
        verb = Verb("pair", _("Pair with a mentor"), actions.pair, PairForm)
        context = {**self.admin_site.each_context(request), "opts": self.opts, "form": form, "verb": verb, "title": verb.label}
        return TemplateResponse(request, "admin/desk/confirm.html", context)
