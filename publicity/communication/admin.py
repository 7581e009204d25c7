"""Questions, stages and public communication, kept by publicity officers."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin

from publicity.communication import actions
from publicity.communication.models import Item, Question, Stage
from publicity.communication.permissions import may_publish
from recruitment.accounts.roles import Role
from recruitment.core.admin import DeskAdmin, RoleAdmin
from recruitment.core.verbs import Verb


class PublicText(TranslationAdmin):
    """Reference text in five languages."""

    readers = writers = (Role.PUBLICITY_OFFICER,)


@admin.register(Question)
class QuestionAdmin(PublicText, RoleAdmin):
    """Questions answered."""

    list_display = ["question", "topic", "order", "published_at"]
    list_filter = ["topic"]


@admin.register(Stage)
class StageAdmin(PublicText, RoleAdmin):
    """How selection works."""

    list_display = ["title", "order", "working_days", "published_at"]


@admin.register(Item)
class ItemAdmin(PublicText, DeskAdmin):
    """Press conferences, policy explanations, answers."""

    list_display = ["title", "kind", "author", "reviewed_by", "published_at"]
    list_filter = ["kind"]
    list_select_related = ["author", "reviewed_by"]
    exclude = ["author", "reviewed_by", "published_at"]
    prepopulated_fields: dict = {}
    verbs = (
        Verb(
            "publish",
            _("Pass the secrecy review and publish"),
            actions.publish,
            may=lambda row, user: row.published_at is None and may_publish(row, user),
        ),
    )

    def has_change_permission(self, request, obj=None):
        """What is published is not edited any more."""
        return super().has_change_permission(request, obj) and (obj is None or obj.published_at is None)

    def save_model(self, request, obj, form, change):
        if not change:
            obj.author = request.user
        super().save_model(request, obj, form, change)
