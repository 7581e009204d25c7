"""Bases for the admin as a desk: rows that are yours, and the verbs that the lifecycle allows now."""

from django.contrib import admin, messages
from django.contrib.admin.models import LogEntry
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField, TransitionNotAllowed

from recruitment.core.footprints import leave
from recruitment.core.refusals import Refused
from recruitment.core.verbs import Verb, perform_each


class RoleAdmin(admin.ModelAdmin):
    """Rights by the roles of the office, not by Django's permission table: `readers` see, `writers` edit."""

    readers: tuple = ()
    writers: tuple = ()

    def _has(self, request, roles) -> bool:
        return request.user.is_authenticated and request.user.has_role(*roles)

    def has_module_permission(self, request):
        return self._has(request, (*self.readers, *self.writers))

    def has_view_permission(self, request, obj=None):
        return self._has(request, (*self.readers, *self.writers))

    def has_change_permission(self, request, obj=None):
        return self._has(request, self.writers)

    def has_add_permission(self, request):
        return self._has(request, self.writers)

    def has_delete_permission(self, request, obj=None):
        return False

    def get_queryset(self, request):
        rows = super().get_queryset(request)
        return rows.visible_to(request.user) if hasattr(rows, "visible_to") else rows

    def lookup_allowed(self, lookup, value, request=None):
        """Only what is offered as a filter: Django lets every field and one-hop reverse relation through."""
        filters = self.get_list_filter(request)
        if lookup in {item.parameter_name for item in filters if isinstance(item, type) and issubclass(item, admin.SimpleListFilter)}:
            return True
        offered = {item if isinstance(item, str) else item[0] for item in filters if not isinstance(item, type)}
        return any(lookup == name or lookup.startswith(f"{name}__") for name in offered) or lookup == self.date_hierarchy

    def log_addition(self, request, obj, message):
        return self._note(request, "add", obj)

    def log_change(self, request, obj, message):
        return self._note(request, "change", obj)

    def _note(self, request, verb, obj) -> LogEntry | None:
        """The portal's own register takes the place of Django's log."""
        leave(f"{obj._meta.label_lower}.{verb}", obj, by=request.user)
        return None


class ReadOnlyAdmin(RoleAdmin):
    """A register: it can be read and nothing else."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False


class DeskAdmin(RoleAdmin):
    """Rows with a life: buttons for the verbs that are open now, each with its confirm page; states are never edited."""

    verbs: tuple[Verb, ...] = ()
    change_form_template = "admin/desk/change_form.html"

    def get_readonly_fields(self, request, obj=None):
        stateful = [field.name for field in self.model._meta.fields if isinstance(field, FSMField)]
        return [*super().get_readonly_fields(request, obj), *stateful]

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_verb"
        return [path("<path:object_id>/do/<slug:verb>/", self.admin_site.admin_view(self.verb_view), name=name), *super().get_urls()]

    def open_verbs(self, request, row) -> list[dict]:
        """The buttons of a row: verb, label and address."""
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_verb"
        return [{"verb": verb, "url": reverse(name, args=[row.pk, verb.name])} for verb in self.verbs if verb.is_open(row, request.user)]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["open_verbs"] = self.open_verbs(request, obj) if obj is not None else []
        return super().render_change_form(request, context, add, change, form_url, obj)

    def verb_view(self, request, object_id, verb):
        """The verb's form on a page of its own; POST calls the action that the website calls too."""
        row = self.get_object(request, object_id)
        chosen = next((item for item in self.verbs if item.name == verb), None)
        if row is None or chosen is None or not self.has_view_permission(request, row):
            raise Http404
        if not chosen.is_open(row, request.user):
            return TemplateResponse(request, "conflict.html", {"object": row}, status=409)
        form = self.verb_form(chosen, row, request)
        if request.method == "POST" and form.is_valid():
            return self._perform(request, chosen, row, form)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "object": row,
            "verb": chosen,
            "form": form,
            "title": chosen.label,
        }
        return TemplateResponse(request, "admin/desk/confirm.html", context | {"rows": self.confirm_rows(chosen, row)})

    def confirm_rows(self, verb, row) -> list[tuple]:
        """What the confirm page repeats about the row: (key, value)."""
        return []

    def verb_form(self, verb, row, request):
        """The form of a verb; one that declares `needs_row` is given the row."""
        told = (request.POST, request.FILES) if request.method == "POST" else ()
        return verb.form(*told, row=row) if getattr(verb.form, "needs_row", False) else verb.form(*told)

    def bulk_form(self, verb, told, request):
        """The form of a bulk verb."""
        return verb.form(*told)

    def _perform(self, request, verb, row, form):
        try:
            verb.action(row, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            messages.error(request, refusal.sentence)
        except TransitionNotAllowed:
            messages.error(request, _("Somebody was faster: the row has changed meanwhile. Look at its timeline."))
        else:
            messages.success(request, _("Done: %(verb)s.") % {"verb": verb.label})
        return redirect(self.after_verb(row))

    def after_verb(self, row) -> str:
        """Where a verb leads back to."""
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[row.pk])

    def get_actions(self, request):
        """Bulk verbs, each asking once and reporting row by row."""
        return {verb.name: (_bulk(verb), verb.name, verb.label) for verb in self.verbs if verb.bulk}


def _bulk(verb: Verb):
    """An admin action that shows the confirm page first and the report afterwards."""

    def perform(modeladmin, request, rows):
        told = (request.POST,) if "confirmed" in request.POST else ()
        form = modeladmin.bulk_form(verb, told, request)
        context = {
            **modeladmin.admin_site.each_context(request),
            "opts": modeladmin.opts,
            "verb": verb,
            "rows": rows,
            "form": form,
            "title": verb.label,
        }
        if told and form.is_valid():
            context["outcomes"] = perform_each(verb, rows, by=request.user, answers=form.cleaned_data)
        return TemplateResponse(request, "admin/desk/bulk.html", context)

    perform.__name__ = verb.name
    return perform
