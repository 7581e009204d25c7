"""The registers of privacy in the admin: consents and wordings are read, notices are adopted and never changed."""

from django import forms
from django.conf import settings
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from recruitment.accounts.roles import Role
from recruitment.core.admin import ReadOnlyAdmin, RoleAdmin
from recruitment.privacy.actions import adopt_notice
from recruitment.privacy.models import Consent, PrivacyNotice
from recruitment.privacy.permissions import may_adopt_notice


@admin.register(Consent)
class ConsentAdmin(ReadOnlyAdmin):
    """Who consented to what, as lines of a ledger."""

    readers = (Role.AUDIT_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR)
    list_display = ["person", "kind", "event", "about_reference", "at"]
    list_filter = ["kind", "event"]
    list_select_related = ["person"]
    fields = ["person", "kind", "event", "about_label", "about_reference", "at", "wording"]
    show_full_result_count = False


class NoticeForm(forms.ModelForm):
    """A new version of the notice: its text in five languages and the day it begins."""

    class Meta:
        model = PrivacyNotice
        fields = ["valid_from", "body_zh_hans", "body_en", "body_de", "body_ja", "body_ko"]

    def clean_valid_from(self):
        day = self.cleaned_data["valid_from"]
        if day < timezone.localdate():
            raise ValidationError(_("A notice can be valid from today or from a later day on, not in the past."))
        return day


@admin.register(PrivacyNotice)
class PrivacyNoticeAdmin(RoleAdmin):
    """Versions of the notice, newest first."""

    readers = (Role.AUDIT_ADMINISTRATOR, Role.HR_OFFICER)
    writers = (Role.SECURITY_ADMINISTRATOR,)
    form = NoticeForm
    list_display = ["version", "valid_from", "hash"]

    def has_add_permission(self, request):
        return may_adopt_notice(request.user)

    def has_change_permission(self, request, obj=None):
        return False

    def save_model(self, request, obj, form, change):
        bodies = {code: obj.body(code) for code, _language in settings.LANGUAGES}
        adopted = adopt_notice(bodies, valid_from=obj.valid_from, by=request.user)
        obj.version, obj.hash = adopted.version, adopted.hash

    def log_addition(self, request, obj, message):
        """The action has left its footprint."""
