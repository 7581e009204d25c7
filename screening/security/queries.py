"""How the compartment speaks; no row is shown without membership, and nobody meets a case of theirs again."""

import datetime

from django.db import models
from django.db.models import Q
from django.utils import timezone

from recruitment.accounts.roles import Role

# So long before a review runs out it stands on the list of what is due.
DUE_AHEAD = datetime.timedelta(days=60)


class MembershipQuerySet(models.QuerySet):
    """Memberships …"""

    def in_force(self):
        """… that hold at this moment."""
        now = timezone.now()
        return self.filter(Q(until=None) | Q(until__gt=now), since__lte=now)

    def visible_to(self, user):
        """… that the reader may see: the security administrator names members, nobody else sees who they are."""
        return self if user.has_role(Role.SECURITY_ADMINISTRATOR) else self.none()


class EmergencyQuerySet(models.QuerySet):
    """Emergency accesses …"""

    def in_force(self):
        """… that are granted and have not run out."""
        return self.filter(granted_at__isnull=False, expires_at__gt=timezone.now())

    def waiting(self):
        """… that nobody has granted."""
        return self.filter(granted_at=None)


class ReviewQuerySet(models.QuerySet):
    """Reviews …"""

    def visible_to(self, user):
        """… that the reader may see: all for a member but those of themselves and of what they decided before; none for everybody else."""
        if not self.model.is_open_to(user):
            return self.none()
        return self.exclude(candidate_id=user.pk).exclude(pk__in=self.model.objects.reconsidering(user).values("pk"))

    def reconsidering(self, user):
        """… that reconsider what the user had a part in."""
        part = (
            Q(follows__proposed_by=user.pk)
            | Q(follows__decided_by=user.pk)
            | Q(follows__judgements__judged_by=user.pk)
            | Q(follows__hearings__asked_by=user.pk)
            | Q(follows__signatures__user_id=user.pk)
        )
        return self.filter(part, occasion="reconsideration")

    def of_file(self, application_uuid):
        """… of one file, the newest last."""
        return self.filter(application_uuid=application_uuid).order_by("pk")

    def of_candidate(self, user):
        """… of the reader, as the person reviewed."""
        return self.filter(candidate_id=user.pk)

    def live(self):
        """… that wait for a conclusion."""
        return self.filter(state__in=["opened", "proposed"])

    def unasked(self):
        """… whose person was not written to yet."""
        return self.live().filter(asked_at=None)

    def uncarried(self):
        """… whose conclusion has not reached the file yet."""
        return self.filter(state="decided", carried_at=None)

    def due_again(self):
        """… that passed, run out soon, and are followed by none."""
        return self.filter(conclusion="passed", state="decided", followed_by=None, valid_until__lte=timezone.localdate() + DUE_AHEAD)


class AssessmentQuerySet(models.QuerySet):
    """Risk assessments …"""

    def visible_to(self, user):
        """… for a member."""
        return self if self.model.is_open_to(user) else self.none()

    def tiers(self) -> dict[str, str]:
        """Post → the tier that its last confirmed assessment asks for; a post without one has the baseline."""
        last = self.filter(confirmed_at__isnull=False).order_by("position_reference", "-confirmed_at", "-pk").distinct("position_reference")
        return dict(last.values_list("position_reference", "tier"))


class OfReviewQuerySet(models.QuerySet):
    """What hangs on a review …"""

    def visible_to(self, user):
        """… that the reader may see."""
        seen = self.model._meta.get_field("review").related_model.objects.visible_to(user)
        return self.filter(review__in=seen)


class HearingQuerySet(OfReviewQuerySet):
    """Hearings …"""

    def of_candidate(self, user):
        """… of the reader, as the person heard."""
        return self.filter(review__candidate_id=user.pk)

    def open(self):
        """… that still wait for an answer."""
        return self.filter(answered_at=None, due_on__gte=timezone.localdate(), review__state="opened")


class OfFileQuerySet(models.QuerySet):
    """What somebody declared …"""

    def of_candidate(self, user):
        """… as the reader's own."""
        return self.filter(candidate_id=user.pk)


class ChangeQuerySet(OfFileQuerySet):
    """Changes of circumstances …"""

    def visible_to(self, user):
        """… for a member, not their own."""
        reviews = self.model._meta.apps.get_model("security", "Review")
        return self.exclude(candidate_id=user.pk) if reviews.is_open_to(user) else self.none()


class TraceQuerySet(models.QuerySet):
    """Traces …"""

    def visible_to(self, user):
        """… for a member."""
        return self if self.model._meta.get_field("review").related_model.is_open_to(user) else self.none()
