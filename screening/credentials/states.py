"""The words of foreign papers: their kinds, how a country's papers are recognised, and from when a validity is counted."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class PaperKind(models.TextChoices):
    """The papers that the guide knows; the codes are those of the documents that a post asks for."""

    DEGREE = "degree", _("Degree certificate")
    NO_CRIMINAL_RECORD = "no_criminal_record", _("Certificate of no criminal record")
    BIRTH = "birth_certificate", _("Birth certificate")
    MARRIAGE = "marriage_certificate", _("Marriage certificate")
    LANGUAGE = "language_certificate", _("Language certificate")
    EMPLOYMENT = "employment_proof", _("Proof of employment")
    HEALTH = "health_certificate", _("Health certificate")


class Recognition(models.TextChoices):
    """What a public paper of a country needs before it is recognised in mainland China (Convention of 5 October 1961)."""

    PARTY = "party", _("Apostille")
    OBJECTION = "objection", _("Consular legalisation: the Convention is not in force between the two countries")
    NOT_PARTY = "not_party", _("Consular legalisation: not a party to the Apostille Convention")
    DOMESTIC = "domestic", _("Neither: the paper was issued in mainland China")
    OWN_ROUTE = "own_route", _("Neither: a notarial route of its own")
    UNKNOWN = "unknown", _("Apostille if the country is a party to the Convention, consular legalisation otherwise")


LEGALISED = (Recognition.OBJECTION, Recognition.NOT_PARTY)
NEEDS_NOTHING_ABROAD = (Recognition.DOMESTIC, Recognition.OWN_ROUTE)


class CountedFrom(models.TextChoices):
    """The day on which a validity begins."""

    ISSUE = "issue", pgettext_lazy("validity", "the day of issue")
    TEST = "test", pgettext_lazy("validity", "the day of the test")
    EXAMINATION = "examination", pgettext_lazy("validity", "the day of the examination")


class Authentication(models.TextChoices):
    """How a paper was made recognisable."""

    APOSTILLE = "apostille", pgettext_lazy("authentication", "Apostille")
    LEGALISATION = "legalisation", pgettext_lazy("authentication", "Consular legalisation")
    CSCSE = "cscse", pgettext_lazy("authentication", "CSCSE recognition")
    NOTARY = "notary", pgettext_lazy("authentication", "Notarial route of Hong Kong, Macao or Taiwan")
    NONE = "none", pgettext_lazy("authentication", "None yet")
