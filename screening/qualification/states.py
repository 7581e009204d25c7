"""The words of the qualification check: what is looked at, how, with which result, and which of it may be given in later."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from recruitment.core.badges import register


class CheckKind(models.TextChoices):
    """What a check looks at: the person, what the post asks for, and each thing that the file states."""

    IDENTITY = "identity", _("Identity")
    REQUIREMENT = "requirement", _("Requirement of the position")
    DEGREE = "degree", _("Degree")
    EMPLOYMENT = "employment", _("Employment")
    LANGUAGE = "language", _("Language certificate")
    RECORD = "record", _("Certificate of no criminal record")
    DOCUMENT = "document", _("Supporting document")
    DECLARATION = "declaration", _("Declaration")


class CheckResult(models.TextChoices):
    """What the officer found; empty until they looked."""

    OPEN = "open", pgettext_lazy("check", "not checked yet")
    MET = "met", _("Requirement met")
    PROVISIONAL = "provisional", _("Met provisionally, proof to follow")
    NOT_MET = "not_met", _("Requirement not met")
    UNCLEAR = "unclear", pgettext_lazy("check", "unclear")


DOUBTS = (CheckResult.NOT_MET, CheckResult.UNCLEAR)
PASSES = (CheckResult.MET, CheckResult.PROVISIONAL)


class Method(models.TextChoices):
    """How the officer made sure."""

    ORIGINAL = "original", pgettext_lazy("check", "original seen")
    OFFICIAL_SITE = "site", pgettext_lazy("check", "verified on the official site")
    ISSUER = "issuer", pgettext_lazy("check", "issuer asked")
    STATEMENT = "statement", pgettext_lazy("check", "candidate’s statement")
    COMMITMENT = "commitment", pgettext_lazy("check", "letter of commitment")


class DegreeRoute(models.TextChoices):
    """How a foreign degree is made recognisable in China (domain 2.1.1 to 2.1.3)."""

    CSCSE = "cscse", _("CSCSE recognition")
    APOSTILLE = "apostille", pgettext_lazy("authentication", "Apostille")
    LEGALISATION = "legalisation", pgettext_lazy("authentication", "Consular legalisation")
    EMBASSY = "embassy", _("Authentication by the issuing country’s embassy in China")
    NOTARY = "notary", pgettext_lazy("authentication", "Notarial route of Hong Kong, Macao or Taiwan")
    DOMESTIC = "domestic", _("Chinese degree: none needed")


class Confidence(models.TextChoices):
    """How sure the officer is."""

    HIGH = "high", pgettext_lazy("confidence", "high")
    MEDIUM = "medium", pgettext_lazy("confidence", "medium")
    LOW = "low", pgettext_lazy("confidence", "low")


# Proved by a paper: whoever finds them met says how they made sure.
PROVED = (CheckKind.DEGREE, CheckKind.EMPLOYMENT, CheckKind.LANGUAGE, CheckKind.RECORD)
# Accepted with a gap (容缺受理, domain 2.1.9): what others issue and what takes its time; never the person, a requirement or a declaration.
MAY_FOLLOW = PROVED
DOCUMENTS_MAY_FOLLOW = ("degree_authentication", "employment_proof", "language_certificate", "no_criminal_record", "translation")
# A statement alone proves nothing that somebody else can attest, and a commitment only puts it off.
PROVES_NOTHING = (Method.STATEMENT, Method.COMMITMENT)

BADGES = {
    CheckResult.OPEN: (CheckResult.OPEN.label, "grey"),
    CheckResult.MET: (CheckResult.MET.label, "green"),
    CheckResult.PROVISIONAL: (CheckResult.PROVISIONAL.label, "yellow"),
    CheckResult.NOT_MET: (CheckResult.NOT_MET.label, "red"),
    CheckResult.UNCLEAR: (CheckResult.UNCLEAR.label, "orange"),
}

register("qualification.check", BADGES)
