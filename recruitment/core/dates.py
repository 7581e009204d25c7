"""Days and moments as people type them: three boxes for a remembered date, ISO for a near one, Shanghai's clock for a moment."""

import calendar
import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

PARTS = ("day", "month", "year")
LABELS = {
    "day": pgettext_lazy("date part", "Day"),
    "month": pgettext_lazy("date part", "Month"),
    "year": pgettext_lazy("date part", "Year"),
}
YEAR_FIRST = ("zh", "ja", "ko")


class DayMonthYearWidget(forms.MultiWidget):
    """Three text boxes, in the order of the reader's language; the first shown has the id that ends in `_0`."""

    template_name = "forms/widgets/day_month_year.html"
    use_fieldset = True

    def __init__(self, attrs=None, autocomplete: str = ""):
        boxes = {}
        for part in PARTS:
            hint = {"autocomplete": f"{autocomplete}-{part}"} if autocomplete else {}
            boxes[part] = forms.TextInput(attrs={"inputmode": "numeric", "maxlength": 4 if part == "year" else 2, **hint})
        super().__init__(boxes, attrs)

    def decompress(self, value) -> list:
        if isinstance(value, datetime.date):
            return [value.day, value.month, value.year]
        return [None, None, None]

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        boxes = dict(zip(PARTS, context["widget"]["subwidgets"], strict=True))
        order = reversed(PARTS) if (get_language() or "").startswith(YEAR_FIRST) else PARTS
        shown = []
        for index, part in enumerate(order):
            box = boxes[part]
            box["label"] = LABELS[part]
            box["attrs"]["id"] = f"{context['widget']['attrs'].get('id', name)}_{index}"
            box["width"] = 4 if part == "year" else 2
            shown.append(box)
        context["widget"] |= {"subwidgets": shown, "invalid": "aria-invalid" in (attrs or {})}
        return context


class DayMonthYearField(forms.Field):
    """A date somebody remembers (birth, graduation); every impossible date gets a sentence that says why."""

    default_error_messages = {
        "parts": _("The date needs a day, a month and a year."),
        "digits": _("Write day, month and year in figures, such as 27 3 1985."),
        "month": _("There are 12 months; “%(month)s” is not one of them."),
        "day": _("This month has %(last)d days; it has no day %(day)d."),
        "year": _("Write the year with four figures, such as 1985."),
        "past": _("The date must lie in the past."),
    }

    def __init__(self, *, past: bool = False, autocomplete: str = "", **kwargs):
        self.past = past
        kwargs.setdefault("widget", DayMonthYearWidget(autocomplete=autocomplete))
        super().__init__(**kwargs)

    def to_python(self, value) -> datetime.date | None:
        if isinstance(value, datetime.date) or value is None:
            return value
        parts = [str(part or "").strip() for part in value]
        if not any(parts):
            return None
        if not all(parts):
            raise ValidationError(self.error_messages["parts"], code="parts")
        if not all(part.isdecimal() for part in parts):
            raise ValidationError(self.error_messages["digits"], code="digits")
        return self._date(*(int(part) for part in parts))

    def _date(self, day: int, month: int, year: int) -> datetime.date:
        if not 1000 <= year <= 9999:
            raise ValidationError(self.error_messages["year"], code="year")
        if not 1 <= month <= 12:
            raise ValidationError(self.error_messages["month"], code="month", params={"month": month})
        last = calendar.monthrange(year, month)[1]
        if not 1 <= day <= last:
            raise ValidationError(self.error_messages["day"], code="day", params={"last": last, "day": day})
        return datetime.date(year, month, day)

    def validate(self, value) -> None:
        super().validate(value)
        if self.past and value and value >= timezone.localdate():
            raise ValidationError(self.error_messages["past"], code="past")

    def has_changed(self, initial, data) -> bool:
        try:
            return initial != self.to_python(data)
        except ValidationError:
            return True


class DayField(forms.DateField):
    """A near date, by the browser's own calendar; ISO only, for English puts the month first."""

    default_error_messages = {"invalid": _("Write the date as year-month-day, such as 2026-09-30.")}

    def __init__(self, **kwargs):
        kwargs.setdefault("widget", forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
        super().__init__(input_formats=["%Y-%m-%d"], **kwargs)


class MomentField(forms.DateTimeField):
    """A day and a time by Shanghai's clock."""

    default_error_messages = {"invalid": _("Write date and time as 2026-09-30 17:00, in Shanghai time.")}

    def __init__(self, **kwargs):
        kwargs.setdefault("widget", forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"}))
        kwargs.setdefault("help_text", _("Shanghai time"))
        super().__init__(input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"], **kwargs)
