"""HR's desk for what is asked: booklets, and the items of the questionnaire."""

from collections.abc import Iterable

from django.contrib import admin, messages
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin, TranslationStackedInline

from positions.admin.languages import in_languages, language_fieldsets
from positions.admin.posts import offered
from positions.models import Position
from recruitment.accounts.roles import Role
from recruitment.audit.actions import record
from recruitment.audit.admin import TimelineMixin
from recruitment.core.admin import DeskAdmin, RoleAdmin
from recruitment.core.templatetags.portal import state_badge
from recruitment.core.verbs import Verb
from screening.assessors.queries import run_by
from screening.crosscultural import actions
from screening.crosscultural.conditions import creed_words, is_within_reach
from screening.crosscultural.forms import KeyForm
from screening.crosscultural.models import Booklet, Dimension, Item, Option, Question
from screening.crosscultural.permissions import may_open, may_seal
from screening.crosscultural.queries import columns, content, texts_of
from screening.crosscultural.states import BookletState


def may_turn(booklet, user) -> bool:
    """Whether the reader's key is awaited now."""
    if booklet.state != BookletState.SEALED or not may_open(booklet, user) or not is_within_reach(booklet):
        return False
    return not booklet.turns.filter(holder=user).exists()


def warn_of_creed(request, texts: Iterable[str]) -> None:
    """Say which words sound like a question on religion or creed."""
    words = creed_words(texts)
    if words:
        told = {"words": ", ".join(words)}
        messages.warning(request, _("Religion and creed are not asked about. Look at these words again: %(words)s.") % told)


class BookletInline(TranslationStackedInline):
    """Parts of a booklet, written until it is sealed."""

    extra = 0
    classes = ["collapse"]

    def _may_write(self, request, booklet) -> bool:
        return booklet is None or (booklet.is_editable and may_seal(booklet, request.user))

    def has_view_permission(self, request, obj=None):
        return True

    has_add_permission = has_change_permission = has_delete_permission = lambda self, request, obj=None: self._may_write(request, obj)


class QuestionInline(BookletInline):
    """The questions, in their order."""

    model = Question
    fields = ["order", "key", "minutes", *in_languages("text"), *in_languages("probes")]


class DimensionInline(BookletInline):
    """What is rated, with its anchors."""

    model = Dimension
    texts = ("name", "description", "anchor_1", "anchor_3", "anchor_5")
    fields = ["order", "key", "weight", *(column for name in texts for column in in_languages(name))]


@admin.register(Booklet)
class BookletAdmin(TimelineMixin, DeskAdmin, TranslationAdmin):
    """Question booklets; once sealed they are only read, and every look is recorded."""

    writers = (Role.HR_OFFICER,)
    inlines = [QuestionInline, DimensionInline]
    list_display = ["title", "position", "badge", "sealed_at"]
    list_select_related = ["position"]
    readonly_fields = ["digest", "sealed_at", "opened_at", "openers"]
    verbs = (
        Verb("seal", _("Seal"), actions.seal, may=offered(BookletState.DRAFTED, may=may_seal), warns=True),
        Verb("open", _("Turn my key"), actions.open, KeyForm, may=may_turn),
    )

    def get_fieldsets(self, request, obj=None):
        trace = ["digest", "sealed_at", "openers", "opened_at"]
        return [
            (None, {"fields": [*(["state"] if obj else []), "position", "minutes"]}),
            *language_fieldsets("title", "instructions"),
            *([(_("Who did what"), {"fields": trace, "classes": ["collapse"]})] if obj else []),
        ]

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and (obj is None or (obj.is_editable and may_seal(obj, request.user)))

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "position":
            kwargs["queryset"] = Position.objects.filter(run_by(request.user, ""))
            kwargs["required"] = request.user.department_codes(Role.HR_OFFICER) is not None
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def render_change_form(self, request, context, *args, **kwargs):
        booklet = kwargs.get("obj")
        if booklet is not None:
            with transaction.atomic():
                record("screening.booklet.read", booklet, by=request.user)
        return super().render_change_form(request, context, *args, **kwargs)

    def save_related(self, request, form, formsets, change):
        """A question on religion or creed is not asked (PIPL Art. 28): the editor says so at once."""
        super().save_related(request, form, formsets, change)
        warn_of_creed(request, texts_of(content(form.instance)))

    @admin.display(description=_("opened by"))
    def openers(self, booklet) -> str:
        return ", ".join(str(turn.holder) for turn in booklet.turns.select_related("holder")) or "–"

    @admin.display(description=_("state"), ordering="state")
    def badge(self, booklet):
        return state_badge(booklet)


class OptionInline(TranslationStackedInline):
    """The four ways to act in a situation."""

    model = Option
    extra = 0
    fields = ["order", "points", *in_languages("text")]


@admin.register(Item)
class ItemAdmin(RoleAdmin, TranslationAdmin):
    """The items of the questionnaire, for HR of all departments; each is a pilot until it is validated."""

    writers = (Role.HR_OFFICER,)
    inlines = [OptionInline]
    list_display = ["key", "kind", "scale", "validation_status", "order"]
    list_filter = ["kind", "scale", "validation_status"]
    ordering = ["order", "pk"]
    fields = ["key", "order", "kind", "scale", "is_reversed", "source", "validation_status", *in_languages("text")]

    def has_add_permission(self, request):
        return super().has_add_permission(request) and request.user.department_codes(Role.HR_OFFICER) is None

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        item = form.instance
        rows = [item, *item.options.all()]
        warn_of_creed(request, [getattr(row, column) or "" for row in rows for column in columns("text")])
