"""The verbs of the competence test."""

from screening.competence.actions.bank import approve, attach, compose, look, propose, retire, send_back, write
from screening.competence.actions.invigilation import extend, identify, pause, resume
from screening.competence.actions.markings import assign, lock, mark
from screening.competence.actions.moderation import ask, moderate
from screening.competence.actions.papers import close, invite, is_as_sealed, open, seal
from screening.competence.actions.results import conclude, conclude_ready, score
from screening.competence.actions.sittings import Stale, Text, TooLate, expire, hand_in, handed_in, hear, miss, save, start

__all__ = [
    "Stale",
    "Text",
    "TooLate",
    "approve",
    "ask",
    "assign",
    "attach",
    "close",
    "compose",
    "conclude",
    "conclude_ready",
    "expire",
    "extend",
    "hand_in",
    "handed_in",
    "hear",
    "identify",
    "invite",
    "is_as_sealed",
    "lock",
    "look",
    "mark",
    "miss",
    "moderate",
    "open",
    "pause",
    "propose",
    "resume",
    "retire",
    "save",
    "score",
    "seal",
    "send_back",
    "start",
    "write",
]
