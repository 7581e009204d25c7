"""What a second person said when a text did not go out."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from positions.models.posts import Position
from positions.states import RefusalReason


class Refusal(models.Model):
    """One refusal of a post: why, by whom, and of which version; it stays when the post goes on."""

    position = models.ForeignKey(Position, models.CASCADE, related_name="refusals", verbose_name=_("position"))
    reason = models.CharField(_("reason"), max_length=20, choices=RefusalReason)
    note = models.TextField(_("note"))
    digest = models.CharField(max_length=64, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("refused by"))
    at = models.DateTimeField(pgettext_lazy("stamp", "refused"), default=timezone.now)

    class Meta:
        verbose_name = _("refusal of a post")
        verbose_name_plural = _("refusals of posts")
        ordering = ["-at", "-pk"]
        constraints = [models.CheckConstraint(condition=Q(reason__in=RefusalReason.values), name="refusal_reason_known")]

    def __str__(self) -> str:
        return str(self.get_reason_display())
