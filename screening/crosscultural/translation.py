"""What is said in five languages; the Chinese text of a booklet is the authoritative one."""

from modeltranslation.translator import TranslationOptions, register

from screening.crosscultural.models import Booklet, Dimension, Item, Option, Question


@register(Booklet)
class BookletTranslation(TranslationOptions):
    fields = ("title", "instructions")


@register(Question)
class QuestionTranslation(TranslationOptions):
    fields = ("text", "probes")


@register(Dimension)
class DimensionTranslation(TranslationOptions):
    fields = ("name", "description", "anchor_1", "anchor_3", "anchor_5")


@register(Item)
class ItemTranslation(TranslationOptions):
    fields = ("text",)


@register(Option)
class OptionTranslation(TranslationOptions):
    fields = ("text",)
