"""The candidate's pages."""

from screening.applications.views.documents import DocumentsOfKind, Download, RemovePaper, ReplacePaper
from screening.applications.views.entries import AddEntry, ChangeEntry, RemoveEntry
from screening.applications.views.file import Dashboard, FilePage
from screening.applications.views.finish import Check, Discard, Receipt, ReceiptPaper, Withdraw
from screening.applications.views.following import AnswersPaper, AskLate, Reopen, Restore
from screening.applications.views.sections import section
from screening.applications.views.start import Start

__all__ = [
    "AddEntry",
    "AnswersPaper",
    "AskLate",
    "ChangeEntry",
    "Check",
    "Dashboard",
    "Discard",
    "DocumentsOfKind",
    "Download",
    "FilePage",
    "Receipt",
    "ReceiptPaper",
    "RemoveEntry",
    "RemovePaper",
    "Reopen",
    "ReplacePaper",
    "Restore",
    "Start",
    "Withdraw",
    "section",
]
