"""What candidates fill in: the slot they take, and the questionnaire."""

from django import forms
from django.utils.translation import gettext_lazy as _

from recruitment.core.spoken_dates import moment
from screening.crosscultural.models import Slot
from screening.crosscultural.states import HIGHEST, LOWEST, ItemKind

AGREEMENT = {
    1: _("Very inaccurate"),
    2: _("Moderately inaccurate"),
    3: _("Neither accurate nor inaccurate"),
    4: _("Moderately accurate"),
    5: _("Very accurate"),
}


class SlotChoice(forms.ModelChoiceField):
    """Slots by their hour, in Shanghai's time and in the reader's."""

    zone = ""

    def label_from_instance(self, slot) -> str:
        where = slot.place or _("online")
        return _("%(moment)s, %(place)s") % {"moment": moment(slot.starts_at, self.zone), "place": where}


class SlotForm(forms.Form):
    """Which slot the candidate takes."""

    slot = SlotChoice(
        label=_("When do you want to come?"),
        queryset=Slot.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": _("Choose a slot."), "invalid_choice": _("This slot is no longer free. Choose another one.")},
    )

    def __init__(self, *args, slots, zone, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["slot"].queryset = slots
        self.fields["slot"].zone = zone


class InventoryForm(forms.Form):
    """Every item with its answers; saved as far as it is filled in, finished when nothing is missing."""

    is_final = False
    mark_optional = False

    def __init__(self, *args, items, answers, **kwargs):
        super().__init__(*args, **kwargs)
        for item in items:
            self.fields[item.key] = forms.TypedChoiceField(
                label=item.text,
                choices=choices_of(item),
                coerce=int,
                empty_value=None,
                widget=forms.RadioSelect,
                required=self.is_final,
                initial=answers.get(item.key),
                error_messages={"required": _("Choose an answer for “%(item)s”.") % {"item": item.text}},
            )

    def answers(self) -> dict[str, int]:
        """Key of the item → answer, without those that are missing."""
        return {key: value for key, value in self.cleaned_data.items() if value is not None}


class FinalInventoryForm(InventoryForm):
    """The same, before it is handed in."""

    is_final = True


def choices_of(item) -> list[tuple[int, object]]:
    """How accurate a statement is, or the ways to act."""
    if item.kind == ItemKind.SITUATION:
        return [(option.order, option.text) for option in item.options.all()]
    return [(points, AGREEMENT[points]) for points in range(LOWEST, HIGHEST + 1)]
