"""What is asked: by the filters of the list, and by the verbs and rows of HR's desk."""

from positions.forms.alerts import AlertForm
from positions.forms.check import CheckForm
from positions.forms.filters import FilterForm, address_of, canonical
from positions.forms.planning import AmendForm, PositionForm, ReviewForm

__all__ = ["AlertForm", "AmendForm", "CheckForm", "FilterForm", "PositionForm", "ReviewForm", "address_of", "canonical"]
