"""Where HR keeps the pool of assessors: by institution, field, language and time."""

from django.contrib import admin
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from positions.models import Competency
from positions.states import PositionKind
from recruitment.accounts.roles import Role
from recruitment.audit.admin import TimelineMixin
from recruitment.core.admin import DeskAdmin, ReadOnlyAdmin
from recruitment.core.templatetags.portal import state_badge
from recruitment.core.verbs import Verb
from screening.assessors import actions
from screening.assessors.forms import AssessorForm
from screening.assessors.models import Assessor, Availability, Invitation, Undertaking
from screening.assessors.permissions import may_keep_pool
from screening.assessors.states import InvitationState


class InList(admin.SimpleListFilter):
    """Rows whose list contains what was chosen."""

    column: str

    def queryset(self, request, queryset):
        return queryset.filter(**{f"{self.column}__contains": [self.value()]}) if self.value() else queryset


class ByKind(InList):
    """For which posts."""

    title, parameter_name, column = _("kind of post"), "post", "kinds"

    def lookups(self, request, model_admin):
        return PositionKind.choices


class ByCompetency(InList):
    """By competency."""

    title, parameter_name, column = _("competency"), "competency", "competencies"

    def lookups(self, request, model_admin):
        named = Competency.objects.order_by("key").values_list("key", "name")
        return [(key, name or key) for key, name in dict(named).items()]


class ByLanguage(InList):
    """By language."""

    title, parameter_name, column = _("language"), "reads", "languages"

    def lookups(self, request, model_admin):
        return Assessor._meta.get_field("languages").base_field.choices


def may_invite(assessor, user) -> bool:
    """Whoever has no account yet."""
    return may_keep_pool(user) and assessor.user_id is None and assessor.is_active


def may_retire(assessor, user) -> bool:
    return may_keep_pool(user) and assessor.is_active


def may_restore(assessor, user) -> bool:
    return may_keep_pool(user) and not assessor.is_active


class AvailabilityInline(admin.TabularInline):
    """When they have time; they say it themselves."""

    model = Availability
    extra = 0

    def has_view_permission(self, request, obj=None):
        return True

    has_add_permission = has_change_permission = has_delete_permission = lambda self, request, obj=None: False


@admin.register(Assessor)
class AssessorAdmin(TimelineMixin, DeskAdmin):
    """The pool, one for all departments."""

    writers = (Role.HR_OFFICER,)
    form = AssessorForm
    inlines = [AvailabilityInline]
    list_display = ["number", "name", "institution", "languages_named", "seats", "badge", "is_active"]
    list_filter = [ByKind, ByCompetency, ByLanguage, "institution", "is_active"]
    list_per_page = 50
    search_fields = ["number", "name", "email", "institution"]
    readonly_fields = ["is_active"]
    verbs = (
        Verb("invite", pgettext_lazy("assessor", "Invite"), actions.invite, may=may_invite, bulk=True),
        Verb("retire", _("Put out of the pool"), actions.retire, may=may_retire),
        Verb("restore", _("Put back into the pool"), actions.restore, may=may_restore),
    )

    def get_fields(self, request, obj=None):
        return [*(["is_active"] if obj else []), *AssessorForm.Meta.fields]

    def get_queryset(self, request):
        live = Q(user__memberships__left_at=None, user__memberships__isnull=False)
        return super().get_queryset(request).prefetch_related("invitations").annotate(load=Count("user__memberships", filter=live))

    def save_model(self, request, obj, form, change):
        if change:
            super().save_model(request, obj, form, change)
        else:
            actions.add(obj, by=request.user)

    def log_addition(self, request, obj, message):
        """The verb has left its own footprint."""

    @admin.display(description=_("languages"))
    def languages_named(self, assessor) -> str:
        return ", ".join(assessor.languages)

    @admin.display(description=_("seats"), ordering="load")
    def seats(self, assessor) -> int:
        return assessor.load

    @admin.display(description=_("invitation"))
    def badge(self, assessor):
        last: Invitation | None = next(iter(assessor.invitations.all()), None)
        has_come = assessor.user_id is not None
        return state_badge(InvitationState.ACCEPTED if has_come else last.state if last else InvitationState.NONE, of="assessors.assessor")


@admin.register(Undertaking)
class UndertakingAdmin(ReadOnlyAdmin):
    """Who declared secrecy and impartiality for which round, on which words."""

    readers = (Role.HR_OFFICER,)
    list_display = ["assessor", "round", "version", "language", "declared_at"]
    list_filter = ["version"]
    list_select_related = ["assessor", "round"]
    fields = ["assessor", "round", "version", "language", "body", "checksum", "declared_at"]
    readonly_fields = fields
