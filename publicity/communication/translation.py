"""What is told in five languages."""

from modeltranslation.translator import TranslationOptions, register

from publicity.communication.models import Item, Question, Stage


@register(Question)
class QuestionTranslation(TranslationOptions):
    """Question and answer."""

    fields = ("question", "answer")


@register(Stage)
class StageTranslation(TranslationOptions):
    """Everything but the time."""

    fields = ("title", "what_happens", "what_you_need", "what_can_go_wrong")


@register(Item)
class ItemTranslation(TranslationOptions):
    """Title, summary and text."""

    fields = ("title", "summary", "body")
