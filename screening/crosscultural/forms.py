"""What candidates, members of a panel and HR fill in."""

import datetime

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from recruitment.core.forms import MomentField
from recruitment.core.spoken_dates import moment
from screening.crosscultural.models import Slot
from screening.crosscultural.states import HIGHEST, LOWEST, OBSERVATION_LENGTH, OBSERVATION_SHORTEST


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


def anchored(dimension) -> list[tuple[int, str]]:
    """The points, with the behaviour that stands beside 1, 3 and 5."""
    anchors = {1: dimension.anchor_1, 3: dimension.anchor_3, 5: dimension.anchor_5}
    return [(points, " – ".join(filter(None, (str(points), anchors.get(points))))) for points in range(LOWEST, HIGHEST + 1)]


class SheetForm(forms.Form):
    """Points and an observation for each dimension; a draft may have gaps."""

    is_final = False
    mark_optional = False

    def __init__(self, *args, dimensions, ratings, **kwargs):
        super().__init__(*args, **kwargs)
        self.dimensions = list(dimensions)
        for dimension in self.dimensions:
            rating = ratings.get(dimension.pk)
            told = {"dimension": dimension.name}
            self.fields[f"points_{dimension.pk}"] = forms.TypedChoiceField(
                label=_("%(dimension)s: points") % told,
                choices=anchored(dimension),
                coerce=int,
                empty_value=None,
                widget=forms.RadioSelect,
                required=self.is_final,
                initial=rating.points if rating else None,
                error_messages={"required": _("Choose points for “%(dimension)s”.") % told},
            )
            self.fields[f"observation_{dimension.pk}"] = forms.CharField(
                label=_("%(dimension)s: what you heard and saw") % told,
                widget=forms.Textarea(attrs={"rows": 3}),
                min_length=OBSERVATION_SHORTEST if self.is_final else None,
                max_length=OBSERVATION_LENGTH,
                required=self.is_final,
                initial=rating.observation if rating else "",
                error_messages={"required": _("Write down what you base the points for “%(dimension)s” on.") % told},
            )

    def rows(self) -> list[tuple]:
        """Each dimension with its two fields."""
        return [(row, self[f"points_{row.pk}"], self[f"observation_{row.pk}"]) for row in self.dimensions]

    def ratings(self) -> dict[int, tuple[int | None, str]]:
        """Dimension id → (points, observation)."""
        told = self.cleaned_data
        return {row.pk: (told[f"points_{row.pk}"], told[f"observation_{row.pk}"]) for row in self.dimensions}


class FinalSheetForm(SheetForm):
    """The same, before it is locked: nothing may be missing."""

    is_final = True


class OfferForm(forms.Form):
    """A row of slots: when the first begins, how long each takes, and how many there are."""

    starts_at = MomentField(label=_("First slot begins"), error_messages={"required": _("Enter when the first slot begins.")})
    minutes = forms.IntegerField(label=_("Minutes for each"), min_value=10, max_value=240, initial=45)
    pause = forms.IntegerField(label=_("Minutes between two slots"), min_value=0, max_value=240, initial=15)
    number = forms.IntegerField(label=_("How many slots"), min_value=1, max_value=40, initial=6)
    place = forms.CharField(label=_("Place"), max_length=200, required=False)
    online_link = forms.URLField(label=_("Address of the video room"), assume_scheme="https", max_length=200, required=False)

    def clean_starts_at(self):
        if self.cleaned_data["starts_at"] <= timezone.now():
            raise forms.ValidationError(_("The first slot must lie ahead."))
        return self.cleaned_data["starts_at"]

    def clean(self):
        """What the verb asks for: begin and end of each slot, and where."""
        told = super().clean()
        if not self.errors and not (told["place"] or told["online_link"]):
            self.add_error("place", _("Enter a place or the address of a video room."))
        if self.errors:
            return told
        length, step = datetime.timedelta(minutes=told["minutes"]), datetime.timedelta(minutes=told["minutes"] + told["pause"])
        begins = [told["starts_at"] + place * step for place in range(told["number"])]
        return {"times": [(begin, begin + length) for begin in begins], "place": told["place"], "online_link": told["online_link"]}
