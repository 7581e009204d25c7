"""The file itself: one person, one post, one life."""

import datetime
import secrets
import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from positions.models import Position
from screening.applications import conditions, states
from screening.applications.lifecycle import Lifecycle
from screening.applications.queries import ApplicationQuerySet
from screening.applications.states import Gate, GateResult, RejectionReason, Section, State, WithdrawalReason

CODE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def draw_code() -> str:
    """Eight characters that tell nothing about the person."""
    return "".join(secrets.choice(CODE_ALPHABET) for _place in range(8))


def _gate():
    return models.CharField(max_length=12, choices=GateResult, default=GateResult.PENDING)


class Application(Lifecycle):
    """One person's application for one post, from the draft to the appointment."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    reference = models.CharField(_("application number"), max_length=20, unique=True, null=True, blank=True)
    candidate_code = models.CharField(_("candidate number"), max_length=8, unique=True, default=draw_code, editable=False)
    candidate = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="applications", verbose_name=_("applicant"))
    position = models.ForeignKey(Position, models.PROTECT, related_name="+", verbose_name=_("position"))
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("case officer")
    )

    qualification_gate = _gate()
    competence_gate = _gate()
    crosscultural_gate = _gate()
    security_gate = _gate()
    notice_gate = _gate()
    qualification_on = models.DateField(null=True, blank=True)
    competence_on = models.DateField(null=True, blank=True)
    crosscultural_on = models.DateField(null=True, blank=True)
    security_on = models.DateField(null=True, blank=True)
    notice_on = models.DateField(null=True, blank=True)

    competence_score = models.DecimalField(_("competence test score"), max_digits=5, decimal_places=2, null=True, blank=True)
    crosscultural_score = models.DecimalField(_("interview score"), max_digits=5, decimal_places=2, null=True, blank=True)
    composite = models.DecimalField(_("overall score"), max_digits=5, decimal_places=2, null=True, blank=True)
    rank = models.PositiveIntegerField(_("rank"), null=True, blank=True)

    created_at = models.DateTimeField(_("begun"), default=timezone.now)
    submitted_at = models.DateTimeField(_("submitted"), null=True, blank=True)
    correction_due_on = models.DateField(_("corrections due"), null=True, blank=True)
    correction_items = models.JSONField(_("corrections requested"), default=list, blank=True)
    correction_message = models.TextField(_("message with the request"), max_length=4000, blank=True)
    announced_at = models.DateTimeField(_("announced"), null=True, blank=True)
    appointed_at = models.DateTimeField(_("appointed"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
    moved_at = models.DateTimeField(_("last step"), default=timezone.now)
    withdrawal_code = models.CharField(_("kind of reason for withdrawing"), max_length=12, choices=WithdrawalReason, blank=True)
    late_until = models.DateTimeField(_("late submission until"), null=True, blank=True)
    publication_withdrawn_at = models.DateTimeField(_("publication consent withdrawn"), null=True, blank=True)
    purge_warned_at = models.DateTimeField(_("deletion announced"), null=True, blank=True)
    purged_at = models.DateTimeField(_("content deleted"), null=True, blank=True)
    withdrawal_reason = models.CharField(_("reason for withdrawing"), max_length=500, blank=True)

    # The instant of the step that is being taken; not a column.
    stepped_at: datetime.datetime | None = None

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("application")
        verbose_name_plural = _("applications")
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["position", "state"], name="application_board"),
            models.Index(fields=["candidate", "-created_at"], name="application_of_candidate"),
            models.Index(fields=["officer", "state", "moved_at"], name="application_queue"),
            models.Index(fields=["state", "moved_at"], name="application_waiting"),
            # Few are held, and the queue looks for them among all.
            models.Index(fields=["moved_at"], condition=Q(publication_withdrawn_at__isnull=False), name="application_held"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["candidate", "position"],
                condition=~Q(state__in=[State.WITHDRAWN, State.LAPSED, State.REJECTED]),
                name="application_once",
                violation_error_message=_("You already have an application for this position."),
            ),
            models.CheckConstraint(condition=Q(state__in=State.values), name="application_state_known"),
            # A draft has neither number nor stamp; whatever is past it has both. A draft may lapse as it is.
            models.CheckConstraint(
                condition=Q(state=State.DRAFT, submitted_at=None, reference=None)
                | Q(state=State.LAPSED)
                | (~Q(state=State.DRAFT) & Q(submitted_at__isnull=False, reference__isnull=False)),
                name="application_submitted_stamp",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=states.NEEDS_QUALIFICATION) | Q(qualification_gate=GateResult.PASSED),
                name="application_after_qualification",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=states.NEEDS_COMPETENCE) | Q(competence_gate=GateResult.PASSED), name="application_after_competence"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=states.NEEDS_CROSSCULTURAL) | Q(crosscultural_gate=GateResult.PASSED),
                name="application_after_crosscultural",
            ),
            # No announcement before all gates.
            models.CheckConstraint(
                condition=~Q(state__in=states.NEEDS_SECURITY) | Q(security_gate=GateResult.PASSED),
                name="application_announced_after_all_gates",
            ),
            # No appointment before the notice closed without a blocking objection.
            models.CheckConstraint(
                condition=~Q(state__in=states.NEEDS_NOTICE) | Q(notice_gate=GateResult.PASSED, announced_at__isnull=False),
                name="application_appointed_after_notice",
            ),
            models.CheckConstraint(condition=Q(state=State.APPOINTED) ^ Q(appointed_at=None), name="application_appointed_stamp"),
            models.CheckConstraint(condition=Q(state__in=states.ENDED) ^ Q(ended_at=None), name="application_ended_stamp"),
            models.CheckConstraint(
                condition=~Q(state=State.RETURNED) | Q(correction_due_on__isnull=False), name="application_returned_due"
            ),
        ]

    def __str__(self) -> str:
        return self.reference or str(_("draft application"))

    def gate(self, gate: Gate) -> str:
        """The result of one gate."""
        return getattr(self, f"{gate.value}_gate")

    def gates(self) -> list[tuple[Gate, str, object]]:
        """(gate, result, day) in their order; dimension results are nowhere but in their own floors."""
        return [(gate, GateResult(self.gate(gate)), getattr(self, f"{gate.value}_on")) for gate in Gate]

    def missing_sections(self) -> list[Section]:
        """Sections that are not marked as done; asks the database once."""
        done = set(self.progress.filter(done=True).values_list("section", flat=True))
        return [section for section in Section if section not in done]

    @property
    def is_in_candidates_hands(self) -> bool:
        return self.state in states.PREPARING

    @property
    def deadline(self):
        """The instant until which this person may hand in: the post's deadline, or the later one that was granted."""
        return max(filter(None, (self.position.closes_at, self.late_until)))

    @property
    def may_be_reopened(self) -> bool:
        """Handed in, not taken on by the next stage, and the deadline still lies ahead."""
        return self.state == State.SUBMITTED and conditions.is_before_deadline(self)

    @property
    def may_be_withdrawn(self) -> bool:
        """A draft is deleted, an appointment is ended by other rules; everything between can be withdrawn."""
        return self.state in states.LIVE and self.state != State.DRAFT

    def matter(self) -> str:
        """What consents are given for: the post, by its number, which the file keeps from the draft to the end."""
        return self.position.reference

    def letter_context(self) -> dict:
        """What letters say about a file; asked under the recipient's language."""
        return {
            "reference": self.reference or "",
            "position_title": self.position.title,
            "department_name": self.position.department.name,
            "application_url": f"{settings.SITE_URL}/{translation.get_language()}/applications/{self.uuid}/",
        }


