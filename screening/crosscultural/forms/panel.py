"""What members of a panel fill in: points with observations, moderation, joint notes."""

from django import forms
from django.utils.translation import gettext_lazy as _

from screening.crosscultural.states import HIGHEST, LOWEST, OBSERVATION_LENGTH, OBSERVATION_SHORTEST, ModerationReason


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


class ModerateForm(forms.Form):
    """Other points for one dimension, why, and in one's own words."""

    dimension = forms.ModelChoiceField(None, label=_("Dimension"), empty_label=None, error_messages={"required": _("Choose a dimension.")})
    points = forms.TypedChoiceField(
        label=_("New points"),
        choices=[(points, str(points)) for points in range(LOWEST, HIGHEST + 1)],
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the new points.")},
    )
    reason = forms.ChoiceField(
        label=_("Reason"), choices=ModerationReason, widget=forms.RadioSelect, error_messages={"required": _("Choose a reason.")}
    )
    text = forms.CharField(
        label=_("Explanation"),
        widget=forms.Textarea(attrs={"rows": 3}),
        min_length=OBSERVATION_SHORTEST,
        max_length=OBSERVATION_LENGTH,
        error_messages={"required": _("Explain the change.")},
    )

    def __init__(self, *args, dimensions, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["dimension"].queryset = dimensions


class NoteForm(forms.Form):
    """A joint note of the panel."""

    text = forms.CharField(
        label=_("Joint note"),
        widget=forms.Textarea(attrs={"rows": 4}),
        min_length=OBSERVATION_SHORTEST,
        max_length=OBSERVATION_LENGTH,
        error_messages={"required": _("Write the note.")},
    )
