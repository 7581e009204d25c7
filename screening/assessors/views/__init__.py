"""The pages of those who assess."""

from screening.assessors.views.desk import Abstain, Declare, Desk, Details, Question, RemoveDetail
from screening.assessors.views.draws import DrawPage, Draws, Published, Script
from screening.assessors.views.invitation import InvitationPage

__all__ = [
    "Abstain",
    "Declare",
    "Desk",
    "Details",
    "DrawPage",
    "Draws",
    "InvitationPage",
    "Published",
    "Question",
    "RemoveDetail",
    "Script",
]
