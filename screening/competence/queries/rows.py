"""The rows, as the office speaks of them."""

from django.apps import apps
from django.db import models
from django.db.models import Count, Exists, OuterRef, Prefetch, Q
from django.utils import timezone

from recruitment.accounts.roles import Role
from screening.applications.states import State
from screening.assessors.queries import declared_rounds, is_recused, run_by
from screening.assessors.states import PanelKind
from screening.competence.states import GRACE, KEY_WINDOW, MarkingState, PaperState, QuestionState, SittingState


class QuestionQuerySet(models.QuerySet):
    """Questions …"""

    def visible_to(self, user):
        """… that a setter wrote, reviewed, or is asked to review; HR reads no question."""
        if not user.has_role(Role.SETTER):
            return self.none()
        return self.filter(Q(author=user) | Q(reviewer=user) | Q(state=QuestionState.PROPOSED))

    def approved(self):
        """… out of which a paper may be made."""
        return self.filter(state=QuestionState.APPROVED)


class PaperQuerySet(models.QuerySet):
    """Papers …"""

    def visible_to(self, user):
        """… of the reader's departments; a candidate never sees a paper but through a sitting."""
        return self.filter(run_by(user))

    def keyed_by(self, user):
        """… that wait to be opened by two people of whom the reader may be one."""
        applied_for = apps.get_model("applications", "Application").objects.of_candidate(user).values("position")
        waiting = self.filter(state=PaperState.SEALED, opens_at__lte=timezone.now() + KEY_WINDOW)
        if user.has_role(Role.OVERSIGHT_OBSERVER):
            return waiting.exclude(position__in=applied_for)
        return waiting.filter(run_by(user)) if user.has_role(Role.HR_OFFICER) else self.none()

    def invigilated_by(self, user):
        """… whose candidates the reader looks after."""
        if not user.has_role(Role.HR_OFFICER):
            return self.none()
        return self.visible_to(user).filter(state__in=[PaperState.SEALED, PaperState.OPENED])

    def due_to_close(self):
        """… whose time is over for everybody, the last seconds of the network included."""
        return self.filter(state=PaperState.OPENED, closes_at__lt=timezone.now() - GRACE)


class TaskQuerySet(models.QuerySet):
    """Tasks …"""

    def of_sitting(self, sitting):
        """… of the form that a candidate drew."""
        return self.filter(paper=sitting.paper_id, form=sitting.form)

    def with_files(self):
        """… with the files that are read with them."""
        return self.select_related("question").prefetch_related("question__materials__document")

    def visible_to(self, user):
        """… of papers of the reader's departments."""
        return self.filter(run_by(user, "paper__position"))


class MaterialQuerySet(models.QuerySet):
    """Files …"""

    def of_sitting(self, sitting):
        """… of the form that a candidate drew."""
        return self.filter(question__tasks__paper=sitting.paper_id, question__tasks__form=sitting.form).select_related("document")


class SittingQuerySet(models.QuerySet):
    """Sittings …"""

    def visible_to(self, user):
        """… of posts of the reader's departments."""
        return self.filter(run_by(user, "paper__position"))

    def of_candidate(self, user):
        """… that are the reader's own."""
        return self.filter(application__candidate=user)

    def invigilated_by(self, user):
        """… that the reader looks after."""
        return self.visible_to(user) if user.has_role(Role.HR_OFFICER) else self.none()

    def moderated_by(self, user):
        """… whose marking panel the reader chairs, handed in by somebody who is still a candidate; stepped back from, they are gone."""
        seats = apps.get_model("assessors", "Membership").objects.live().of(user)
        chair = seats.filter(is_chair=True, panel__kind=PanelKind.MARKING, panel__position=OuterRef("paper__position"))
        recusals = apps.get_model("assessors", "Recusal").objects.filter(assessor=user, application=OuterRef("application"))
        return self.to_mark().filter(Exists(chair)).exclude(Exists(recusals))

    def overdue(self):
        """… whose time ended, the way of the network included."""
        return self.filter(state=SittingState.STARTED, paused_at=None, ends_at__lt=timezone.now() - GRACE)

    def missed(self):
        """… that were never started and cannot be any more."""
        return self.filter(state=SittingState.INVITED, paper__opened_at__isnull=False, paper__closes_at__lt=timezone.now() - GRACE)

    def to_mark(self):
        """… handed in by somebody who is still a candidate."""
        return self.filter(state=SittingState.HANDED_IN, application__state=State.QUALIFIED)

    def with_counting(self):
        """… with the markings that count, as `counting`."""
        markings = apps.get_model("competence", "Marking").objects.counting().order_by("ordinal")
        return self.prefetch_related(Prefetch("markings", markings, to_attr="counting"))

    def counted_by_state(self) -> dict[str, int]:
        """How many there are in each state."""
        return dict(self.order_by().values_list("state").annotate(number=Count("pk")))


class MarkingQuerySet(models.QuerySet):
    """Markings …"""

    def visible_to(self, user):
        """… on the reader's own desk: given to them, not stepped back from, of candidates who are still in the selection.

        Without the declaration of secrecy and impartiality for the round there is nothing to see.
        """
        if not user.has_role(Role.ASSESSOR):
            return self.none()
        mine = self.filter(marker=user, sitting__paper__position__round__in=declared_rounds(user))
        return mine.filter(sitting__state=SittingState.HANDED_IN, sitting__application__state=State.QUALIFIED).counting()

    def counting(self):
        """… whose marker has not stepped back from the file."""
        return self.exclude(is_recused("marker", "sitting__application"))

    def locked(self):
        """… that nobody changes any more."""
        return self.filter(state=MarkingState.LOCKED)
