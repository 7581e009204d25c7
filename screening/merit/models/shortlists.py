"""Who goes to the interview: so many for each vacancy, in the order of the competence test."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from positions.models import Position
from screening.merit.queries import ShortlistQuerySet


class Shortlist(models.Model):
    """The interview ratio carried out for one post: how many places there were, the score at the limit, and who stood on which side."""

    position = models.OneToOneField(Position, models.PROTECT, related_name="shortlist", verbose_name=_("position"))
    places = models.PositiveSmallIntegerField(_("places at the interview"))
    limit = models.DecimalField(_("score at the limit"), max_digits=5, decimal_places=2, null=True, blank=True)
    lines = models.JSONField(_("lines"), help_text=_("Candidate number, score, invited or not; in their order."))
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("made by"))
    made_at = models.DateTimeField(_("made"), default=timezone.now)

    objects = ShortlistQuerySet.as_manager()

    class Meta:
        verbose_name = _("interview list")
        verbose_name_plural = _("interview lists")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.position.reference
