"""A position's whole life: written, reviewed by a second person, published, closed."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_fsm import FSMField, transition

from positions import conditions as is_
from positions import permissions as may
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
