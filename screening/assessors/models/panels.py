"""Panels and who sits on them."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from positions.models import Position
from screening.assessors.queries import MembershipQuerySet, PanelQuerySet
from screening.assessors.states import PanelKind

QUORUM = 3


class Panel(models.Model):
    """People who mark the papers of a post, or sit in its interviews; a post has one of the first kind and any number of the second."""

    position = models.ForeignKey(Position, models.PROTECT, related_name="panels", verbose_name=_("position"))
    kind = models.CharField(_("kind"), max_length=10, choices=PanelKind)
    number = models.PositiveSmallIntegerField(_("number"), default=1)
    room = models.CharField(pgettext_lazy("panel", "room"), max_length=120, blank=True)
    composed_at = models.DateTimeField(_("composed"), default=timezone.now, editable=False)

    objects = PanelQuerySet.as_manager()

    class Meta:
        verbose_name = _("panel")
        verbose_name_plural = _("panels")
        ordering = ["position", "kind", "number"]
        constraints = [
            models.UniqueConstraint(fields=["position", "kind", "number"], name="panel_once"),
            models.CheckConstraint(
                condition=~Q(kind=PanelKind.MARKING) | Q(number=1),
                name="panel_marking_one",
                violation_error_message=_("A post has one marking panel."),
            ),
            models.CheckConstraint(condition=Q(kind__in=PanelKind.values), name="panel_kind_known"),
        ]

    def __str__(self) -> str:
        return f"{self.position.reference} · {self.get_kind_display()} {self.number}"

    def letter_context(self) -> dict:
        """What letters to members say about a panel; asked under the recipient's language."""
        return {"position_title": self.position.title, "desk_url": f"{settings.SITE_URL}/{get_language()}/panels/"}


class Membership(models.Model):
    """One assessor's seat on one panel, with the institution that sent them."""

    panel = models.ForeignKey(Panel, models.PROTECT, related_name="memberships", verbose_name=_("panel"))
    assessor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="memberships", verbose_name=_("assessor"))
    institution = models.CharField(_("institution"), max_length=200)
    is_from_employing_unit = models.BooleanField(_("from the employing unit"), default=False)
    is_chair = models.BooleanField(_("chief assessor"), default=False)
    seated_at = models.DateTimeField(_("seated"), default=timezone.now)
    left_at = models.DateTimeField(_("left"), null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("member of a panel")
        verbose_name_plural = _("members of panels")
        ordering = ["-is_chair", "seated_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["panel", "assessor"],
                condition=Q(left_at=None),
                name="membership_once",
                violation_error_message=_("This assessor already sits on the panel."),
            ),
            models.UniqueConstraint(
                fields=["panel"],
                condition=Q(is_chair=True, left_at=None),
                name="membership_one_chair",
                violation_error_message=_("The panel already has a chief assessor."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.assessor)
