"""A position's whole life: written, reviewed by a second person, published, closed; and the life of a correction after that."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_fsm import FSMField, transition

from positions import conditions as is_
from positions import permissions as may
from positions.states import CorrectionState
from positions.states import PositionState as State


class Lifecycle(models.Model):
    """Drafted ⇄ reviewed → published → closed."""

    state = FSMField(_("state"), max_length=20, choices=State, default=State.DRAFTED, protected=True)

    class Meta:
        abstract = True

    @transition(
        "state",
        State.DRAFTED,
        State.REVIEWED,
        permission=may.may_review,
        conditions=[is_.is_complete],
        custom={"label": pgettext_lazy("secrecy", "Pass the secrecy review")},
    )
    def review(self, *, by, note: str, digest: str):
        """Review first, publish after: item by item, by a second person (Secrecy Law Art. 35; Regulations Art. 42)."""
        self.reviewed_by, self.reviewed_at, self.review_note, self.reviewed_digest = by, timezone.now(), note, digest

    @transition(
        "state",
        [State.DRAFTED, State.REVIEWED],
        State.DRAFTED,
        permission=may.may_refuse,
        custom={"label": pgettext_lazy("secrecy", "Refuse")},
    )
    def refuse(self, *, by, reason: str, note: str):
        """What does not pass goes back to its author, with a reason (Secrecy Law Art. 35; Regulations Art. 42)."""
        self.reviewed_by, self.reviewed_at, self.review_note, self.reviewed_digest = None, None, "", ""

    @transition("state", State.REVIEWED, State.DRAFTED, permission=may.may_amend, custom={"label": _("Take back to the draft")})
    def amend(self, *, by, note: str):
        """Whoever wants to change a word takes the post back; the review no longer stands (Secrecy Law Art. 35)."""
        self.reviewed_by, self.reviewed_at, self.review_note, self.reviewed_digest = None, None, "", ""

    @transition(
        "state",
        State.REVIEWED,
        State.PUBLISHED,
        permission=may.may_publish,
        conditions=[is_.is_complete, is_.is_unchanged_since_review],
        custom={"label": pgettext_lazy("position", "Publish")},
    )
    def publish(self, *, by):
        """Opened to the public on its legal basis (Civil Servants Law Art. 100; Open Government Information Regulations Art. 20(14))."""
        self.published_by, self.published_at = by, timezone.now()

    @transition("state", State.PUBLISHED, State.CLOSED, permission=may.may_close, custom={"label": pgettext_lazy("position", "Close")})
    def close(self, *, by):
        """No more applications: the published deadline has passed, or HR ends the call (Provisions on Recruitment 2019, Art. 6)."""
        self.closed_at = timezone.now()


class CorrectionLifecycle(models.Model):
    """Proposed → issued, refused or taken back."""

    state = FSMField(_("state"), max_length=20, choices=CorrectionState, default=CorrectionState.PROPOSED, protected=True)

    class Meta:
        abstract = True

    @transition(
        "state",
        CorrectionState.PROPOSED,
        CorrectionState.ISSUED,
        permission=may.may_issue,
        custom={"label": pgettext_lazy("correction", "Issue")},
    )
    def issue(self, *, by, number: int):
        """Read by a second person, then public under its number (Secrecy Law Art. 35; Open Government Information Regulations Art. 20(14))."""
        self.number, self.decided_by, self.decided_at = number, by, timezone.now()

    @transition(
        "state",
        CorrectionState.PROPOSED,
        CorrectionState.REFUSED,
        permission=may.may_issue,
        custom={"label": pgettext_lazy("correction", "Refuse")},
    )
    def reject(self, *, by, note: str):
        """The second person does not let it go out (Secrecy Law Art. 35)."""
        self.decided_by, self.decided_at, self.note = by, timezone.now(), note

    @transition(
        "state",
        CorrectionState.PROPOSED,
        CorrectionState.WITHDRAWN,
        permission=may.may_withdraw,
        custom={"label": pgettext_lazy("correction", "Take back")},
    )
    def withdraw(self, *, by):
        """The department takes its proposal back; the post stands as it was published."""
