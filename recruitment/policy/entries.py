"""One line of the register: what a value may be, how it is read and why a wrong one is refused."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from recruitment.policy.states import Form, SourceStatus, Unit

Value = int | Decimal | str | dict[str, int]

WEIGHTS_TOTAL = 100


@dataclass(frozen=True)
class Entry:
    """A parameter as the register knows it: default, limits, source, and a description for the reader."""

    key: str
    default: Any
    unit: Unit
    description: Any
    source: str
    status: SourceStatus
    form: Form = Form.INTEGER
    floor: int | str | None = None
    ceiling: int | str | None = None
    choices: tuple = ()

    def typed(self, raw: Any) -> Value:
        """The stored value as the code uses it."""
        if self.form == Form.DECIMAL:
            return Decimal(str(raw))
        return dict(raw) if self.form == Form.WEIGHTS else raw

    def clean(self, value: Any) -> Any:
        """The value as it is stored; ValidationError with a sentence if it is of the wrong form or outside the limits."""
        return {
            Form.INTEGER: self._integer,
            Form.DECIMAL: self._decimal,
            Form.CHOICE: self._choice,
            Form.WEIGHTS: self._weights,
        }[self.form](value)

    def _integer(self, value: Any) -> int:
        text = str(value).strip()
        if isinstance(value, bool) or not text.removeprefix("-").isdecimal() or len(text) > 9:
            raise ValidationError(_("Enter a whole number."))
        self._within(Decimal(text))
        return int(text)

    def _decimal(self, value: Any) -> str:
        try:
            number = Decimal(str(value).strip())
        except InvalidOperation:
            number = Decimal("NaN")
        if not number.is_finite():
            raise ValidationError(_("Enter a number, with a point before the decimals."))
        self._within(number)
        return str(number)

    def _choice(self, value: Any) -> Any:
        found = next((choice for choice in self.choices if str(choice) == str(value).strip()), None)
        if found is None:
            raise ValidationError(_("Enter one of: %(choices)s.") % {"choices": ", ".join(map(str, self.choices))})
        return found

    def _weights(self, value: Any) -> dict[str, int]:
        weights = _pairs(value) if isinstance(value, str) else value
        if not isinstance(weights, dict) or set(weights) != set(self.default):
            raise ValidationError(_("Enter a weight for each of: %(names)s.") % {"names": ", ".join(self.default)})
        if any(type(weight) is not int or weight < 0 for weight in weights.values()):
            raise ValidationError(_("Each weight is a whole number that is not negative."))
        if sum(weights.values()) != WEIGHTS_TOTAL:
            raise ValidationError(_("The weights must add up to 100."))
        return {name: weights[name] for name in self.default}

    def _within(self, number: Decimal) -> None:
        if self.floor is not None and number < Decimal(self.floor):
            raise ValidationError(_("The value must not be below %(floor)s (%(source)s).") % {"floor": self.floor, "source": self.source})
        if self.ceiling is not None and number > Decimal(self.ceiling):
            raise ValidationError(
                _("The value must not be above %(ceiling)s (%(source)s).") % {"ceiling": self.ceiling, "source": self.source}
            )


def _pairs(text: str) -> dict[str, int | str]:
    """`competence=40, crosscultural=60` as weights; whatever is not a number stays text and is refused later."""
    pairs = (part.partition("=") for part in text.replace("，", ",").split(",") if part.strip())
    return {name.strip(): int(weight) if weight.strip().isdecimal() else weight for name, _sign, weight in pairs}
