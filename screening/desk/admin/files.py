"""Every file of the officer's departments: the list, and behind each line the dossier with its verbs."""

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from recruitment.core.admin import DeskAdmin
from recruitment.core.refusals import Refused
from recruitment.documents import delivery
from screening.applications.models import Application
from screening.desk import actions
from screening.desk.admin.dossier import dossier_of
from screening.desk.admin.lists import LONGEST_NUMBER, list_page, own_codes
from screening.desk.admin.saving import save_checks
from screening.desk.admin.verbs import VERBS, rows_for
from screening.desk.queries import OFFICERS, for_list, on_desk_of


@admin.register(Application)
class ApplicationAdmin(DeskAdmin):
    """Files past the draft; never one's own."""

    readers = OFFICERS
    verbs = VERBS

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def get_queryset(self, request):
        return on_desk_of(request.user).order_by("-pk")

    def changelist_view(self, request, extra_context=None):
        """The list; what is ticked on it is sent here too."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        if request.method == "POST":
            return self.response_action(request, for_list(self.get_queryset(request))) or redirect(request.get_full_path())
        return list_page(request)

    def get_object(self, request, object_id, from_field=None):
        """The whole file, or nothing when it is not on this desk."""
        if not str(object_id).isdecimal():
            return None
        rows = self.get_queryset(request).for_display().select_related("position__round", "declaration", "rejection__proposed_by")
        return rows.prefetch_related("checks__rule", "position__rules", "position__required_documents").filter(pk=object_id).first()

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            path("<int:object_id>/checks/<int:check_id>/", wrap(self.decide_view), name="applications_application_decide"),
            path("<int:object_id>/papers/<int:paper_id>/", wrap(self.paper_view), name="applications_application_paper"),
            path("<int:object_id>/papers/<int:paper_id>/preview/", wrap(self.preview_view), name="applications_application_preview"),
            *super().get_urls(),
        ]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """The dossier; whoever opens it is written down."""
        application = self._file(request, object_id)
        actions.read(application, by=request.user)
        return self._dossier(request, application)

    def decide_view(self, request, object_id, check_id):
        """Every check that was changed on the page is decided, whichever button was pressed; what cannot be saved stays as typed."""
        application = self._file(request, object_id)
        get_object_or_404(application.checks, pk=check_id)
        kept = save_checks(application, request.POST, by=request.user) if request.method == "POST" else {}
        if kept:
            return self._dossier(request, self._file(request, object_id), typed=kept)
        return redirect(f"{reverse('admin:applications_application_change', args=[application.pk])}#check-{check_id}")

    def paper_view(self, request, object_id, paper_id):
        """A document of the file, streamed and written down; what was taken back stays with the office."""
        application = self._file(request, object_id)
        paper = get_object_or_404(application.attachments.select_related("document"), pk=paper_id)
        try:
            return delivery.read(paper.document, by=request.user)
        except Refused as refusal:
            messages.warning(request, str(refusal.sentence))
            return redirect("admin:applications_application_change", application.pk)

    def preview_view(self, request, object_id, paper_id):
        """A page of the document beside its name; as much a reading as the download is."""
        application = self._file(request, object_id)
        paper = get_object_or_404(application.attachments.select_related("document"), pk=paper_id)
        try:
            glance = delivery.read_glance(paper.document, delivery.asked_page(request.GET.get("page", "")), by=request.user)
        except Refused as refusal:
            messages.warning(request, str(refusal.sentence))
            return redirect("admin:applications_application_change", application.pk)
        context = self.admin_site.each_context(request) | {"opts": self.opts, "title": paper.document.display_name}
        context |= {"application": application, "paper": paper, "glance": glance}
        return delivery.with_picture(TemplateResponse(request, "admin/applications/preview.html", context))

    def _file(self, request, object_id) -> Application:
        application = self.get_object(request, object_id)
        if application is None or not self.has_view_permission(request, application):
            raise Http404
        return application

    def _dossier(self, request, application, typed=None):
        context = {
            **self.admin_site.each_context(request),
            **dossier_of(application, request.user, typed=typed or {}),
            "opts": self.opts,
            "title": application.reference,
            "open_verbs": self.open_verbs(request, application),
        }
        return TemplateResponse(request, "admin/applications/dossier.html", context)

    def bulk_form(self, verb, told, request):
        return verb.form(*told, codes=own_codes(request.user))

    def confirm_rows(self, verb, row):
        return rows_for(verb, row)

    def response_action(self, request, queryset):
        """Only what is ticked on the page: nobody hands over what they have not seen."""
        ticked = [key for key in request.POST.getlist(ACTION_CHECKBOX_NAME) if key.isdecimal() and len(key) < LONGEST_NUMBER]
        request.POST = request.POST.copy()
        request.POST["select_across"] = "0"
        request.POST.setlist(ACTION_CHECKBOX_NAME, ticked)
        return super().response_action(request, queryset)
