"""The words of the planning office: states of a position, and the closed lists that describe a post."""

import datetime

from django.db import models
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from positions.states.catalogues import CertificateKind, WorkKind

__all__ = ["CertificateKind", "WorkKind"]


class PositionState(models.TextChoices):
    """How far a post has come: written, passed its secrecy review, open to the public, closed."""

    DRAFTED = "drafted", pgettext_lazy("position", "Draft")
    REVIEWED = "reviewed", _("Secrecy review passed")
    PUBLISHED = "published", pgettext_lazy("position", "Published")
    CLOSED = "closed", pgettext_lazy("position", "Closed")


BADGES = {
    PositionState.DRAFTED: (PositionState.DRAFTED.label, "grey"),
    PositionState.REVIEWED: (PositionState.REVIEWED.label, "blue"),
    PositionState.PUBLISHED: (PositionState.PUBLISHED.label, "green"),
    PositionState.CLOSED: (PositionState.CLOSED.label, "purple"),
}

PUBLIC_STATES = (PositionState.PUBLISHED, PositionState.CLOSED)


class PositionKind(models.TextChoices):
    """The five kinds of post of the programme."""

    INVESTMENT_CONSULTANT = "international_investment_consultant", _("International investment consultant")
    TRADE_COMPLIANCE = "trade_compliance_officer", _("Cross-border trade compliance officer")
    MULTICULTURAL_COORDINATOR = "multicultural_coordinator", _("Multicultural coordinator")
    RESIDENT_SERVICE = "resident_service_specialist", _("Foreign resident service specialist")
    ST_COMMISSIONER = "st_cooperation_commissioner", _("International S&T cooperation commissioner")


class EngagementType(models.TextChoices):
    """In which legal form somebody is engaged; each has its own legal basis."""

    APPOINTED_CONTRACT = "appointed_contract", _("Appointment by contract (special authorisation)")
    STATUTORY_BODY = "statutory_body", _("Statutory body")
    PUBLIC_INSTITUTION = "public_institution", _("Public institution")
    GOVERNMENT_EMPLOYEE = "government_employee", _("Contract-based government employee")
    PROJECT = "project", _("Project-based")
    ADVISER = "adviser", _("Adviser")


class BodyKind(models.TextChoices):
    """What sort of body a department is."""

    GOVERNMENT_AGENCY = "government_agency", _("Government agency")
    STATUTORY_BODY = "statutory_body", _("Statutory body")
    PUBLIC_INSTITUTION = "public_institution", _("Public institution")


class SalaryMode(models.TextChoices):
    """How pay is set: negotiated, by international reference, or in the local sequence."""

    NEGOTIATED = "negotiated", _("Negotiated salary")
    INTERNATIONAL_REFERENCE = "international_reference", _("By international reference")
    LOCAL_SEQUENCE = "local_sequence", _("Local salary sequence")


class WorkingLanguage(models.TextChoices):
    """A language in which the work is done."""

    CHINESE = "zh-Hans", pgettext_lazy("language", "Chinese")
    ENGLISH = "en", pgettext_lazy("language", "English")
    GERMAN = "de", pgettext_lazy("language", "German")
    JAPANESE = "ja", pgettext_lazy("language", "Japanese")
    KOREAN = "ko", pgettext_lazy("language", "Korean")


class RuleKind(models.TextChoices):
    """What an eligibility rule looks at."""

    AGE = "age", _("Age")
    NATIONALITY = "nationality", _("Nationality")
    DEGREE = "degree", _("Degree")
    DEGREE_FIELD = "degree_field", _("Field of study")
    WORK_YEARS = "work_years", _("Years of work")
    CERTIFICATE = "certificate", _("Certificate of a profession")
    LANGUAGE = "language", _("Language")
    CHINESE = "chinese", _("Level of Chinese")
    NO_CRIMINAL_RECORD = "no_criminal_record", _("No criminal record")
    RESIDENCE_MONTHS = "residence_months", _("Residence in China")
    PASSPORT_VALIDITY = "passport_validity", _("Validity of the passport")


