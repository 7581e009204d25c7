"""What is said in five languages."""

from modeltranslation.translator import TranslationOptions, register

from screening.oversight.models import Body


@register(Body)
class BodyTranslation(TranslationOptions):
    fields = ("name",)
