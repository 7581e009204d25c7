"""What of a notice is written in five languages."""

from modeltranslation.translator import TranslationOptions, register

from publicity.notices.models import Notice


@register(Notice)
class NoticeTranslation(TranslationOptions):
    """Title and legal basis; everything else is frozen from what it names."""

    fields = ("title", "legal_basis")
