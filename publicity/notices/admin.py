"""The publicity officer's desk."""

from django.contrib import admin, messages
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from publicity.notices import actions
from publicity.notices.conditions import exposures
from publicity.notices.forms import DrawUpForm, ResolveForm
from publicity.notices.models import Entry, Notice
from publicity.notices.permissions import may_draw_up
from publicity.notices.states import Outcome
from recruitment.accounts.roles import Role
from recruitment.audit.admin import TimelineMixin
from recruitment.core.admin import DeskAdmin
from recruitment.core.refusals import Refused
from recruitment.core.verbs import Verb


class EntryInline(admin.TabularInline):
    """The names, as they are or will be published."""

    model = Entry
    fields = ["order", "full_name", "chinese_name", "candidate_no", "institution", "nationality", "weight", "outcome", "review_by"]
    readonly_fields = fields
    extra = 0
    can_delete = False

    def has_add_permission(self, request, obj=None):
        return False

    def has_view_permission(self, request, obj=None):
        return True


@admin.register(Notice)
class NoticeAdmin(TimelineMixin, DeskAdmin):
    """Notices from the draft to their conclusion."""

    readers = (Role.PUBLICITY_OFFICER, Role.HR_OFFICER)
    list_display = ["reference", "document_no", "department", "state", "starts_on", "ends_on", "author", "published_at"]
    list_filter = ["state", "department"]
    list_select_related = ["department", "author"]
    search_fields = ["reference", "document_no"]
    inlines = [EntryInline]
    fields = [
        "reference", "document_no", "state", "department", "title", "legal_basis", "working_days", "rule", "starts_on", "ends_on",
        "is_provisional", "author", "drawn_up_at", "reviewed_by", "reviewed_at", "published_by", "published_at", "concluded_at", "takedown_on", "digest",
    ]  # fmt: skip
    readonly_fields = fields
    verbs = (
        Verb("review", _("Pass the secrecy review"), actions.review),
        Verb("amend", _("Take back to the draft"), actions.amend, warns=True),
        Verb("publish", _("Publish"), actions.publish, warns=True),
    )

    def has_add_permission(self, request):
        return may_draw_up(request.user) if request.user.is_authenticated else False

    def has_change_permission(self, request, obj=None):
        return False

    def get_urls(self):
        return [path("add/", self.admin_site.admin_view(self.draw_up_view), name="notices_notice_add"), *super().get_urls()]

    def draw_up_view(self, request):
        """Choose the department; the worker puts the cleared on the list."""
        if not self.has_add_permission(request):
            return redirect("admin:index")
        form = DrawUpForm(request.POST or None)
        if form.is_valid():
            try:
                notice = actions.draw_up(form.cleaned_data["department"], by=request.user)
            except Refused as refusal:
                form.add_error("department", refusal.sentence)
            else:
                messages.success(request, _("Drawn up. The worker is putting the names on it; reload in a moment."))
                return redirect(reverse("admin:notices_notice_change", args=[notice.pk]))
        verb = Verb("draw_up", _("Draw up a notice"), actions.draw_up, DrawUpForm)
        context = {**self.admin_site.each_context(request), "opts": self.opts, "form": form, "verb": verb, "title": verb.label}
        return TemplateResponse(request, "admin/desk/confirm.html", context)

    def render_change_form(self, request, context, *args, **kwargs):
        notice = kwargs["obj"]
        found = exposures(text for entry in notice.entries.all() for text in (entry.full_name, entry.chinese_name, entry.institution))
        if found:
            messages.warning(
                request, _("The privacy check found what must not be published. Correct the file and draw the notice up again.")
            )
        return super().render_change_form(request, context, *args, **kwargs)


@admin.register(Entry)
class EntryAdmin(TimelineMixin, DeskAdmin):
    """Persons whose appointment was deferred, and what becomes of them."""

    readers = (Role.PUBLICITY_OFFICER,)
    list_display = ["notice", "full_name", "candidate_no", "weight", "outcome", "review_by"]
    list_filter = ["outcome", "weight"]
    list_select_related = ["notice"]
    fields = ["notice", "order", "full_name", "chinese_name", "candidate_no", "institution", "weight", "outcome", "outcome_at", "review_by"]
    readonly_fields = fields
    verbs = (
        Verb(
            "resolve",
            _("End the deferral"),
            actions.resolve,
            ResolveForm,
            may=lambda row, user: row.outcome == Outcome.DEFERRED and may_draw_up(user),
        ),
    )

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False
