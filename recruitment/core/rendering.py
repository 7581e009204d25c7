"""How a form becomes markup: GOV.UK Frontend's for every widget, and a sentence for every error."""

import copy

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from recruitment.core import blanks, markup
from recruitment.core.dates import DayMonthYearWidget

# Order matters: the first that fits.
KINDS = (
    (DayMonthYearWidget, "date"),
    (forms.CheckboxSelectMultiple, "choices"),
    (forms.RadioSelect, "choices"),
    (forms.CheckboxInput, "checkbox"),
    (forms.Select, "select"),
    (forms.Textarea, "textarea"),
    (forms.FileInput, "file"),
    (forms.PasswordInput, "password"),
)
CLASSES = {
    "select": ("govuk-select", ""),
    "textarea": ("govuk-textarea", "govuk-js-character-count"),
    "file": ("govuk-file-upload", ""),
    "password": ("govuk-input", "govuk-password-input__input govuk-js-password-input-input"),
}
WIDTHS = ((4, 4), (10, 10), (20, 20), (32, 30))

REQUIRED = {
    "choices": gettext_lazy("Choose an answer for “%(label)s”."),
    "select": gettext_lazy("Choose an answer for “%(label)s”."),
    "checkbox": gettext_lazy("Tick the box “%(label)s” to go on."),
    "file": gettext_lazy("Choose a file for “%(label)s”."),
    "date": gettext_lazy("Enter the date for “%(label)s”."),
}
SENTENCES = {
    "max_length": gettext_lazy("“%(label)s” must have at most %%(limit_value)d characters; it has %%(show_value)d."),
    "min_length": gettext_lazy("“%(label)s” must have at least %%(limit_value)d characters; it has %%(show_value)d."),
    "max_value": gettext_lazy("“%(label)s” must be %%(limit_value)s or less."),
    "min_value": gettext_lazy("“%(label)s” must be %%(limit_value)s or more."),
}
NUMBER = gettext_lazy("“%(label)s” must be a number, such as 12.")


class PortalBoundField(BoundField):
    """A field on a page: knows its template, its first control, and how to say what is wrong with it."""

    def __init__(self, form, field, name):
        super().__init__(form, field, name)
        if form.is_bound and not self.is_hidden:
            self._speak()

    def _speak(self) -> None:
        """Replace Django's sentences, useless in a summary, by ones that name the field; own sentences stay."""
        label = {"label": str(self.label).replace("%", "%%")}
        messages = self.field.error_messages
        if messages.get("required") is forms.Field.default_error_messages["required"]:
            messages["required"] = REQUIRED.get(self.kind, gettext_lazy("Enter “%(label)s”.")) % {"label": self.label}
        if isinstance(self.field, forms.IntegerField) and messages.get("invalid") is type(self.field).default_error_messages["invalid"]:
            messages["invalid"] = NUMBER % {"label": self.label}
        for code, sentence in SENTENCES.items():
            messages.setdefault(code, sentence % label)

    def as_field_group(self) -> str:
        return blanks.filled(self) or super().as_field_group()

    @property
    def kind(self) -> str:
        widget = self.field.widget
        return next((kind for cls, kind in KINDS if isinstance(widget, cls)), "input")

    @property
    def template_name(self) -> str:
        return self.field.template_name or f"forms/{self.kind}.html"

    @property
    def optional(self) -> bool:
        """Marked as optional, unless its form says that everything in it is (`mark_optional = False`)."""
        return not self.field.required and not self.field.disabled and getattr(self.form, "mark_optional", True)

    @property
    def label_html(self) -> str:
        return markup.label(self)

    @property
    def legend_html(self) -> str:
        return markup.legend(self)

    @property
    def notes_html(self) -> str:
        return markup.notes(self)

    @property
    def first_id(self) -> str:
        """Where the error summary leads: the first control of a group is `…_0`."""
        return f"{self.auto_id}_0" if self.kind in ("choices", "date") else self.auto_id

    @property
    def choices_type(self) -> str:
        return "checkboxes" if isinstance(self.field.widget, forms.CheckboxSelectMultiple) else "radios"

    @property
    def limit(self) -> int | None:
        """The length a character count counts to."""
        return getattr(self.field, "max_length", None) if self.kind == "textarea" else None

    @property
    def aria_describedby(self) -> str | None:
        ids = super().aria_describedby
        if self.limit and self.auto_id:
            ids = f"{ids or ''} {self.auto_id}-info".strip()
        return ids

    def build_widget_attrs(self, attrs, widget=None) -> dict:
        """Without `required`: the browser would speak before us, in its own language."""
        attrs = super().build_widget_attrs(attrs, widget)
        attrs.pop("required", None)
        return attrs

    @property
    def control(self) -> str:
        """The widget with its classes; numbers are typed as text, for a browser drops what it cannot read."""
        widget = copy.copy(self.field.widget)
        widget.attrs = {name: value for name, value in widget.attrs.items() if name != "placeholder"}
        classes = [*CLASSES.get(self.kind, ("govuk-input", "")), widget.attrs.get("class", ""), self._width(widget)]
        if isinstance(widget, forms.NumberInput):
            widget.input_type = "text"
            whole = type(self.field) is forms.IntegerField
            widget.attrs = {name: value for name, value in widget.attrs.items() if name not in ("min", "max", "step")}
            widget.attrs.setdefault("inputmode", "numeric" if whole else "decimal")
        if self.errors:
            classes.append(f"{classes[0]}--error")
        return self.as_widget(widget, attrs={"class": " ".join(filter(None, classes))})

    def _width(self, widget) -> str:
        if self.kind != "input" or "width" in widget.attrs.get("class", ""):
            return ""
        if isinstance(widget, forms.NumberInput):
            return "govuk-input--width-5"
        if isinstance(widget, forms.DateInput | forms.DateTimeInput | forms.TimeInput):
            return "portal-input--date"
        length = getattr(self.field, "max_length", None) or 1000
        return next((f"govuk-input--width-{width}" for limit, width in WIDTHS if length <= limit), "")


class PortalRenderer(TemplatesSetting):
    """`FORM_RENDERER` of the portal; the admin renders its own way and is not touched."""

    form_template_name = "forms/form.html"
    field_template_name = "forms/input.html"
    bound_field_class = PortalBoundField

    def render(self, template_name, context, request=None):
        """What is written in Python, or the template."""
        if write := markup.WRITTEN.get(template_name):
            return write(context)
        return super().render(template_name, context, request)


def summary_of(*forms_) -> list[dict]:
    """Every error of forms and formsets as text and address, in the order of the page."""
    rows: list[dict] = []
    for form in forms_:
        if hasattr(form, "forms"):
            rows += [{"text": text, "href": ""} for text in form.non_form_errors()]
            rows += summary_of(*form.forms)
        elif form and form.is_bound:
            rows += [{"text": text, "href": ""} for text in form.non_field_errors()]
            rows += [{"text": text, "href": f"#{field.first_id}"} for field in form for text in field.errors if not field.is_hidden]
            rows += [
                {"text": _("Something hidden in this page was wrong (%(name)s). Load the page again.") % {"name": field.name}, "href": ""}
                for field in form.hidden_fields()
                if field.errors
            ]
    return rows
