"""What must be true: of a post before it moves, and of a person before they fit a requirement."""

from positions.conditions.eligibility import check_params, evaluate
from positions.conditions.facts import Degree, Employment, Facts, Finding, LanguageProof, Qualification
from positions.conditions.publication import Incomplete, digest, is_complete, is_unchanged_since_review, languages_complete, missing

__all__ = [
    "Degree",
    "Employment",
    "Facts",
    "Finding",
    "Incomplete",
    "LanguageProof",
    "Qualification",
    "check_params",
    "digest",
    "evaluate",
    "is_complete",
    "is_unchanged_since_review",
    "languages_complete",
    "missing",
]