class SectionProgress(models.Model):
    """How far one section of a form is; a section without a row was not started."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="progress")
    section = models.CharField(max_length=20, choices=Section)
    done = models.BooleanField(default=False)
    saved_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("section progress")
        verbose_name_plural = _("section progress")
        constraints = [models.UniqueConstraint(fields=["application", "section"], name="section_once")]

    def __str__(self) -> str:
        return self.get_section_display()

    @property
    def stamp(self) -> str:
        """Which saving this is: a page that was opened before another one does not overwrite it unseen."""
        return self.saved_at.isoformat() if self.pk else ""


class Rejection(models.Model):
    """A proposal to reject, with its stage and coded reason, and the second person's decision on it."""

    application = models.OneToOneField(Application, models.CASCADE, related_name="rejection")
    stage = models.CharField(_("stage"), max_length=20, choices=State)
    reason = models.CharField(_("reason"), max_length=40, choices=RejectionReason)
    sentence = models.TextField(_("what the letter says"), max_length=2000)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("proposed by"))
    proposed_at = models.DateTimeField(_("proposed"), default=timezone.now)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("decided by")
    )
    approved_at = models.DateTimeField(_("decided"), null=True, blank=True)

    class Meta:
        verbose_name = _("rejection")
        verbose_name_plural = _("rejections")
        constraints = [
            models.CheckConstraint(
                condition=Q(approved_by=None) | ~Q(approved_by=F("proposed_by")),
                name="rejection_four_eyes",
                violation_error_message=_("Whoever proposed the rejection cannot decide on it."),
            ),
            models.CheckConstraint(
                condition=Q(approved_by=None, approved_at=None) | Q(approved_by__isnull=False, approved_at__isnull=False),
                name="rejection_decided",
            ),
        ]

    def __str__(self) -> str:
        return self.get_reason_display()
