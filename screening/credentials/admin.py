"""Foreign papers in the admin: plain tables with a part for each language; whoever changes or verifies a line is written down."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin

from positions.admin.languages import language_fieldsets
from recruitment.accounts.roles import Role
from recruitment.audit.admin import TimelineMixin
from recruitment.audit.models import Entry
from recruitment.core import caching
from recruitment.core.admin import DeskAdmin
from recruitment.core.verbs import Verb
from recruitment.policy.states import SourceStatus
from screening.credentials import actions
from screening.credentials.forms import DoubtForm, VerifyForm
from screening.credentials.models import Country, Credential
from screening.credentials.permissions import may_verify

SOURCE = (_("Source"), {"fields": ["source", "checked_on", "status", "verified_by"]})


def _is_doubtable(row, user) -> bool:
    return row.is_verified and may_verify(row, user)


class ReferenceAdmin(TimelineMixin, DeskAdmin, TranslationAdmin):
    """Kept by the officers who read the papers every day; the public page follows at once, and a changed line is unverified again."""

    readers = (Role.PUBLICITY_OFFICER, Role.SYSTEM_ADMINISTRATOR)
    writers = (Role.HR_OFFICER, Role.QUALIFICATION_OFFICER)
    list_per_page = 100
    readonly_fields = ["status", "verified_by"]
    verbs = (
        Verb("verify", _("Verify against its source"), actions.verify, VerifyForm, may_verify),
        Verb("doubt", _("No longer verified"), actions.doubt, DoubtForm, _is_doubtable, warns=True),
    )

    def save_model(self, request, obj, form, change):
        if form.changed_data:
            obj.status = SourceStatus.UNVERIFIED
        super().save_model(request, obj, form, change)
        caching.purge()

    def confirm_rows(self, verb, row):
        return [(_("Line"), row), (_("Source"), row.source), (_("as of"), row.checked_on)]

    @admin.display(description=_("verified by"))
    def verified_by(self, row) -> str:
        """Who verified the line as it stands, from the register of what happened."""
        if row.pk is None or not row.is_verified:
            return "–"
        entry = Entry.objects.about(row).filter(verb=f"{row._meta.label_lower}.verify").order_by("-pk").first()
        return f"{entry.actor_label} · {entry.at:%Y-%m-%d}" if entry else "–"


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
