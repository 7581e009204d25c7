"""The words of the compartment: of reviews, of what candidates declare, of what stands around a review."""

from screening.security.states.around import AnswerCode, ChangeKind, OrganKind
from screening.security.states.checklists import CHECKLISTS, Topic
from screening.security.states.declared import LISTS, PERIODS, Kind
from screening.security.states.reviews import Conclusion, Dimension, Disclosure, Finding, Occasion, ReviewState, SignedAs, Tier

__all__ = [
    "CHECKLISTS",
    "LISTS",
    "PERIODS",
    "AnswerCode",
    "ChangeKind",
    "Conclusion",
    "Dimension",
    "Disclosure",
    "Finding",
    "Kind",
    "Occasion",
    "OrganKind",
    "ReviewState",
    "SignedAs",
    "Tier",
    "Topic",
]