class CompetencyNature(models.TextChoices):
    """What can be taught and tested, and what shows in dealing with people."""

    HARD = "hard", _("Hard skills")
    SOFT = "soft", _("Soft skills")


class Heading(models.TextChoices):
    """The headings of the United Nations' Values and Behaviours Framework; names only, the words beneath are our own."""

    INCLUSION = "inclusion", pgettext_lazy("heading", "Inclusion")
    INTEGRITY = "integrity", pgettext_lazy("heading", "Integrity")
    HUMILITY = "humility", pgettext_lazy("heading", "Humility")
    HUMANITY = "humanity", pgettext_lazy("heading", "Humanity")
    CONNECT = "connect_and_collaborate", pgettext_lazy("heading", "Connect and Collaborate")
    ANALYSE = "analyse_and_plan", pgettext_lazy("heading", "Analyse and Plan")
    DELIVER = "deliver_results", pgettext_lazy("heading", "Deliver Results with Positive Impact")
    LEARN = "learn_and_develop", pgettext_lazy("heading", "Learn and Develop")
    ADAPT = "adapt_and_innovate", pgettext_lazy("heading", "Adapt and Innovate")


class Stage(models.TextChoices):
    """The stages of the selection, as a round promises them."""

    QUALIFICATION = "qualification", _("Qualification check")
    COMPETENCE = "competence", _("Professional competence test")
    CROSSCULTURAL = "crosscultural", _("Cross-cultural assessment")
    MERIT = "merit", _("Ranking and nomination")
    SECURITY = "security", _("Security review")
    NOTICE = "notice", _("Public notice")
    OFFER = "offer", pgettext_lazy("stage", "Appointment")


COMPETENCY_STAGES = [(stage.value, stage.label) for stage in (Stage.QUALIFICATION, Stage.COMPETENCE, Stage.CROSSCULTURAL)]


class Aggregation(models.TextChoices):
    """How the marks of a panel become one mark."""

    MEAN = "mean", _("Mean")
    TRIMMED_MEAN = "trimmed_mean_1", _("Mean without the highest and the lowest")
    MEDIAN = "median", _("Median")


class TieBreak(models.TextChoices):
    """What decides between equal overall scores."""

    CROSSCULTURAL = "crosscultural", pgettext_lazy("tie-break", "score of the cross-cultural assessment")
    COMPETENCE = "competence", pgettext_lazy("tie-break", "score of the competence test")
    NUMBER = "number", pgettext_lazy("tie-break", "candidate number, drawn at random when the file was opened")


# The number comes last in each: it always decides, and nothing after it could.
TIE_BREAK_ORDERS = (
    (TieBreak.CROSSCULTURAL, TieBreak.COMPETENCE, TieBreak.NUMBER),
    (TieBreak.COMPETENCE, TieBreak.CROSSCULTURAL, TieBreak.NUMBER),
    (TieBreak.CROSSCULTURAL, TieBreak.NUMBER),
    (TieBreak.COMPETENCE, TieBreak.NUMBER),
    (TieBreak.NUMBER,),
)


class RefusalReason(models.TextChoices):
    """Why a second person does not let a text go out."""

    SECRECY = "secrecy", _("Something in it must not be published")
    LEGAL = "legal", _("The legal footing or the approval is not in order")
    DUTIES = "duties", _("Duties or requirements are unclear or not needed for the work")
    UNFAIR = "unfair", _("A requirement treats people unfairly")
    LANGUAGE = "language", _("A language version is wrong or says something else")
    OTHER = "other", pgettext_lazy("reason", "Another reason")


class CorrectionKind(models.TextChoices):
    """What is changed in a public post."""

    CORRECTION = "correction", pgettext_lazy("of a public post", "Correction")
    EXTENSION = "extension", pgettext_lazy("of a public post", "Extension of the deadline")


class CorrectionState(models.TextChoices):
    """How far a correction has come: proposed by one person, issued or refused by another, or taken back."""

    PROPOSED = "proposed", pgettext_lazy("correction", "Waiting for a second person")
    ISSUED = "issued", pgettext_lazy("correction", "Issued")
    REFUSED = "refused", pgettext_lazy("correction", "Refused")
    WITHDRAWN = "withdrawn", pgettext_lazy("correction", "Taken back")


