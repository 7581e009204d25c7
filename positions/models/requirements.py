"""What a post asks of those who apply: rules that can be checked, and papers that must be shown.

Of a public post a row is never changed: a correction withdraws it and writes a new one, so that what was checked by it stays readable.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from positions.models.posts import Position
from positions.queries import AskedManager
from positions.states import RuleKind


class EligibilityRule(models.Model):
    """One requirement, as a sentence for people and as parameters for the check; an officer decides, the check only finds."""

    position = models.ForeignKey(Position, models.CASCADE, related_name="rules", verbose_name=_("position"))
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    kind = models.CharField(_("looks at"), max_length=30, choices=RuleKind)
    params = models.JSONField(_("parameters"), default=dict, blank=True)
    sentence = models.CharField(_("sentence"), max_length=500)
    withdrawn_at = models.DateTimeField(pgettext_lazy("stamp", "withdrawn"), null=True, blank=True, editable=False)

    objects = AskedManager()

    class Meta:
        verbose_name = _("eligibility requirement")
        verbose_name_plural = _("eligibility requirements")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.sentence or self.get_kind_display()


class RequiredDocument(models.Model):
    """One paper that goes with an application to this post."""

    position = models.ForeignKey(Position, models.CASCADE, related_name="required_documents", verbose_name=_("position"))
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    kind = models.SlugField(_("kind"), max_length=40)
    required = models.BooleanField(_("required"), default=True)
    sentence = models.CharField(_("sentence"), max_length=500)
    withdrawn_at = models.DateTimeField(pgettext_lazy("stamp", "withdrawn"), null=True, blank=True, editable=False)

    objects = AskedManager()

    class Meta:
        verbose_name = _("required document")
        verbose_name_plural = _("required documents")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["position", "kind"],
                condition=models.Q(withdrawn_at=None),
                name="required_document_once",
                violation_error_message=_("This kind of document is already in the list."),
            )
        ]

    def __str__(self) -> str:
        return self.sentence or self.kind
