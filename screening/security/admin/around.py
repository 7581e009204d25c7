"""Organs that were asked, changes that were reported, and the compartment's own register."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from recruitment.core.verbs import Verb
from screening.security import actions
from screening.security.admin.compartment import Compartment
from screening.security.forms import EnterAnswerForm
from screening.security.models import Change, Referral, Trace
from screening.security.permissions import may_answer


@admin.register(Referral)
class ReferralAdmin(Compartment):
    """Which organ was asked under which number, and by which code it answered."""

    list_display = ["reference_no", "organ_kind", "review", "sent_on", "sent_label", "answered_on", "answer_code"]
    list_select_related = ["review"]
    list_filter = ["organ_kind", "answer_code"]
    search_fields = ["reference_no"]
    fields = ["review", "organ_kind", "reference_no", "sent_on", "sent_label", "answered_on", "answer_code"]
    readonly_fields = fields
    verbs = (Verb("enter_answer", _("Enter the answer"), actions.enter_answer, EnterAnswerForm, may=may_answer),)


@admin.register(Change)
class ChangeAdmin(Compartment):
    """What people in service reported; a new review is opened from the review that they passed."""

    list_display = ["reference", "kind", "happened_on", "reported_at"]
    list_filter = ["kind"]
    search_fields = ["reference"]
    fields = ["reference", "kind", "happened_on", "statement", "reported_at"]
    readonly_fields = fields


@admin.register(Trace)
class TraceAdmin(Compartment):
    """Who read or did what in the compartment; it only grows."""

    list_display = ["at", "user_label", "verb", "review"]
    list_select_related = ["review"]
    search_fields = ["user_label", "verb"]
    fields = ["at", "user_label", "verb", "review"]
    readonly_fields = fields
    show_full_result_count = False
