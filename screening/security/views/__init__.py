"""The person's own pages: the declaration, and what follows from the review. They speak over the compartment's connection alone."""

from screening.security.views.after import Facts, Reconsider, ReportChange
from screening.security.views.declaration import Copy, DeclarationPage, Declarations, Entry, HandIn, RemoveEntry, SayNone

__all__ = [
    "Copy",
    "DeclarationPage",
    "Declarations",
    "Entry",
    "Facts",
    "HandIn",
    "Reconsider",
    "RemoveEntry",
    "ReportChange",
    "SayNone",
]
