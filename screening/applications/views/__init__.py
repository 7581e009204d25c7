"""The candidate's pages."""

from screening.applications.views.documents import DocumentsOfKind, Download, Preview, RemovePaper, ReplacePaper
from screening.applications.views.entries import AddEntry, ChangeEntry, RemoveEntry
from screening.applications.views.file import Dashboard, FilePage
from screening.applications.views.finish import Check, Discard, Receipt, ReceiptPaper, Withdraw
from screening.applications.views.flight import AboutPaper, FlightCheck
from screening.applications.views.following import AnswersPaper, AskLate, Reopen, Restore
from screening.applications.views.proofs import FixedAnswers, LedgerReceipt, Receipts
from screening.applications.views.references import AskReferee, ReferencePage, WithdrawRequest
from screening.applications.views.sections import section
from screening.applications.views.start import Copy, Start

__all__ = [
    "AboutPaper",
    "AddEntry",
    "AnswersPaper",
    "AskLate",
    "AskReferee",
    "ChangeEntry",
    "Check",
    "Copy",
    "Dashboard",
    "Discard",
    "DocumentsOfKind",
    "Download",
    "FilePage",
    "FixedAnswers",
    "FlightCheck",
    "LedgerReceipt",
    "Preview",
    "Receipt",
    "ReceiptPaper",
    "Receipts",
    "ReferencePage",
    "RemoveEntry",
    "RemovePaper",
    "Reopen",
    "ReplacePaper",
    "Restore",
    "Start",
    "Withdraw",
    "WithdrawRequest",
    "section",
]
