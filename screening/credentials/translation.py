"""What is said in five languages."""

from modeltranslation.translator import TranslationOptions, register

from screening.credentials.models import Country, Credential


@register(Country)
class CountryTranslation(TranslationOptions):
    fields = ("authority", "note")


@register(Credential)
class CredentialTranslation(TranslationOptions):
    fields = ("issuer", "steps", "translation_rule")
