"""The verbs of paper: receive, scan, erase (in); issue, press, press again (out); and the upkeep of what is kept."""

from recruitment.documents.actions.incoming import receive, scan
from recruitment.documents.actions.keeping import erase, rewrap, take_due, tidy
from recruitment.documents.actions.outgoing import issue, press, press_again

__all__ = ["erase", "issue", "press", "press_again", "receive", "rewrap", "scan", "take_due", "tidy"]
