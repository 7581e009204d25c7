"""What the law asks of a post before it may be published, and whether it is still what was reviewed."""

import hashlib
import json

from django.conf import settings
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modeltranslation.utils import build_localized_fieldname as localized

from positions.states import EngagementType
from recruitment.core.refusals import Refused

LANGUAGES = [code for code, _name in settings.LANGUAGES]
# These must be there in every language …
REQUIRED_TEXTS = ("title", "summary", "duties", "description", "benefits", "promotion_track", "legal_basis", "approving_authority")
# … and these, once written in one language, in all of them.
OPTIONAL_TEXTS = ("selection_note", "place")
# Civil Servants Law Art. 100 and the 2017 provisional rules: legal basis, approval, secrecy, pay, term, numbers.
REQUIRED_FACTS = (
    "engagement_type",
    "approval_document_no",
    "secrecy_declared_by",
    "salary_mode",
    "working_languages",
    "opens_at",
    "closes_at",
)
REVIEWED_FACTS = (
    *(
        "kind",
        "department_id",
        "competency_model_id",
        "round_id",
        "headcount",
        "working_languages",
        "engagement_type",
        "approval_document_no",
    ),
    *("involves_state_secrets", "secrecy_declared_by", "salary_mode", "salary_min", "salary_max", "salary_public", "term_months"),
    *("probation_months", "opens_at", "closes_at", "test_on", "interview_on"),
)


class Incomplete(Refused):
    """A post that cannot be published yet; `sentences` tells everything that is missing, at once."""

    def __init__(self, sentences: list, *, subject):
        self.sentences = sentences
        super().__init__(format_lazy("\n".join(["{}"] * len(sentences)), *sentences), subject=subject)


def missing(position) -> list:
    """Everything that stands against publication, one sentence a field; empty when the post is complete."""
    sentences = [_without(position, name) for name in REQUIRED_FACTS if getattr(position, name) in (None, "", [])]
    sentences += [_untranslated(position, name, gaps) for name in REQUIRED_TEXTS if (gaps := _gaps(position, name))]
    sentences += [_untranslated(position, name, gaps) for name in OPTIONAL_TEXTS if 0 < len(gaps := _gaps(position, name)) < len(LANGUAGES)]
    sentences += _about_secrets(position)
    sentences += _about_salary(position)
    sentences += _about_requirements(position)
    sentences += _about_competencies(position)
    if position.closes_at is not None and position.closes_at <= timezone.now():
        sentences.append(_("The application deadline has already passed."))
    if position.competency_model.kind != position.kind:
        sentences.append(_("The competency model belongs to another kind of post."))
    return sentences


def is_complete(position) -> bool:
    """Everything that the law asks for is there."""
    return not missing(position)


def is_unchanged_since_review(position) -> bool:
    """What is about to be published is what passed the secrecy review."""
    return position.reviewed_digest == digest(position)


def digest(position) -> str:
    """A fingerprint of everything that will be public: facts, texts in all languages, requirements, documents."""
    told = {name: getattr(position, name) for name in REVIEWED_FACTS}
    told |= {localized(name, code): _text(position, name, code) for name in (*REQUIRED_TEXTS, *OPTIONAL_TEXTS) for code in LANGUAGES}
    told["rules"] = [[rule.kind, rule.params, *_sentences(rule)] for rule in position.rules.all()]
    told["documents"] = [[paper.kind, paper.required, *_sentences(paper)] for paper in position.required_documents.all()]
    told["competencies"] = [[row.key, row.stage, row.weight, row.required] for row in position.competency_model.competencies.all()]
    return hashlib.sha256(json.dumps(told, sort_keys=True, default=str).encode()).hexdigest()


def languages_complete(position) -> int:
    """In how many of the languages every required text is there; reads nothing but the row."""
    return sum(all(_text(position, name, code) for name in REQUIRED_TEXTS) for code in LANGUAGES)


def _text(row, name: str, code: str) -> str:
    return (getattr(row, localized(name, code)) or "").strip()


def _sentences(row) -> list[str]:
    return [_text(row, "sentence", code) for code in LANGUAGES]


def _gaps(row, name: str) -> list[str]:
    return [code for code in LANGUAGES if not _text(row, name, code)]


def _named(codes: list[str]) -> str:
    """The languages by their own names, as the switch of the site shows them."""
    names = dict(settings.LANGUAGES)
    return ("、" if (get_language() or "").startswith(("zh", "ja")) else ", ").join(names[code] for code in codes)


def _without(position, name: str):
    return format_lazy(_("“{field}” is missing."), field=position._meta.get_field(name).verbose_name)


def _untranslated(row, name: str, codes: list[str]):
    return format_lazy(_("“{field}” is missing in: {languages}."), field=row._meta.get_field(name).verbose_name, languages=_named(codes))


def _about_secrets(position) -> list:
    if position.involves_state_secrets is None:
        return [_("Answer whether the post involves state secrets (Civil Servants Law, Article 100).")]
    if position.involves_state_secrets and position.engagement_type == EngagementType.APPOINTED_CONTRACT:
        return [_("A post that involves state secrets cannot be filled by contract (Civil Servants Law, Article 100).")]
    return []


def _about_salary(position) -> list:
    if position.salary_public and None in (position.salary_min, position.salary_max):
        return [_("The salary is to be public: enter the lower and the higher amount.")]
    return []


def _about_requirements(position) -> list:
    rules, papers = list(position.rules.all()), list(position.required_documents.all())
    sentences = []
    if not rules:
        sentences.append(_("Enter at least one eligibility requirement."))
    if not papers:
        sentences.append(_("Enter at least one required document."))
    for row in (*rules, *papers):
        if gaps := _gaps(row, "sentence"):
            values = {"kind": row._meta.verbose_name, "order": row.order, "languages": _named(gaps)}
            sentences.append(format_lazy(_("The sentence of {kind} no. {order} is missing in: {languages}."), **values))
    return sentences


def _about_competencies(position) -> list:
    """Nobody is measured by what is announced and then tested nowhere."""
    sentence = _(
        "The competency “{name}” is required but is tested at no stage: give it a stage in the assessment plan, or make it optional."
    )
    gaps = [row for row in position.competency_model.competencies.all() if row.required and not row.stage]
    return [format_lazy(sentence, name=row.name or row.key) for row in gaps]
