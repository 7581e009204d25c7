"""The commonest parts of a form as plain strings: what a template would say, at a tenth of its price.

A page of the application has some twenty fields, and each used to cost seven templates.
"""

from collections.abc import Callable

from django.forms.utils import flatatt
from django.utils.html import conditional_escape as escaped
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

WIDGETS = "django/forms/widgets"
# Template names that ask for nothing but an input element.
INPUTS = ("text", "number", "email", "url", "date", "time", "datetime", "password", "hidden", "file", "tel", "search", "color")


def optional(field) -> SafeString:
    return format_html(' <span class="portal-optional">{}</span>', _("(optional)")) if field.optional else mark_safe("")


def label(field) -> SafeString:
    return format_html('<label class="govuk-label" for="{}">{}{}</label>', field.id_for_label, field.label, optional(field))


def legend(field) -> SafeString:
    return format_html('<legend class="govuk-fieldset__legend">{}{}</legend>', field.label, optional(field))


def notes(field) -> SafeString:
    """The hint (a text of ours, which may carry markup) and what is wrong."""
    text = ""
    if field.help_text:
        text = f'<div class="govuk-hint" id="{field.auto_id}_helptext">{field.help_text}</div>'
    if field.errors:
        each = format_html('<span class="govuk-visually-hidden">{}</span> ', _("Error:"))
        errors = format_html_join(mark_safe("<br>"), "{}{}", ((each, error) for error in field.errors))
        text += format_html('<p class="govuk-error-message" id="{}_error">{}</p>', field.auto_id, errors)
    return mark_safe(text)


def group(context: dict) -> SafeString:
    """Label, notes and one control."""
    field = context["field"]
    wrong = " govuk-form-group--error" if field.errors else ""
    return mark_safe(f'<div class="govuk-form-group{wrong}">{label(field)}{notes(field)}{field.control}</div>')


def input_element(context: dict) -> SafeString:
    widget = context["widget"]
    value = format_html(' value="{}"', str(widget["value"])) if widget["value"] is not None else ""
    return mark_safe(f'<input type="{escaped(widget["type"])}" name="{escaped(widget["name"])}"{value}{_attributes(widget)}>')


def textarea(context: dict) -> SafeString:
    """The first line break after the tag is not part of the text (HTML, 4.10.11)."""
    widget = context["widget"]
    value = escaped(str(widget["value"] if widget["value"] is not None else ""))
    return mark_safe(f'<textarea name="{escaped(widget["name"])}"{_attributes(widget)}>\n{value}</textarea>')


def select(context: dict) -> SafeString:
    widget = context["widget"]
    options = "".join(_options(name, rows) for name, rows, _index in widget["optgroups"])
    return mark_safe(f'<select name="{escaped(widget["name"])}"{_attributes(widget)}>{options}</select>')


def _options(name, rows) -> str:
    text = "".join(f'<option value="{escaped(str(row["value"]))}"{_attributes(row)}>{escaped(row["label"])}</option>' for row in rows)
    return f'<optgroup label="{escaped(name)}">{text}</optgroup>' if name else text


def _attributes(widget: dict) -> str:
    return flatatt({name: value for name, value in widget["attrs"].items() if value is not False and value is not None})


def form(context: dict) -> SafeString:
    """Every group, then what is hidden."""
    groups = (field.as_field_group() for field, _errors in context["fields"])
    return mark_safe("".join((*groups, *(str(field) for field in context["hidden_fields"]))))


WRITTEN: dict[str, Callable[[dict], SafeString]] = {
    **{f"{WIDGETS}/{name}.html": input_element for name in INPUTS},
    f"{WIDGETS}/textarea.html": textarea,
    f"{WIDGETS}/select.html": select,
    "forms/form.html": form,
    "forms/input.html": group,
    "forms/select.html": group,
}
