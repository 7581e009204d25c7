"""Foreign papers in the admin: plain tables with a part for each language; whoever changes a line is written down."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin

from positions.admin.languages import language_fieldsets
from recruitment.accounts.roles import Role
from recruitment.core import caching
from recruitment.core.admin import RoleAdmin
from screening.credentials.models import Country, Credential

SOURCE = (_("Source"), {"fields": ["source", "checked_on", "status"]})


class ReferenceAdmin(RoleAdmin, TranslationAdmin):
    """Kept by the officers who read the papers every day; the public page follows at once."""

    readers = (Role.PUBLICITY_OFFICER, Role.SYSTEM_ADMINISTRATOR)
    writers = (Role.HR_OFFICER, Role.QUALIFICATION_OFFICER)
    list_per_page = 100

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        caching.purge()


@admin.register(Country)
class CountryAdmin(ReferenceAdmin):
    """Apostille or legalisation, country by country."""

    list_display = ["code", "recognition", "authority", "in_force_on", "status", "checked_on"]
    list_filter = ["recognition", "status"]
    search_fields = ["code"]
    fieldsets = [
        (None, {"fields": ["code", "recognition", "in_force_on", "weeks_min", "weeks_max"]}),
        SOURCE,
        *language_fieldsets("authority", "note"),
    ]


@admin.register(Credential)
class CredentialAdmin(ReferenceAdmin):
    """Who issues what, how long it counts, how long it takes."""

    list_display = ["kind", "country", "issuer", "validity_months", "weeks_min", "weeks_max", "status", "checked_on"]
    list_filter = ["kind", "status"]
    list_select_related = ["country"]
    search_fields = ["country__code", "original_name"]
    fieldsets = [
        (None, {"fields": ["country", "kind", "original_name", "is_authenticated", "validity_months", "counted_from"]}),
        (_("Typical weeks until it is issued"), {"fields": ["weeks_min", "weeks_max"]}),
        (None, {"fields": ["link"]}),
        SOURCE,
        *language_fieldsets("issuer", "steps", "translation_rule"),
    ]
