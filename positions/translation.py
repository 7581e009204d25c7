"""What is said in five languages."""

from modeltranslation.translator import TranslationOptions, register

from positions.models import Competency, CompetencyModel, Correction, Department, EligibilityRule, Position, RequiredDocument, Round


@register(Department)
class DepartmentTranslation(TranslationOptions):
    fields = (
        "name",
        "short_name",
        "description",
        "address",
        "supervision_body",
        "supervision_hours",
        "supervision_address",
    )


@register(CompetencyModel)
class CompetencyModelTranslation(TranslationOptions):
    fields = ("name",)


@register(Competency)
class CompetencyTranslation(TranslationOptions):
    fields = ("name", "description", "anchor_1", "anchor_3", "anchor_5")


@register(Round)
class RoundTranslation(TranslationOptions):
    fields = ("title",)


@register(Position)
class PositionTranslation(TranslationOptions):
    fields = (
        "title",
        "summary",
        "duties",
        "description",
        "benefits",
        "selection_note",
        "promotion_track",
        "place",
        "legal_basis",
        "approving_authority",
    )


@register(EligibilityRule)
class EligibilityRuleTranslation(TranslationOptions):
    fields = ("sentence",)


@register(RequiredDocument)
class RequiredDocumentTranslation(TranslationOptions):
    fields = ("sentence",)


@register(Correction)
class CorrectionTranslation(TranslationOptions):
    fields = ("reason",)
