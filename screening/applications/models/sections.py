"""The sections of a form: who somebody is, what they learned, did and speak, and what they declare."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import OpClass
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Upper
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_countries.fields import CountryField

from positions.states import CertificateKind, WorkKind
from recruitment.core.fields import EncryptedDateField, EncryptedTextField
from recruitment.documents.models import Document
from screening.applications.models.application import Application
from screening.applications.queries import AttachmentQuerySet
from screening.applications.states import InterestKind, IscedField, IscedLevel, LanguageTest, NameOrder, PauseKind, Sex


class Identity(models.Model):
    """Who the candidate is, as printed in the passport; number, birth date and telephone lie encrypted."""

    application = models.OneToOneField(Application, models.CASCADE, related_name="identity")
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    full_name_latin = models.CharField(_("name as in the passport"), max_length=200, blank=True)
    full_name_native = models.CharField(_("name in your own script"), max_length=200, blank=True)
    family_name = models.CharField(_("family name"), max_length=100, blank=True)
    given_names = models.CharField(_("given names"), max_length=100, blank=True)
    name_order = models.CharField(_("order of names"), max_length=12, choices=NameOrder, blank=True)
    chinese_name = models.CharField(_("Chinese name"), max_length=50, blank=True)
    former_names = models.CharField(_("former names"), max_length=200, blank=True)
    sex = models.PositiveSmallIntegerField(_("sex"), choices=Sex, default=Sex.UNKNOWN)
    birth_date = EncryptedDateField(_("date of birth"), null=True, blank=True)
    nationality = CountryField(_("nationality"), blank=True)
    other_nationalities = CountryField(_("other nationalities"), multiple=True, blank=True)
    was_chinese_national = models.BooleanField(_("formerly held Chinese nationality"), null=True)
    residence_country = CountryField(_("country (region) of residence"), blank=True)
    shanghai_months = models.PositiveSmallIntegerField(_("months lived in Shanghai"), null=True, blank=True)
    passport_number = EncryptedTextField(_("passport number"), blank=True)
    passport_expires_on = models.DateField(_("passport valid until"), null=True, blank=True)
    telephone = EncryptedTextField(_("telephone"), blank=True)
    # The machine-readable zone itself is never stored (domain 2.5.1): only when it was compared, and which answers differed.
    zone_checked_at = models.DateTimeField(_("passport zone compared"), null=True, blank=True)
    zone_differences = ArrayField(
        models.CharField(max_length=30), default=list, blank=True, verbose_name=_("answers that differ from the zone")
    )

    class Meta:
        verbose_name = _("identity")
        verbose_name_plural = _("identities")
        indexes = [
            *(
                models.Index(OpClass(Upper(name), name="text_pattern_ops"), name=f"identity_{name}")
                for name in ("full_name_latin", "family_name", "full_name_native")
            ),
            models.Index(fields=["chinese_name"], opclasses=["varchar_pattern_ops"], name="identity_chinese_name"),
        ]

    def __str__(self) -> str:
        return self.public_name

    @property
    def public_name(self) -> str:
        """Passport name and, where there is one, the Chinese name."""
        return f"{self.full_name_latin} {self.chinese_name}".strip()


class Education(models.Model):
    """One degree, with its title as given; a row may be half filled until its section is marked as complete."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="education")
    title = models.CharField(_("title of the degree as given"), max_length=200, blank=True)
    institution = models.CharField(_("institution"), max_length=200, blank=True)
    country = CountryField(_("country (region)"), blank=True)
    isced_level = models.PositiveSmallIntegerField(_("level of education"), choices=IscedLevel, null=True, blank=True)
    isced_field = models.CharField(_("field of study"), max_length=2, choices=IscedField, blank=True)
    language = models.CharField(_("language of instruction"), max_length=20, blank=True)
    began_on = models.DateField(_("began"), null=True, blank=True)
    has_graduated = models.BooleanField(_("has graduated"), null=True, blank=True)
    graduated_on = models.DateField(_("graduated"), null=True, blank=True)

    class Meta:
        verbose_name = _("education")
        verbose_name_plural = _("education")
        ordering = [F("graduated_on").desc(nulls_first=True), "pk"]

    def __str__(self) -> str:
        return ", ".join(filter(None, (self.title, self.institution)))


class Certificate(models.Model):
    """What entitles somebody to a profession or proves its skill: by its kind in the catalogue, or named."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="certificates")
    kind = models.CharField(_("kind of certificate"), max_length=16, choices=CertificateKind, blank=True)
    name = models.CharField(_("name of the certificate"), max_length=200, blank=True)
    issuer = models.CharField(_("issued by"), max_length=200, blank=True)
    country = CountryField(_("country (region)"), blank=True)
    issued_on = models.DateField(_("issued on"), null=True, blank=True)
    expires_on = models.DateField(_("valid until"), null=True, blank=True)

    class Meta:
        verbose_name = _("certificate of a profession")
        verbose_name_plural = _("certificates of a profession")
        ordering = [F("issued_on").desc(nulls_first=True), "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_on=None) | Q(issued_on=None) | Q(expires_on__gte=F("issued_on")),
                name="certificate_order",
                violation_error_message=_("The end lies before the beginning."),
            )
        ]

    def __str__(self) -> str:
        return ", ".join(str(part) for part in (self.name or self.get_kind_display(), self.issuer) if part)


class Employment(models.Model):
    """One employment; an empty end means today. A row may be half filled until its section is marked as complete."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="employment")
    employer = models.CharField(_("employer"), max_length=200, blank=True)
    title = models.CharField(pgettext_lazy("employment", "position held"), max_length=200, blank=True)
    kind = models.CharField(_("kind of work"), max_length=16, choices=WorkKind, blank=True)
    country = CountryField(_("country (region)"), blank=True)
    began_on = models.DateField(_("began"), null=True, blank=True)
    ended_on = models.DateField(_("ended"), null=True, blank=True)
    duties = models.TextField(_("what you did"), max_length=1500, blank=True)

    class Meta:
        verbose_name = _("employment")
        verbose_name_plural = _("employments")
        ordering = [F("ended_on").desc(nulls_first=True), "-began_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("began_on")),
                name="employment_order",
                violation_error_message=_("The end lies before the beginning."),
            )
        ]

    def __str__(self) -> str:
        return ", ".join(filter(None, (self.title, self.employer)))


