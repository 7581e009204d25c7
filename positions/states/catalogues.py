"""What can be counted of a life in work: kinds of work that fit the five kinds of post, and certificates of a profession."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class WorkKind(models.TextChoices):
    """What somebody's work was about; one employment has one kind."""

    INVESTMENT = "investment", _("Investment and industry consulting, business development")
    TRADE = "trade", _("Trade, customs, compliance and audit")
    MULTICULTURAL = "multicultural", _("Multicultural and community work")
    RESIDENTS = "residents", _("Services for residents, customers or patients")
    SCIENCE = "science", _("Cooperation in science and technology, technology transfer")
    ADMINISTRATION = "administration", _("Public administration")
    EDUCATION = "education", _("Education and research")
    LAW = "law", pgettext_lazy("kind of work", "Law")
    OTHER = "other", pgettext_lazy("kind of work", "Other work")


class CertificateKind(models.TextChoices):
    """What entitles to a profession or proves its skill; what is not in the list is named."""

    TEACHING = "teaching", _("Teaching qualification")
    LAW = "law", _("Admission as a lawyer")
    INTERPRETER = "interpreter", _("Interpreter or translator")
    PROJECT = "project", _("Project management")
    ACCOUNTING = "accounting", _("Accountant or auditor")
    CUSTOMS = "customs", _("Customs or trade compliance specialist")
    SOCIAL_WORK = "social_work", _("Social worker")
    PROFESSIONAL = "professional", _("Chartered engineer or another regulated profession")
    OTHER = "other", pgettext_lazy("certificate", "Another one, which I name")
