"""What of a course is written in five languages."""

from modeltranslation.translator import TranslationOptions, register

from onboarding.training.models import Course


@register(Course)
class CourseTranslation(TranslationOptions):
    """Title and description."""

    fields = ("title", "description")
