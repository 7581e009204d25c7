"""Assessment, service, following an application, personal information."""

from django.utils.translation import gettext_lazy as _

from recruitment.policy.register.entering import (
    CUSTOM,
    DAYS,
    HOURS,
    MONTHS,
    PERSONS,
    POINTS,
    RATIO,
    WD,
    YEARS,
    read,
    unread,
)
from recruitment.policy.states import Form, Unit

# --- Assessment ---------------------------------------------------------------------------------------------------
read("interview.panel_size", 5, PERSONS, _("Members of an interview panel"), "公务员录用面试办法", form=Form.CHOICE, choices=(5, 7))
read("interview.max_from_unit", 1, PERSONS, _("Members of a panel who may come from one unit"), "公务员录用面试办法", floor=1, ceiling=3)
read("interview.min_score", 60, POINTS, _("Lowest interview score that passes"), "上海市公务员招录公告（2015）", floor=0, ceiling=100)
read(
    "interview.ratio", 3, RATIO, _("Candidates invited to interview for each vacancy"), "上海市公务员招录公告（2015）", floor=1, ceiling=10
)
read(
    "composite.weights",
    {"competence": 40, "crosscultural": 60},
    Unit.PERCENT,
    _("Weights of the competence test and the cross-cultural assessment in the overall score"),
    "上海市公务员招录公告（2015）",
    form=Form.WEIGHTS,
)
unread(
    "marking.max_gap",
    15,
    Unit.PERCENT,
    _("Gap between two markings, in per cent of the range, above which a third assessor marks"),
    CUSTOM,
    floor=5,
    ceiling=50,
)
unread(
    "agreement.alpha_warn",
    "0.667",
    RATIO,
    _("Agreement between assessors below which a stage needs moderation"),
    CUSTOM,
    form=Form.DECIMAL,
    floor=0,
    ceiling=1,
)
unread(
    "agreement.alpha_good",
    "0.80",
    RATIO,
    _("Agreement between assessors that counts as good"),
    CUSTOM,
    form=Form.DECIMAL,
    floor=0,
    ceiling=1,
)
read(
    "fairness.ratio_warn",
    "0.80",
    RATIO,
    _("Impact ratio below which group differences are reported"),
    "四分之五规则（Uniform Guidelines 1978）",
    form=Form.DECIMAL,
    floor=0,
    ceiling=1,
)
unread("fairness.min_cell", 5, PERSONS, _("Smallest group for which a ratio is shown"), floor=1, ceiling=100)

# --- In office ----------------------------------------------------------------------------------------------------
unread("training.initial_min_days", 12, DAYS, _("Shortest initial training"), CUSTOM, floor=0, ceiling=120)
unread("training.annual_min_hours", 90, HOURS, _("Training hours in a year"), CUSTOM, floor=0, ceiling=500)
unread("mentor.session_interval_days", 30, DAYS, _("A mentor and an officer meet at least every"), floor=1, ceiling=180)
unread("secondment.max_months", 12, MONTHS, _("Longest secondment"), CUSTOM, floor=1, ceiling=24)

# --- Following an application -------------------------------------------------------------------------------------
unread("late.ask_working_days", 3, WD, _("A late submission can be asked for after the deadline within"), floor=1, ceiling=10)
unread("late.answer_working_days", 2, WD, _("A request to hand in late is answered within"), floor=1, ceiling=5)
unread("late.most_working_days", 5, WD, _("Longest time that is granted for a late submission"), floor=1, ceiling=10)
unread("promise.extension_working_days", 5, WD, _("After a missed promise the step is expected within"), floor=1, ceiling=20)
unread("draft.inactive_days", 180, DAYS, _("A draft that nobody touches is deleted after"), floor=30, ceiling=730)
unread("purge.warn_days", 7, DAYS, _("A deletion is announced by letter before it happens by"), floor=3, ceiling=30)

# --- Oversight ----------------------------------------------------------------------------------------------------
unread("oversight.answer_working_days", 5, WD, _("A question of the oversight body is answered within"), floor=1, ceiling=20)

# --- Personal information -----------------------------------------------------------------------------------------
unread("dsr.answer_working_days", 15, WD, _("A request about personal information is answered within"), CUSTOM, floor=1, ceiling=30)
read("log.retention_days", 365, DAYS, _("Access and operation logs are kept for"), "网络安全法（2016）第21条", floor=183)
read(
    "pia.retention_years", 3, YEARS, _("Impact assessments and records of provision are kept for"), "个人信息保护法（2021）第56条", floor=3
)
unread("retention.application_withdrawn_days", 30, DAYS, _("Applications withdrawn or never submitted are kept for"), floor=1, ceiling=365)
unread(
    "retention.application_unsuccessful_months",
    12,
    MONTHS,
    _("Unsuccessful applications are kept after the round for"),
    floor=1,
    ceiling=36,
)
unread(
    "retention.assessment_appointee_days",
    60,
    DAYS,
    _("Assessment records of appointees are kept after probation for"),
    "公务员法（2018）第105条",
    floor=60,
    ceiling=730,
)
unread("retention.assessment_months", 12, MONTHS, _("Assessment records of others are kept for"), floor=1, ceiling=36)
unread("retention.recording_months", 6, MONTHS, _("Interview recordings of others are kept for"), floor=1, ceiling=12)
unread(
    "retention.security_gate_months",
    24,
    MONTHS,
    _("Results of the security review are kept after refusal or the end of the contract for"),
    floor=1,
    ceiling=60,
)
unread("retention.health_months", 6, MONTHS, _("Health documents are kept after the decision for"), floor=1, ceiling=12)
unread("retention.objection_years", 3, YEARS, _("Objections are kept after their conclusion for"), floor=1, ceiling=10)
unread("retention.audit_years", 10, YEARS, _("The audit trail of decisions is kept for"), CUSTOM, floor=3, ceiling=30)
unread(
    "retention.account_months", 24, MONTHS, _("An account without an application is kept after the last sign-in for"), floor=1, ceiling=60
)
unread("provision.longest_days", 120, DAYS, _("A proof that takes its time may follow within"), CUSTOM, floor=14, ceiling=365)
unread("provision.reminder_days", 14, DAYS, _("A reminder is written before such a proof is due"), CUSTOM, floor=1, ceiling=60)
unread("alert.confirm_within_days", 3, DAYS, _("An alert that is not confirmed is deleted after"), floor=1, ceiling=14)
unread("retention.letter_months", 12, MONTHS, _("Letters are kept for"), floor=1, ceiling=36)
unread(
    "retention.service_months", 12, MONTHS, _("Life-service and mentoring records are kept after they are closed for"), floor=1, ceiling=36
)
unread("retention.children_days", 30, DAYS, _("Data of children are kept after the service is closed for"), floor=1, ceiling=90)
