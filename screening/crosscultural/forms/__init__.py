"""What candidates, members of a panel, HR and key holders fill in."""

from screening.crosscultural.forms.candidate import FinalInventoryForm, InventoryForm, SlotForm
from screening.crosscultural.forms.office import ExtendForm, KeyForm, OfferForm, RecordingForm, ResultForm
from screening.crosscultural.forms.panel import FinalSheetForm, ModerateForm, NoteForm, SheetForm

__all__ = [
    "ExtendForm",
    "FinalInventoryForm",
    "FinalSheetForm",
    "InventoryForm",
    "KeyForm",
    "ModerateForm",
    "NoteForm",
    "OfferForm",
    "RecordingForm",
    "ResultForm",
    "SheetForm",
    "SlotForm",
]
