"""HR's desk for the cross-cultural assessment."""

from screening.crosscultural.admin.booklets import BookletAdmin, ItemAdmin
from screening.crosscultural.admin.interviews import InterviewAdmin, InterviewPanelAdmin, RecordingAdmin

__all__ = ["BookletAdmin", "InterviewAdmin", "InterviewPanelAdmin", "ItemAdmin", "RecordingAdmin"]
