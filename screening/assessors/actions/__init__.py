"""The verbs of those who assess."""

from screening.assessors.actions.conflicts import abstain, answer, dismiss, probe, recuse, uphold
from screening.assessors.actions.draws import announce, keep, reveal
from screening.assessors.actions.panels import compose, seat, unseat
from screening.assessors.actions.pool import accept, add, declare, decline, invite, remind, restore, retire, tell, untell

__all__ = [
    "abstain",
    "accept",
    "add",
    "announce",
    "answer",
    "compose",
    "declare",
    "decline",
    "dismiss",
    "invite",
    "keep",
    "probe",
    "recuse",
    "remind",
    "restore",
    "retire",
    "reveal",
    "seat",
    "tell",
    "unseat",
    "untell",
    "uphold",
]
