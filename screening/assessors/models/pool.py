"""The pool: who can be asked to assess, how they were invited, when they have time, where they were, and what they declared."""

import hashlib

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from positions.models import Department, Round
from positions.states import PositionKind
from screening.assessors.queries import AssessorQuerySet, InvitationQuerySet, UndertakingQuerySet
from screening.assessors.states import InvitationState, StationKind


class Assessor(models.Model):
    """Somebody in the pool; an account belongs to them once they have accepted. The number stands for the person in draws."""

    number = models.CharField(_("assessor number"), max_length=12, unique=True, editable=False)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="assessor", verbose_name=_("account")
    )
    name = models.CharField(_("name"), max_length=150)
    email = models.EmailField(_("e-mail address"))
    language = models.CharField(_("language of letters"), max_length=10, choices=settings.LANGUAGES, default="en")
    institution = models.CharField(_("institution"), max_length=200, db_index=True)
    department = models.ForeignKey(
        Department, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("comes from the employing unit")
    )
    kinds = ArrayField(models.CharField(max_length=40, choices=PositionKind), default=list, blank=True, verbose_name=_("kinds of post"))
    competencies = ArrayField(models.SlugField(max_length=60), default=list, blank=True, verbose_name=_("competencies"))
    languages = ArrayField(
        models.CharField(max_length=10, choices=settings.LANGUAGES), default=list, blank=True, verbose_name=_("languages")
    )
    is_active = models.BooleanField(pgettext_lazy("assessor", "in the pool"), default=True)
    added_at = models.DateTimeField(_("added"), default=timezone.now, editable=False)

    objects = AssessorQuerySet.as_manager()

    class Meta:
        verbose_name = _("assessor")
        verbose_name_plural = _("assessors")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint("email", name="assessor_email_once", violation_error_message=_("This address is in the pool already."))
        ]

    def __str__(self) -> str:
        return f"{self.number} · {self.name}"

    @property
    def display_name(self) -> str:
        return self.name


class Invitation(models.Model):
    """A link that was sent to somebody; only the hash of its token is kept, and a reminder makes a new one."""

    assessor = models.ForeignKey(Assessor, models.CASCADE, related_name="invitations", verbose_name=_("assessor"))
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("invited by"))
    sent_at = models.DateTimeField(pgettext_lazy("invitation", "sent"), default=timezone.now)
    expires_at = models.DateTimeField(_("link valid until"))
    reminded_at = models.DateTimeField(pgettext_lazy("invitation", "reminded"), null=True, blank=True)
    accepted_at = models.DateTimeField(pgettext_lazy("invitation", "accepted"), null=True, blank=True)
    declined_at = models.DateTimeField(pgettext_lazy("invitation", "declined"), null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("assessor", "invitation")
        verbose_name_plural = pgettext_lazy("assessor", "invitations")
        ordering = ["-sent_at"]
        constraints = [
            models.UniqueConstraint(fields=["assessor"], condition=Q(accepted_at=None, declined_at=None), name="invitation_one_open"),
            models.CheckConstraint(condition=Q(accepted_at=None) | Q(declined_at=None), name="invitation_one_answer"),
        ]

    def __str__(self) -> str:
        return str(self.assessor)

    @staticmethod
    def hash_of(token: str) -> str:
        return hashlib.sha256(token.encode()).hexdigest()

    @property
    def state(self) -> InvitationState:
        """The last thing that happened, in one word."""
        if self.accepted_at:
            return InvitationState.ACCEPTED
        if self.declined_at:
            return InvitationState.DECLINED
        return InvitationState.EXPIRED if self.expires_at <= timezone.now() else InvitationState.SENT


class Availability(models.Model):
    """Days on which an assessor has time; whoever tells none is asked by mail."""

    assessor = models.ForeignKey(Assessor, models.CASCADE, related_name="availabilities", verbose_name=_("assessor"))
    from_on = models.DateField(pgettext_lazy("availability", "from"))
    until_on = models.DateField(pgettext_lazy("availability", "until"))

    class Meta:
        verbose_name = _("time of availability")
        verbose_name_plural = _("times of availability")
        ordering = ["from_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on__gte=F("from_on")),
                name="availability_order",
                violation_error_message=_("The end lies before the beginning."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.from_on} – {self.until_on}"


class Station(models.Model):
    """Where an assessor worked or studied; asked so that the office can see where a conflict is possible."""

    assessor = models.ForeignKey(Assessor, models.CASCADE, related_name="stations", verbose_name=_("assessor"))
    kind = models.CharField(pgettext_lazy("station of a life", "kind"), max_length=10, choices=StationKind)
    institution = models.CharField(_("institution"), max_length=200)
    since = models.PositiveSmallIntegerField(_("from the year"), null=True, blank=True)
    until = models.PositiveSmallIntegerField(_("until the year"), null=True, blank=True)

    class Meta:
        verbose_name = _("station")
        verbose_name_plural = _("stations")
        ordering = ["kind", "since", "pk"]

    def __str__(self) -> str:
        return self.institution


class Undertaking(models.Model):
    """The declaration of secrecy and impartiality for one round, with the exact words on which it was given."""

    assessor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="undertakings", verbose_name=_("assessor"))
    round = models.ForeignKey(Round, models.PROTECT, related_name="+", verbose_name=_("recruitment round"))
    version = models.CharField(_("version"), max_length=20)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    body = models.TextField(_("text"))
    checksum = models.CharField(_("checksum"), max_length=64)
    declared_at = models.DateTimeField(_("declared"), default=timezone.now)

    objects = UndertakingQuerySet.as_manager()

    class Meta:
        verbose_name = _("declaration of secrecy and impartiality")
        verbose_name_plural = _("declarations of secrecy and impartiality")
        ordering = ["-declared_at"]
        constraints = [models.UniqueConstraint(fields=["assessor", "round", "version"], name="undertaking_once")]

    def __str__(self) -> str:
        return f"{self.assessor} · {self.round}"
