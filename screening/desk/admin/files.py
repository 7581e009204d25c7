"""Every file of the officer's departments: the list, and behind each line the dossier with its verbs."""

from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from recruitment.calendar.queries import working_days
from recruitment.core.admin import DeskAdmin
from recruitment.core.refusals import Refused
from recruitment.core.templatetags.portal import day, state_badge
from recruitment.documents import delivery
from screening.applications.conditions import promised_on
from screening.applications.models import Application
from screening.desk import actions
from screening.desk.admin.dossier import check_form, dossier_of
from screening.desk.admin.lists import FILTERS, BoundedPaginator, own_codes
from screening.desk.admin.verbs import VERBS, is_under_check, rows_for
from screening.desk.conditions import is_overdue
from screening.desk.queries import OFFICERS, called, for_list, on_desk_of
from screening.qualification import actions as qualification


class FileList(ChangeList):
    """Lines with their promised day, reckoned once a page over one calendar."""

    def get_queryset(self, request, exclude_parameters=None):
        return for_list(super().get_queryset(request, exclude_parameters))

    def get_results(self, request):
        super().get_results(request)
        calendar = working_days()
        for row in self.result_list:
            row.promised_on = promised_on(row, calendar)
            row.is_overdue = is_overdue(row.promised_on)


@admin.register(Application)
class ApplicationAdmin(DeskAdmin):
    """Files past the draft; never one's own."""

    readers = OFFICERS
    verbs = VERBS
    list_display = ["reference", "person", "post", "badge", "handler", "waiting", "promise"]
    list_filter = FILTERS
    list_per_page = 25
    paginator = BoundedPaginator
    show_full_result_count = False
    ordering = ["-pk"]
    sortable_by = ["reference"]
    search_fields = ["reference"]
    search_help_text = _("Application number, or the beginning of a name")
    change_list_template = "admin/applications/list.html"

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def get_queryset(self, request):
        return on_desk_of(request.user).order_by("-pk")

    def get_changelist(self, request, **kwargs):
        return FileList

    def lookup_allowed(self, lookup, value, request=None):
        """The filters of the list and nothing else: an address is no way to ask about a gate."""
        return lookup in {chosen.parameter_name for chosen in FILTERS}

    def get_search_results(self, request, queryset, search_term):
        """A number or the beginning of a name, each found by its index."""
        term = search_term.strip()
        if not term:
            return queryset, False
        if term.upper().startswith("SH-"):
            return queryset.filter(reference__startswith=term.upper()), False
        return queryset.filter(pk__in=called(term)), False

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(request, {"title": self.opts.verbose_name_plural.capitalize(), **(extra_context or {})})

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
            *super().get_urls(),
        ]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """The dossier; whoever opens it is written down."""
        application = self._file(request, object_id)
        actions.read(application, by=request.user)
        return self._dossier(request, application)

    def decide_view(self, request, object_id, check_id):
        """One check is decided on the dossier itself; what was typed stays when something is missing."""
        application = self._file(request, object_id)
        check = get_object_or_404(application.checks, pk=check_id)
        check.application = application
        address = reverse("admin:applications_application_change", args=[application.pk])
        if request.method != "POST" or not is_under_check(application, request.user):
            return redirect(f"{address}#check-{check.pk}")
        form = check_form(check, application, told=request.POST)
        if form.is_valid():
            try:
                qualification.decide(check, by=request.user, **form.cleaned_data)
                return redirect(f"{address}#check-{check.pk}")
            except Refused as refusal:
                form.add_error(None, str(refusal.sentence))
        return self._dossier(request, application, typed={check.pk: form})

    def paper_view(self, request, object_id, paper_id):
        """A document of the file, streamed and written down; what was taken back stays with the office."""
        application = self._file(request, object_id)
        paper = get_object_or_404(application.attachments.select_related("document"), pk=paper_id)
        try:
            return delivery.read(paper.document, by=request.user)
        except Refused as refusal:
            messages.warning(request, str(refusal.sentence))
            return redirect("admin:applications_application_change", application.pk)

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
        request.POST = request.POST.copy()
        request.POST["select_across"] = "0"
        return super().response_action(request, queryset)

    @admin.display(description="")
    def action_checkbox(self, application):
        """Django renders a template for each of them."""
        label = _("Select %(file)s") % {"file": application.reference}
        return format_html(
            '<input type="checkbox" name="_selected_action" value="{}" class="action-select" aria-label="{}">', application.pk, label
        )

    @admin.display(description=_("name"))
    def person(self, application):
        return getattr(application, "identity", "–")

    @admin.display(description=_("position"))
    def post(self, application):
        return format_html(
            '{} <span class="portal-muted portal-code">{}</span>', application.position.title, application.position.reference
        )

    @admin.display(description=_("state"))
    def badge(self, application):
        return state_badge(application)

    @admin.display(description=_("case officer"), empty_value="–")
    def handler(self, application):
        return application.officer

    @admin.display(description=_("waiting since"))
    def waiting(self, application):
        return _labelled(_("waiting since"), day(application.moved_at))

    @admin.display(description=_("promised by"))
    def promise(self, application):
        if application.promised_on is None:
            return "–"
        late = format_html(' <strong class="govuk-tag govuk-tag--red">{}</strong>', _("overdue")) if application.is_overdue else ""
        return _labelled(_("promised by"), format_html("{}{}", day(application.promised_on), late))


def _labelled(label, shown):
    """On a phone, where the table becomes cards, the cell says which column it is."""
    return format_html('<span class="portal-cell" data-label="{}">{}</span>', label, shown)
