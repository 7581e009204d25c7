"""What of services is written in five languages."""

from modeltranslation.translator import TranslationOptions, register

from onboarding.services.models import ServiceKind, ServicePoint


@register(ServiceKind)
class ServiceKindTranslation(TranslationOptions):
    """Name and description."""

    fields = ("name", "description")


@register(ServicePoint)
class ServicePointTranslation(TranslationOptions):
    """Name, address and hours."""

    fields = ("name", "address", "hours")
