"""The kinds of letters: each tells a fact, in the past tense, and has its templates in templates/notifications/<kind>/."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """One kind is one pair of templates, `subject.txt` and `body.txt`, rendered in the reader's language."""

    ACCOUNT = "account", _("About your account")
    SUBMITTED = "submitted", _("Application received")
    RETURNED = "returned", _("Corrections requested")
    RESUBMITTED = "resubmitted", _("Corrections received")
    QUALIFIED = "qualified", _("Qualification check passed")
    INVITED = "invited", _("Invitation to the professional competence test")
    EXAMINED = "examined", _("Professional competence test passed")
    INTERVIEW_OPENED = "interview_opened", _("Choose your interview slot")
    INTERVIEW_BOOKED = "interview_booked", _("Interview slot confirmed")
    ASSESSED = "assessed", _("Cross-cultural assessment completed")
    NOMINATED = "nominated", _("Nominated")
    RESERVED = "reserved", _("Placed on the reserve list")
    CLEARED = "cleared", _("Selection gates completed")
    ANNOUNCED = "announced", _("Named in a public notice")
    CONFIRMED = "confirmed", _("Public notice concluded: proceeding to appointment")
    DEFERRED = "deferred", _("Public notice concluded: appointment deferred")
    REVOKED = "revoked", _("Public notice concluded: not appointed")
    OFFERED = "offered", _("Offer of appointment")
    APPOINTED = "appointed", _("Appointment")
    DECLINED = "declined", _("Offer declined")
    REJECTED = "rejected", _("Application not successful")
    WITHDRAWN = "withdrawn", _("Application withdrawn")
    LAPSED = "lapsed", _("Application lapsed")
    PAPER_LAPSING = "paper_lapsing", _("A paper lapses")
    MARKING_ASSIGNED = "marking_assigned", _("Papers to mark")
    PANEL_ASSIGNED = "panel_assigned", _("Interviews to rate")
    OBJECTION_RECEIVED = "objection_received", _("Objection received")
    OBJECTION_ANSWERED = "objection_answered", _("Objection answered")
    SERVICE_BEGUN = "service_begun", _("First day of service")
    MENTOR_PAIRED = "mentor_paired", _("Your mentor")
    MENTEE_PAIRED = "mentee_paired", _("Your mentee")
    SESSION_LOGGED = "session_logged", _("Counselling session logged")
    COURSE_ENROLLED = "course_enrolled", _("Training course")
    COURSE_COMPLETED = "course_completed", _("Training course completed")
    SERVICE_OPENED = "service_opened", _("Service request opened")
    SERVICE_CLOSED = "service_closed", _("Service request closed")