class Pause(models.Model):
    """A time without employment and what it was used for; officers ask about every gap of more than 30 days."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="pauses")
    kind = models.CharField(pgettext_lazy("time without employment", "kind"), max_length=12, choices=PauseKind, blank=True)
    began_on = models.DateField(_("began"), null=True, blank=True)
    ended_on = models.DateField(_("ended"), null=True, blank=True)
    explanation = models.CharField(_("explanation"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("time without employment")
        verbose_name_plural = _("times without employment")
        ordering = [F("ended_on").desc(nulls_first=True), "-began_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("began_on")),
                name="pause_order",
                violation_error_message=_("The end lies before the beginning."),
            )
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())


class LanguageEvidence(models.Model):
    """One language with its proof: native, a test with version and level, or a degree taught in it."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="languages")
    language = models.CharField(_("language"), max_length=20)
    is_native = models.BooleanField(_("mother tongue"), default=False)
    test = models.CharField(pgettext_lazy("language test", "test"), max_length=20, choices=LanguageTest, blank=True)
    version = models.CharField(pgettext_lazy("language test", "version"), max_length=10, blank=True)
    level = models.CharField(pgettext_lazy("language test", "level"), max_length=10, blank=True)
    score = models.PositiveSmallIntegerField(pgettext_lazy("language test", "score"), null=True, blank=True)
    certificate_number = models.CharField(_("number of the certificate"), max_length=40, blank=True)
    tested_on = models.DateField(_("day of the test"), null=True, blank=True)

    class Meta:
        verbose_name = _("language")
        verbose_name_plural = _("languages")
        ordering = ["-is_native", "pk"]

    def __str__(self) -> str:
        return " ".join(part for part in (self.language, self.test, self.version, self.level) if part)


class CompetencyEvidence(models.Model):
    """What somebody brings forward for one competency of the post's model; its name is kept as it was read."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="competency_evidence")
    competency = models.CharField(_("competency"), max_length=60)
    name = models.CharField(_("name"), max_length=200)
    text = models.TextField(_("evidence"), blank=True)

    class Meta:
        verbose_name = _("evidence of a competency")
        verbose_name_plural = _("evidence of competencies")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["application", "competency"], name="competency_evidence_once")]

    def __str__(self) -> str:
        return self.name


class Interest(models.Model):
    """Something that could stand in the way of an impartial decision or office: a relative, an employer, an acquaintance, a share."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="interests")
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(pgettext_lazy("conflict of interest", "kind"), max_length=12, choices=InterestKind, blank=True)
    who = EncryptedTextField(_("who"), blank=True)
    body = EncryptedTextField(_("body and unit"), blank=True)
    explanation = EncryptedTextField(_("explanation"), blank=True)

    class Meta:
        verbose_name = _("conflict of interest")
        verbose_name_plural = _("conflicts of interest")
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.get_kind_display())


class Attachment(models.Model):
    """A document of the candidate, put under one of the kinds that the post asks for.

    What was replaced or taken back after the first submission stays for the office, with the instant at which it was.
    """

    application = models.ForeignKey(Application, models.CASCADE, related_name="attachments")
    kind = models.CharField(_("kind of document"), max_length=40)
    document = models.OneToOneField(Document, models.PROTECT, related_name="+", verbose_name=_("document"))
    added_at = models.DateTimeField(_("added"), default=timezone.now)
    removed_at = models.DateTimeField(_("taken back"), null=True, blank=True)

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        ordering = ["kind", "pk"]

    def __str__(self) -> str:
        return self.document.display_name


class Declaration(models.Model):
    """What the candidate declares about themselves (Civil Servants Law, art. 26, adapted), and in their own words why and how."""

    application = models.OneToOneField(Application, models.CASCADE, related_name="declaration")
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    has_criminal_record = models.BooleanField(_("criminal record in any country"), null=True)
    was_dismissed = models.BooleanField(_("dismissed from a public office"), null=True)
    explanation = EncryptedTextField(_("explanation"), blank=True)
    has_relatives = models.BooleanField(_("relatives in the department"), null=True)
    relatives = EncryptedTextField(_("who and where"), blank=True)
    motivation = models.TextField(_("why this position"), max_length=3000, blank=True)
    case_conflict = models.TextField(_("case study: a conflict in a cross-cultural team"), max_length=4000, blank=True)
    case_event = models.TextField(_("case study: organising an international event"), max_length=4000, blank=True)
    is_true = models.BooleanField(_("everything stated is true"), default=False)
    declared_at = models.DateTimeField(_("declared"), null=True, blank=True)

    class Meta:
        verbose_name = _("declaration")
        verbose_name_plural = _("declarations")

    def __str__(self) -> str:
        return str(_("Declaration of truthfulness"))
