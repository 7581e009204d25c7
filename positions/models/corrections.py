"""What is changed in a post after it went out: never silently, always with a number, a reason and a second person."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from positions.lifecycle import CorrectionLifecycle
from positions.models.posts import Position
from positions.queries import CorrectionQuerySet
from positions.states import CorrectionKind, CorrectionState

DECIDED = (CorrectionState.ISSUED, CorrectionState.REFUSED)


class Correction(CorrectionLifecycle):
    """One public correction of a post, or one extension of its deadline: from, to, why, and who stands for it."""

    position = models.ForeignKey(Position, models.PROTECT, related_name="corrections", verbose_name=_("position"))
    kind = models.CharField(_("kind"), max_length=12, choices=CorrectionKind, default=CorrectionKind.CORRECTION)
    number = models.PositiveSmallIntegerField(_("number"), null=True, blank=True, editable=False)
    field = models.CharField(_("what is corrected"), max_length=40)
    old = models.JSONField(pgettext_lazy("of a correction", "From"), encoder=DjangoJSONEncoder, null=True)
    new = models.JSONField(pgettext_lazy("of a correction", "To"), encoder=DjangoJSONEncoder, null=True)
    reason = models.TextField(_("reason"))

    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("proposed by"))
    made_at = models.DateTimeField(pgettext_lazy("stamp", "proposed"), default=timezone.now)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("decided by"), null=True, blank=True
    )
    decided_at = models.DateTimeField(pgettext_lazy("stamp", "decided"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True)
    told_at = models.DateTimeField(pgettext_lazy("stamp", "candidates told"), null=True, blank=True, editable=False)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("correction of a public post")
        verbose_name_plural = _("corrections of public posts")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=CorrectionState.values), name="correction_state_known"),
            models.CheckConstraint(condition=Q(kind__in=CorrectionKind.values), name="correction_kind_known"),
            models.CheckConstraint(
                condition=Q(state=CorrectionState.ISSUED, number__isnull=False) | Q(~Q(state=CorrectionState.ISSUED), number__isnull=True),
                name="correction_number_when_issued",
            ),
            models.CheckConstraint(
                condition=Q(state__in=DECIDED, decided_by__isnull=False, decided_at__isnull=False)
                | Q(~Q(state__in=DECIDED), decided_by__isnull=True, decided_at__isnull=True),
                name="correction_decided_stamp",
            ),
            # Secrecy Law Art. 35: whatever goes out is read by a second person first.
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=F("made_by")),
                name="correction_second_person",
                violation_error_message=_("A correction is issued by somebody else than who proposed it."),
            ),
            models.CheckConstraint(condition=Q(told_at__isnull=True) | Q(state=CorrectionState.ISSUED), name="correction_told_when_issued"),
            models.UniqueConstraint(fields=["position", "number"], name="correction_number_once"),
            models.UniqueConstraint(fields=["position"], condition=Q(state=CorrectionState.PROPOSED), name="correction_one_at_a_time"),
        ]
        indexes = [
            models.Index(fields=["decided_at"], condition=Q(state=CorrectionState.ISSUED, told_at__isnull=True), name="correction_untold")
        ]

    def __str__(self) -> str:
        return f"{self.position.reference} · {self.get_kind_display()}{f' {self.number}' if self.number else ''}"

    @property
    def reference(self) -> str:
        return f"{self.position.reference}/{self.number or '-'}"
