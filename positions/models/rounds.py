"""The rules of a recruitment round, fixed before the first application."""

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from positions.queries import RoundQuerySet
from positions.states import TIE_BREAK_ORDERS, Aggregation, Stage, TieBreak
from recruitment.calendar.states import CountRule

PERCENT = (MinValueValidator(0), MaxValueValidator(100))


def working_days(label, default: int) -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(label, default=default, validators=[MinValueValidator(1), MaxValueValidator(250)])


def usual_tie_breaks() -> list[str]:
    return [str(rule.value) for rule in TIE_BREAK_ORDERS[0]]


def decide_in_the_end(rules: list[str]) -> None:
    """Each rule once, and the candidate number last, since it always decides."""
    if tuple(rules) not in TIE_BREAK_ORDERS:
        raise ValidationError(_("The candidate number comes last, and each rule once."))


class Round(models.Model):
    """One round of recruitment: weights, minimums, panel and service times; frozen and public once its first post is published."""

    reference = models.CharField(
        _("reference"), max_length=12, unique=True, validators=[RegexValidator(r"^\d{4}-\d{1,2}$", _("Year and number, such as 2026-2."))]
    )
    title = models.CharField(_("title"), max_length=200)

    competence_weight = models.PositiveSmallIntegerField(_("weight of the competence test in per cent"), default=40, validators=PERCENT)
    crosscultural_weight = models.PositiveSmallIntegerField(
        _("weight of the cross-cultural assessment in per cent"), default=60, validators=PERCENT
    )
    competence_min = models.PositiveSmallIntegerField(_("pass mark of the competence test"), default=60, validators=PERCENT)
    crosscultural_min = models.PositiveSmallIntegerField(_("pass mark of the cross-cultural assessment"), default=60, validators=PERCENT)
    panel_size = models.PositiveSmallIntegerField(_("size of a panel"), default=5, choices=[(3, "3"), (5, "5"), (7, "7")])
    aggregation = models.CharField(
        _("how a panel's marks are combined"), max_length=20, choices=Aggregation, default=Aggregation.TRIMMED_MEAN
    )
    tie_breaks = ArrayField(
        models.CharField(max_length=20, choices=TieBreak),
        default=usual_tie_breaks,
        validators=[decide_in_the_end],
        verbose_name=_("order where overall scores are equal"),
    )
    needs_attestation = models.BooleanField(_("a stage closes only with the attestation of an oversight body"), default=False)
    notice_working_days = models.PositiveSmallIntegerField(
        _("length of the public notice, working days"), default=5, validators=[MinValueValidator(5), MaxValueValidator(60)]
    )
    notice_rule = models.CharField(_("how the notice period is counted"), max_length=20, choices=CountRule, default=CountRule.NEXT_DAY)

    qualification_days = working_days(_("service time of the qualification check, working days"), 10)
    competence_days = working_days(_("service time of the competence test, working days"), 15)
    crosscultural_days = working_days(_("service time of the cross-cultural assessment, working days"), 15)
    merit_days = working_days(_("service time of ranking and nomination, working days"), 5)
    security_days = working_days(_("service time of the security review, working days"), 20)
    offer_days = working_days(_("service time of the offer, working days"), 10)

    frozen_at = models.DateTimeField(pgettext_lazy("stamp", "fixed"), null=True, blank=True, editable=False)
    frozen = models.JSONField(_("fixed rules"), default=dict, blank=True, editable=False)

    objects = RoundQuerySet.as_manager()

    class Meta:
        verbose_name = _("recruitment round")
        verbose_name_plural = _("recruitment rounds")
        ordering = ["-reference"]
        constraints = [
            models.CheckConstraint(
                condition=Q(competence_weight=100 - F("crosscultural_weight")),
                name="round_weights_sum",
                violation_error_message=_("The two weights must add up to 100."),
            ),
            models.CheckConstraint(
                condition=Q(notice_working_days__gte=5),
                name="round_notice_floor",
                violation_error_message=_("A public notice stands for at least five working days (Civil Servants Law, Article 32)."),
            ),
            models.CheckConstraint(
                condition=Q(panel_size__gte=5) | ~Q(aggregation=Aggregation.TRIMMED_MEAN),
                name="round_trimmed_panel",
                violation_error_message=_("Leaving out the highest and the lowest mark needs a panel of five or more."),
            ),
            models.CheckConstraint(condition=Q(competence_min__lte=100, crosscultural_min__lte=100), name="round_minimums"),
            models.CheckConstraint(condition=Q(frozen_at__isnull=True) ^ ~Q(frozen={}), name="round_frozen_stamp"),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"

    @property
    def is_frozen(self) -> bool:
        return self.frozen_at is not None

    @property
    def service_days(self) -> dict[str, int]:
        """Working days promised for each stage."""
        return {
            Stage.QUALIFICATION: self.qualification_days,
            Stage.COMPETENCE: self.competence_days,
            Stage.CROSSCULTURAL: self.crosscultural_days,
            Stage.MERIT: self.merit_days,
            Stage.SECURITY: self.security_days,
            Stage.NOTICE: self.notice_working_days,
            Stage.OFFER: self.offer_days,
        }
