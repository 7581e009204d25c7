"""Announced lists and the names on them."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from positions.models import Department
from publicity.notices.lifecycle import Lifecycle
from publicity.notices.queries import NoticeQuerySet
from publicity.notices.states import PUBLIC_STATES, NoticeState, Outcome, Weight
from screening.applications.models import Application


def _officer(label):
    return models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=label)


class Notice(Lifecycle):
    """A public notice of proposed appointees: who, for which post, until when anyone may object, and to whom."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    reference = models.CharField(_("notice code"), max_length=20, unique=True)
    document_no = models.CharField(_("document number"), max_length=40, unique=True, null=True, blank=True)
    department = models.ForeignKey(Department, models.PROTECT, related_name="+", verbose_name=_("recruiting authority"))
    title = models.CharField(_("title"), max_length=250, blank=True)
    legal_basis = models.TextField(_("legal basis"), blank=True)
    working_days = models.PositiveSmallIntegerField(_("working days"), default=5)
    rule = models.CharField(_("counting rule"), max_length=10, default="next_day")
    starts_on = models.DateField(_("first day"), null=True, blank=True)
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    ends_at = models.DateTimeField(_("end of the period"), null=True, blank=True)
    is_provisional = models.BooleanField(_("provisional"), default=False)
    frozen = models.JSONField(default=dict, editable=False)
    digest = models.CharField(_("hash of the published content"), max_length=64, blank=True, editable=False)
    takedown_on = models.DateField(_("names leave the page on"), null=True, blank=True)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("drawn up by"))
    drawn_up_at = models.DateTimeField(_("drawn up"), default=timezone.now)
    filled_at = models.DateTimeField(_("names put on"), null=True, blank=True)
    reviewed_by = _officer(_("secrecy review by"))
    reviewed_at = models.DateTimeField(_("secrecy review"), null=True, blank=True)
    published_by = _officer(_("published by"))
    published_at = models.DateTimeField(_("published"), null=True, blank=True)
    concluded_at = models.DateTimeField(_("concluded"), null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("public notice")
        verbose_name_plural = _("public notices")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=NoticeState.values), name="notice_state_known"),
            # Civil Servants Law, art. 32: not less than five working days.
            models.CheckConstraint(condition=Q(working_days__gte=5), name="notice_lawful_period"),
            models.CheckConstraint(
                condition=Q(reviewed_by=None) | ~Q(reviewed_by=F("author")),
                name="notice_second_person",
                violation_error_message=_("The secrecy review is done by somebody else than the author."),
            ),
            models.CheckConstraint(
                condition=~Q(state__in=PUBLIC_STATES)
                | Q(
                    published_at__isnull=False,
                    reviewed_at__isnull=False,
                    document_no__isnull=False,
                    starts_on__isnull=False,
                    ends_at__isnull=False,
                ),
                name="notice_published_stamp",
            ),
            # Nothing is decided before the period is over.
            models.CheckConstraint(
                condition=Q(state=NoticeState.CONCLUDED, concluded_at__isnull=False, concluded_at__gte=F("ends_at"))
                | (~Q(state=NoticeState.CONCLUDED) & Q(concluded_at=None)),
                name="notice_concluded_after_period",
            ),
        ]

    def __str__(self) -> str:
        return self.document_no or self.reference

    @property
    def shows_names(self) -> bool:
        """Names leave the page when the lawful period and its grace are over (domain 1.1.9)."""
        return self.takedown_on is None or timezone.localdate() <= self.takedown_on


class Entry(models.Model):
    """One person on a notice, in the words that were published; decided by themselves."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    notice = models.ForeignKey(Notice, models.CASCADE, related_name="entries", verbose_name=_("public notice"))
    application = models.ForeignKey(Application, models.PROTECT, related_name="+", verbose_name=_("application"))
    order = models.PositiveSmallIntegerField(_("order"))
    position_title = models.JSONField(_("position"), help_text=_("Language code to title."))
    full_name = models.CharField(_("name as in passport"), max_length=200)
    chinese_name = models.CharField(_("Chinese name"), max_length=50, blank=True)
    sex = models.PositiveSmallIntegerField(_("sex"))
    candidate_no = models.CharField(_("candidate number"), max_length=20)
    institution = models.CharField(_("graduating institution or current employer"), max_length=200)
    nationality = models.CharField(_("nationality"), max_length=2, blank=True)
    weight = models.CharField(_("objections"), max_length=12, choices=Weight, default=Weight.NONE)
    outcome = models.CharField(_("outcome"), max_length=15, choices=Outcome, blank=True)
    outcome_at = models.DateTimeField(_("decided"), null=True, blank=True)
    review_by = models.DateField(_("to be clarified by"), null=True, blank=True)

    class Meta:
        verbose_name = _("entry of a notice")
        verbose_name_plural = _("entries of notices")
        ordering = ["notice", "order"]
        constraints = [
            models.UniqueConstraint(fields=["notice", "order"], name="entry_order_once"),
            models.UniqueConstraint(fields=["application"], name="entry_once"),
            models.CheckConstraint(
                condition=Q(outcome="", outcome_at=None) | (~Q(outcome="") & Q(outcome_at__isnull=False)), name="entry_outcome_stamp"
            ),
            models.CheckConstraint(condition=~Q(outcome=Outcome.PROCEED) | ~Q(weight=Weight.BLOCKING), name="entry_blocked_never_proceeds"),
        ]

    def __str__(self) -> str:
        return f"{self.full_name} {self.chinese_name}".strip()
