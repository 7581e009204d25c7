"""Reviews: what is due, the case with all that is known, and the verbs that are open now."""

from functools import partial
from itertools import pairwise

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from recruitment.core.verbs import Verb
from screening.applications.models import Application
from screening.security import actions
from screening.security.admin.compartment import Compartment
from screening.security.forms import JUDGE_FORMS, ProposeForm, ReferForm, RenewForm, ShowFactsForm
from screening.security.listing import differences, open_gaps, shown
from screening.security.models import Change, Declaration, Review
from screening.security.permissions import may_decide, may_judge, may_propose, may_renew, may_work_on
from screening.security.states import Dimension

JUDGE_LABELS = {
    Dimension.POLITICAL: _("Judge political background"),
    Dimension.BUSINESS: _("Judge business interests"),
    Dimension.ONLINE: _("Judge online conduct"),
}


def _judging(dimension: Dimension) -> Verb:
    judge = partial(actions.judge, dimension=dimension)
    return Verb(f"judge_{dimension}", JUDGE_LABELS[dimension], judge, JUDGE_FORMS[dimension], may=may_judge)


class DueFilter(admin.SimpleListFilter):
    """Reviews that run out soon and are followed by none."""

    title = _("due again")
    parameter_name = "due"

    def lookups(self, request, model_admin):
        return [("again", pgettext_lazy("security review", "runs out within 60 days"))]

    def queryset(self, request, queryset):
        return queryset.filter(pk__in=Review.objects.due_again().values("pk")) if self.value() == "again" else queryset


@admin.register(Review)
class ReviewAdmin(Compartment):
    """Reviews that are open, wait for a second person, are decided, or are due again."""

    list_display = ["reference", "occasion", "tier", "state", "opened_at", "proposed_label", "decided_label", "conclusion", "valid_until"]
    list_filter = ["state", "tier", "occasion", DueFilter]
    search_fields = ["reference"]
    change_form_template = "admin/security/review.html"
    fields = [
        *("reference", "position_reference", "occasion", "tier", "state", "opened_at", "statement"),
        *("conclusion", "reasons", "mitigating", "disclosure", "disclosure_reason", "disclosed"),
        *("proposed_label", "proposed_at", "decided_label", "decided_at", "valid_until"),
    ]
    readonly_fields = fields
    signed = ("propose", "decide")
    verbs = (
        *(_judging(dimension) for dimension in Dimension),
        Verb("refer", _("Note a referral"), actions.refer, ReferForm, may=may_work_on),
        Verb("show_facts", _("Show facts to the person"), actions.show_facts, ShowFactsForm, may=may_work_on),
        Verb("propose", _("Propose a conclusion"), actions.propose, ProposeForm, may=may_propose),
        Verb("decide", _("Agree with the conclusion"), actions.decide, may=may_decide),
        Verb("refuse", _("Open the review again"), actions.refuse, may=may_decide, warns=True),
        Verb("renew", _("Review this person again"), actions.renew, RenewForm, may=may_renew),
    )

    def lookup_allowed(self, lookup, value, request=None):
        return lookup == DueFilter.parameter_name or super().lookup_allowed(lookup, value, request)

    def changelist_view(self, request, extra_context=None):
        if request.method == "GET" and Review.is_open_to(request.user):
            actions.look_over(by=request.user)
        return super().changelist_view(request, extra_context)

    def render_change_form(self, request, context, *args, **kwargs):
        review = kwargs["obj"]
        actions.read(review, by=request.user)
        context |= _case(review) | _declared(review)
        return super().render_change_form(request, context, *args, **kwargs)


def _case(review: Review) -> dict:
    """What members did, and the file as far as the review needs it."""
    before = review.follows if review.is_reconsideration else None
    file = Application.objects.select_related("identity", "position", "declaration").filter(uuid=review.application_uuid).first()
    return {
        "before": before,
        "judgements": list((before or review).judgements.order_by("dimension")),
        "referrals": list(review.referrals.all()),
        "hearings": list(review.hearings.all()),
        "signatures": list(review.signatures.all()),
        "traces": list(review.traces.all()[:50]),
        "file": file,
        "employment": list(file.employment.all()) if file else [],
        "education": list(file.education.all()) if file else [],
    }


def _declared(review: Review) -> dict:
    """The last version, what it leaves open, and what changed from version to version."""
    versions = list(Declaration.objects.filter(application_uuid=review.application_uuid).order_by("number"))
    changed = [(new, differences(old.content, new.content)) for old, new in pairwise(versions)]
    last = versions[-1] if versions else None
    return {
        "declaration": last,
        "lists": shown(last.content) if last else [],
        "gaps": open_gaps(last.content, tier=review.tier) if last else {},
        "changed": list(reversed(changed)),
        "changes": list(Change.objects.filter(application_uuid=review.application_uuid)),
    }
