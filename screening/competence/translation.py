"""What is said in five languages; the Chinese text of a paper is the authoritative one."""

from modeltranslation.translator import TranslationOptions, register

from screening.competence.models import Paper, Question, RubricLine, Task


@register(Paper)
class PaperTranslation(TranslationOptions):
    fields = ("title", "instructions")


@register(Question)
class QuestionTranslation(TranslationOptions):
    fields = ("title",)


@register(Task)
class TaskTranslation(TranslationOptions):
    fields = ("title", "prompt", "model_answer")


@register(RubricLine)
class RubricLineTranslation(TranslationOptions):
    fields = ("name", "anchor_low", "anchor_mid", "anchor_high")
