"""What of an indicator is written in five languages."""

from modeltranslation.translator import TranslationOptions, register

from onboarding.contribution.models import Indicator


@register(Indicator)
class IndicatorTranslation(TranslationOptions):
    """All its words."""

    fields = ("name", "definition", "formula", "unit", "notes")
