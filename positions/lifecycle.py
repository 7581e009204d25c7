"""A position's whole life: written, reviewed by a second person, published, closed."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField, transition

from positions.conditions import is_complete, is_unchanged_since_review
from positions.permissions import may_amend, may_close, may_publish, may_review
from positions.states import PositionState as State


class Lifecycle(models.Model):
    """The states of a position and the only ways between them."""

    state = FSMField(_("state"), max_length=20, choices=State.choices, default=State.DRAFTED, protected=True)

    class Meta:
        abstract = True

    @transition("state", State.DRAFTED, State.REVIEWED, conditions=[is_complete], permission=may_review)
    def review(self, *, by, note: str, digest: str):
        """Secrecy review, item by item, by a second person: review first, publish after (Secrecy Law Art. 35; Regulations Art. 42)."""
        self.reviewed_by, self.reviewed_at, self.review_note, self.reviewed_digest = by, timezone.now(), note, digest

    @transition("state", State.REVIEWED, State.DRAFTED, permission=may_amend)
    def amend(self, *, by, note: str):
        """Taken back to be written anew; what was reviewed no longer stands (Secrecy Law Art. 35)."""
        self.reviewed_by, self.reviewed_at, self.review_note, self.reviewed_digest = None, None, "", ""

    @transition("state", State.REVIEWED, State.PUBLISHED, conditions=[is_complete, is_unchanged_since_review], permission=may_publish)
    def publish(self, *, by):
        """Opened to the public with its legal basis and approval (Civil Servants Law Art. 100; Open Government Information Regs Art. 20(14))."""
        self.published_by, self.published_at = by, timezone.now()

    @transition("state", State.PUBLISHED, State.CLOSED, permission=may_close)
    def close(self, *, by):
        """No further applications are taken: the published deadline has passed, or HR ends the call (Provisions on Recruitment Art. 6)."""
        self.closed_at = timezone.now()