CORRECTION_BADGES = {
    CorrectionState.PROPOSED: (CorrectionState.PROPOSED.label, "yellow"),
    CorrectionState.ISSUED: (CorrectionState.ISSUED.label, "green"),
    CorrectionState.REFUSED: (CorrectionState.REFUSED.label, "red"),
    CorrectionState.WITHDRAWN: (CorrectionState.WITHDRAWN.label, "grey"),
}


class FindingResult(models.TextChoices):
    """What the check of one requirement found; it never decides."""

    MET = "met", _("Requirement met")
    NOT_MET = "not_met", _("Requirement not met")
    UNCLEAR = "unclear", _("Unclear")


class Call(models.TextChoices):
    """What the public sees of a post: not open yet, open, closed."""

    UPCOMING = "upcoming", pgettext_lazy("call", "Opens soon")
    OPEN = "open", pgettext_lazy("call", "Open for applications")
    CLOSED = "closed", pgettext_lazy("call", "Closed")

    @classmethod
    def at(cls, moment: datetime.datetime, *, state: str, opens_at: datetime.datetime, closes_at: datetime.datetime) -> "Call":
        """Where a post stands at a moment; one that was closed early stays closed."""
        if state != PositionState.PUBLISHED or closes_at <= moment:
            return cls.CLOSED
        return cls.OPEN if opens_at <= moment else cls.UPCOMING


CALL_BADGES = {
    Call.UPCOMING: (Call.UPCOMING.label, "teal"),
    Call.OPEN: (Call.OPEN.label, "green"),
    Call.CLOSED: (Call.CLOSED.label, "grey"),
}


class Status(models.TextChoices):
    """Which posts a list shows."""

    OPEN = "open", pgettext_lazy("posts", "Open")
    CLOSED = "closed", pgettext_lazy("posts", "Closed")
    ALL = "all", pgettext_lazy("posts", "All")


class Sort(models.TextChoices):
    """In which order a list of posts stands."""

    DEADLINE = "deadline", pgettext_lazy("order", "Deadline")
    NEWEST = "newest", pgettext_lazy("order", "Newest")
    TITLE = "title", pgettext_lazy("order", "Title")


class Due(models.TextChoices):
    """How near a deadline is, in days."""

    WEEK = "7", _("Within 7 days")
    MONTH = "30", _("Within 30 days")


class Pay(models.TextChoices):
    """What is told of the pay."""

    PUBLISHED = "published", _("Salary range published")


NO_PROOF = "none"
TAUGHT = "degree"
# Versions of HSK and their levels: two scales, which are never compared.
HSK_LEVELS = {"2.0": range(1, 7), "3.0": range(1, 10)}
PROOFS_OF_CHINESE = [
    (NO_PROOF, _("No proof of Chinese asked for")),
    *(
        (f"hsk-{version}-{level}", format_lazy(_("HSK {version}, level {level}"), version=version, level=level))
        for version, levels in HSK_LEVELS.items()
        for level in levels
    ),
    (TAUGHT, _("A degree taught in Chinese")),
]


class Frequency(models.TextChoices):
    """How often somebody is told of new posts."""

    DAILY = "daily", _("Once a day, when there is something new")
    WEEKLY = "weekly", _("Once a week, on Monday, when there is something new")


class Holds(models.TextChoices):
    """Which nationality somebody holds, as far as it decides about the channel."""

    FOREIGN = "foreign", _("Only the nationality of one or more other countries")
    FORMER = "former", _("Of another country; I held Chinese nationality earlier")
    CHINESE = "chinese", _("Chinese nationality, also beside another one")
    HONG_KONG_MACAO = "hong_kong_macao", _("I am a resident of Hong Kong or Macao and a Chinese national")
    TAIWAN = "taiwan", _("I am a resident of Taiwan, China")


FINDING_BADGES = {
    FindingResult.MET: (pgettext_lazy("self-check", "Met"), "green"),
    FindingResult.NOT_MET: (pgettext_lazy("self-check", "Not met"), "red"),
    FindingResult.UNCLEAR: (pgettext_lazy("self-check", "Needs a look"), "yellow"),
}
