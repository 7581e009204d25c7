"""A notice's whole life: drawn up, reviewed, published, concluded."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField, transition

from publicity.notices import conditions as is_
from publicity.notices import permissions as may
from publicity.notices.states import NoticeState


class Lifecycle(models.Model):
    """Drafted ⇄ reviewed → published → concluded."""

    state = FSMField(_("state"), default=NoticeState.DRAFTED, choices=NoticeState, protected=True, db_index=True)

    class Meta:
        abstract = True

    @transition("state", NoticeState.DRAFTED, NoticeState.REVIEWED, permission=may.may_review, conditions=[is_.is_filled])
    def review(self, *, by):
        """Item by item by a second person: review first, publish after (Secrecy Law, art. 35)."""

    @transition("state", NoticeState.REVIEWED, NoticeState.DRAFTED, permission=may.may_amend)
    def amend(self, *, by):
        """Taken back; what was reviewed no longer stands."""

    @transition("state", NoticeState.REVIEWED, NoticeState.PUBLISHED, permission=may.may_publish, conditions=[is_.is_filled])
    def publish(self, *, by):
        """Public from now on and never changed again (Civil Servants Law, art. 32)."""

    @transition("state", NoticeState.PUBLISHED, NoticeState.CONCLUDED, permission=may.may_conclude, conditions=[is_.is_over])
    def conclude(self, *, by):
        """The period is over; each person is decided by themselves (domain 1.1.5)."""
