"""What each kind of post asks of a person, and by which behaviour it is recognised."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from positions.states import COMPETENCY_STAGES, CompetencyNature, Heading, PositionKind


class CompetencyModel(models.Model):
    """The competencies of one kind of post."""

    kind = models.CharField(_("kind of post"), max_length=40, choices=PositionKind, unique=True)
    name = models.CharField(_("name"), max_length=200)

    class Meta:
        verbose_name = _("competency model")
        verbose_name_plural = _("competency models")
        ordering = ["kind"]

    def __str__(self) -> str:
        return self.name or self.get_kind_display()


class Competency(models.Model):
    """One competency: at which stage it is looked at, what it weighs, and what behaviour stands at 1, 3 and 5."""

    model = models.ForeignKey(CompetencyModel, models.CASCADE, related_name="competencies", verbose_name=_("competency model"))
    key = models.SlugField(_("key"), max_length=60)
    name = models.CharField(_("name"), max_length=200)
    description = models.TextField(_("description"), blank=True)
    nature = models.CharField(_("nature"), max_length=10, choices=CompetencyNature)
    required = models.BooleanField(
        _("required"), default=True, help_text=_("A post is not published while a required competency is tested at no stage.")
    )
    stage = models.CharField(_("stage"), max_length=20, choices=COMPETENCY_STAGES, blank=True, help_text=_("Where it is tested."))
    heading = models.SlugField(
        _("heading"),
        max_length=60,
        blank=True,
        choices=Heading,
        help_text=_("The heading under which it stands in the United Nations' framework."),
    )
    weight = models.PositiveSmallIntegerField(_("weight"), validators=[MinValueValidator(1), MaxValueValidator(100)])
    anchor_1 = models.TextField(_("behaviour at 1"), blank=True)
    anchor_3 = models.TextField(_("behaviour at 3"), blank=True)
    anchor_5 = models.TextField(_("behaviour at 5"), blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("competency")
        verbose_name_plural = _("competencies")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["model", "key"], name="competency_once", violation_error_message=_("This key is already used in the model.")
            ),
            models.CheckConstraint(
                condition=models.Q(weight__range=(1, 100)),
                name="competency_weight",
                violation_error_message=_("A weight lies between 1 and 100."),
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.key
