"""The register of policy parameters: every number that an office or a law may change, with its default, limits and source.

A source is verified when its text was read; what is customary or proposed is unverified until an administrator has checked it.
"""

from django.utils.translation import gettext_lazy as _

from recruitment.calendar.states import CountRule
from recruitment.policy.entries import Entry
from recruitment.policy.states import Form, SourceStatus, Unit

PROPOSED = "建议值，无规定依据"
CUSTOM = "惯例，条文未核对"
WD, DAYS, HOURS, MONTHS, YEARS = Unit.WORKING_DAYS, Unit.DAYS, Unit.HOURS, Unit.MONTHS, Unit.YEARS
POINTS, PERSONS, RATIO = Unit.POINTS, Unit.PERSONS, Unit.RATIO

REGISTER: dict[str, Entry] = {}


def _read(key: str, default, unit: Unit, description, source: str, **limits) -> None:
    """Enter a parameter whose source was read."""
    REGISTER[key] = Entry(key, default, unit, description, source, SourceStatus.VERIFIED, **limits)


def _unread(key: str, default, unit: Unit, description, source: str = PROPOSED, **limits) -> None:
    """Enter a parameter that is proposed or customary."""
    REGISTER[key] = Entry(key, default, unit, description, source, SourceStatus.UNVERIFIED, **limits)


def _fixed(key: str, value: int, unit: Unit, description, source: str) -> None:
    """Enter a number that the law fixes; only another law changes it."""
    _read(key, value, unit, description, source, floor=value, ceiling=value)


# --- References ---------------------------------------------------------------------------------------------------
_unread("reference.referees", 2, PERSONS, _("Referees that an applicant names at least"), floor=1, ceiling=3)
_unread("reference.link_days", 21, DAYS, _("A referee can answer for"), floor=7, ceiling=60)
_unread("reference.reminder_days", 7, DAYS, _("A referee is reminded before the link ends by"), floor=1, ceiling=30)

# --- Notices and results ------------------------------------------------------------------------------------------
_read(
    "notice.min_working_days.statutory",
    5,
    WD,
    _("Shortest public notice of proposed appointees"),
    "公务员法（2018）第32条",
    floor=5,
    ceiling=30,
)
_read(
    "notice.min_working_days.public_institution",
    7,
    WD,
    _("Shortest public notice of proposed appointees of a public institution"),
    "国家档案局公开招聘公告（7个工作日）",
    floor=5,
    ceiling=30,
)
_read(
    "notice.count_rule",
    "next_day",
    Unit.RULE,
    _("Where the counting of a notice period begins"),
    "民法典第201条、第204条",
    form=Form.CHOICE,
    choices=tuple(CountRule.values),
)
_unread("notice.takedown_after_days", 30, DAYS, _("Names leave the public page so long after the notice period"), floor=0, ceiling=365)
_read(
    "result.publish_within_working_days", 20, WD, _("Results are published within"), "政府信息公开条例（2019）第26条", floor=1, ceiling=20
)
_read(
    "result.score_release_working_days", 5, WD, _("Interview scores are released within"), "上海市公务员招录面试公告", floor=1, ceiling=20
)

# --- Objections ---------------------------------------------------------------------------------------------------
_unread("objection.triage_working_days", 2, WD, _("An objection is sorted within"), floor=1, ceiling=15)
_unread("objection.conclude_working_days", 15, WD, _("An objection is concluded within"), floor=1, ceiling=60)
_read(
    "objection.named_ack_working_days",
    15,
    WD,
    _("Somebody who objected by name is told of acceptance within"),
    "纪检监察机关处理检举控告工作规则",
    floor=1,
    ceiling=15,
)
_read(
    "objection.named_feedback_working_days",
    15,
    WD,
    _("Somebody who objected by name is told of the result within"),
    "纪检监察机关处理检举控告工作规则",
    floor=1,
    ceiling=15,
)

# --- Contract and remedies ----------------------------------------------------------------------------------------
_read("contract.term_months.min", 12, MONTHS, _("Shortest appointment contract"), "公务员法（2018）第103条", floor=12, ceiling=60)
_read("contract.term_months.max", 60, MONTHS, _("Longest appointment contract"), "公务员法（2018）第103条", floor=12, ceiling=60)
_read(
    "contract.probation_months.min", 1, MONTHS, _("Shortest probation, where one is agreed"), "公务员法（2018）第103条", floor=1, ceiling=12
)
_read("contract.probation_months.max", 12, MONTHS, _("Longest probation"), "公务员法（2018）第103条", floor=1, ceiling=12)
_fixed("arbitration.days", 60, DAYS, _("Time to apply for arbitration of a contract dispute"), "公务员法（2018）第105条")
_fixed("lawsuit.days", 15, DAYS, _("Time to go to court after the arbitral award"), "公务员法（2018）第105条")
_fixed("appeal.reconsider_days", 30, DAYS, _("Time to ask for reconsideration of a personnel decision"), "公务员法（2018）第95条")
_fixed("appeal.answer_days", 30, DAYS, _("A request for reconsideration is answered within"), "公务员法（2018）第96条")
_fixed("appeal.appeal_days", 15, DAYS, _("Time to appeal after the reconsideration"), "公务员法（2018）第95条")
_fixed("appeal.decide_days", 60, DAYS, _("An appeal is decided within"), "公务员法（2018）第96条")
_fixed("appeal.extend_days", 30, DAYS, _("A decision on an appeal may be extended by"), "公务员法（2018）第96条")

# --- Security review ----------------------------------------------------------------------------------------------
_unread("security.reconsideration_working_days", 10, WD, _("Time to ask for reconsideration of a security review"), floor=1, ceiling=60)
_unread("security.validity_months", 24, MONTHS, _("A passed security review is valid for"), floor=1, ceiling=60)

# --- Documents, permits, residence --------------------------------------------------------------------------------
_read(
    "police_certificate.validity_months",
    6,
    MONTHS,
    _("A certificate of no criminal record is accepted for"),
    "外国人来华工作许可办理说明",
    floor=1,
    ceiling=12,
)
_unread("police_certificate.stay_months", 12, MONTHS, _("One is asked from every country lived in for"), floor=1, ceiling=24)
_unread("police_certificate.stay_years", 5, YEARS, _("Years back in which a country counts as lived in"), floor=1, ceiling=20)
_unread("language_certificate.validity_months", 24, MONTHS, _("A language certificate counts for"), CUSTOM, floor=6, ceiling=120)
_unread("employment.gap_days", 30, DAYS, _("A time without work or study is asked about from"), CUSTOM, floor=1, ceiling=365)
_unread("employment.gap_years", 15, YEARS, _("Years back in which such a time is asked about"), floor=1, ceiling=60)
_unread("expiry.first_warning_days", 60, DAYS, _("The first letter before a paper lapses is written"), floor=15, ceiling=365)
_unread("expiry.second_warning_days", 14, DAYS, _("The second letter before a paper lapses is written"), floor=1, ceiling=60)
_unread(
    "documents.english_accepted",
    "no",
    Unit.RULE,
    _("Papers in English are accepted without a translation"),
    "外国人来华工作许可办理说明",
    form=Form.CHOICE,
    choices=("no", "yes"),
)
_read(
    "health_certificate.validity_months",
    6,
    MONTHS,
    _("A health certificate is accepted for"),
    "外国人入境出境管理条例（2013）第16条",
    floor=1,
    ceiling=6,
)
_read(
    "passport.min_validity_months", 6, MONTHS, _("A passport must be valid for at least"), "外国人来华工作许可办理说明", floor=1, ceiling=24
)
_fixed(
    "residence.apply_within_days_of_entry",
    30,
    DAYS,
    _("A residence permit is applied for after entry within"),
    "出境入境管理法（2012）第30条",
)
_fixed(
    "residence.extend_days_before",
    30,
    DAYS,
    _("An extension of residence is applied for before the end by"),
    "出境入境管理法（2012）第32条",
)
_fixed("residence.change_report_days", 10, DAYS, _("A change of residence details is reported within"), "出境入境管理法（2012）第33条")
_fixed("accommodation.register_hours", 24, HOURS, _("Accommodation is registered within"), "出境入境管理法（2012）第39条")
_read(
    "social_insurance.register_days",
    30,
    DAYS,
    _("Social insurance is registered within"),
    "在中国境内就业的外国人参加社会保险暂行办法（人社部令第16号）",
    floor=1,
    ceiling=30,
)
_read(
    "work_permit.points.a", 85, POINTS, _("Points for class A of the work permit"), "外国人来华工作积分要素计分赋值表", floor=1, ceiling=120
)
_read(
    "work_permit.points.b", 60, POINTS, _("Points for class B of the work permit"), "外国人来华工作积分要素计分赋值表", floor=1, ceiling=120
)

# --- Assessment ---------------------------------------------------------------------------------------------------
_read("interview.panel_size", 5, PERSONS, _("Members of an interview panel"), "公务员录用面试办法", form=Form.CHOICE, choices=(5, 7))
_read("interview.max_from_unit", 1, PERSONS, _("Members of a panel who may come from one unit"), "公务员录用面试办法", floor=1, ceiling=3)
_read("interview.min_score", 60, POINTS, _("Lowest interview score that passes"), "上海市公务员招录公告（2015）", floor=0, ceiling=100)
_read(
    "interview.ratio", 3, RATIO, _("Candidates invited to interview for each vacancy"), "上海市公务员招录公告（2015）", floor=1, ceiling=10
)
_read(
    "composite.weights",
    {"competence": 40, "crosscultural": 60},
    Unit.PERCENT,
    _("Weights of the competence test and the cross-cultural assessment in the overall score"),
    "上海市公务员招录公告（2015）",
    form=Form.WEIGHTS,
)
_unread(
    "marking.max_gap",
    15,
    Unit.PERCENT,
    _("Gap between two markings, in per cent of the range, above which a third assessor marks"),
    CUSTOM,
    floor=5,
    ceiling=50,
)
_unread(
    "agreement.alpha_warn",
    "0.667",
    RATIO,
    _("Agreement between assessors below which a stage needs moderation"),
    CUSTOM,
    form=Form.DECIMAL,
    floor=0,
    ceiling=1,
)
_unread(
    "agreement.alpha_good",
    "0.80",
    RATIO,
    _("Agreement between assessors that counts as good"),
    CUSTOM,
    form=Form.DECIMAL,
    floor=0,
    ceiling=1,
)
_read(
    "fairness.ratio_warn",
    "0.80",
    RATIO,
    _("Impact ratio below which group differences are reported"),
    "四分之五规则（Uniform Guidelines 1978）",
    form=Form.DECIMAL,
    floor=0,
    ceiling=1,
)
_unread("fairness.min_cell", 5, PERSONS, _("Smallest group for which a ratio is shown"), floor=1, ceiling=100)

# --- In office ----------------------------------------------------------------------------------------------------
_unread("training.initial_min_days", 12, DAYS, _("Shortest initial training"), CUSTOM, floor=0, ceiling=120)
_unread("training.annual_min_hours", 90, HOURS, _("Training hours in a year"), CUSTOM, floor=0, ceiling=500)
_unread("mentor.session_interval_days", 30, DAYS, _("A mentor and an officer meet at least every"), floor=1, ceiling=180)
_unread("secondment.max_months", 12, MONTHS, _("Longest secondment"), CUSTOM, floor=1, ceiling=24)

# --- Following an application -------------------------------------------------------------------------------------
_unread("late.ask_working_days", 3, WD, _("A late submission can be asked for after the deadline within"), floor=1, ceiling=10)
_unread("late.answer_working_days", 2, WD, _("A request to hand in late is answered within"), floor=1, ceiling=5)
_unread("late.most_working_days", 5, WD, _("Longest time that is granted for a late submission"), floor=1, ceiling=10)
_unread("promise.extension_working_days", 5, WD, _("After a missed promise the step is expected within"), floor=1, ceiling=20)
_unread("draft.inactive_days", 180, DAYS, _("A draft that nobody touches is deleted after"), floor=30, ceiling=730)
_unread("purge.warn_days", 7, DAYS, _("A deletion is announced by letter before it happens by"), floor=3, ceiling=30)

# --- Personal information -----------------------------------------------------------------------------------------
_unread("dsr.answer_working_days", 15, WD, _("A request about personal information is answered within"), CUSTOM, floor=1, ceiling=30)
_read("log.retention_days", 365, DAYS, _("Access and operation logs are kept for"), "网络安全法（2016）第21条", floor=183)
_read(
    "pia.retention_years", 3, YEARS, _("Impact assessments and records of provision are kept for"), "个人信息保护法（2021）第56条", floor=3
)
_unread("retention.application_withdrawn_days", 30, DAYS, _("Applications withdrawn or never submitted are kept for"), floor=1, ceiling=365)
_unread(
    "retention.application_unsuccessful_months",
    12,
    MONTHS,
    _("Unsuccessful applications are kept after the round for"),
    floor=1,
    ceiling=36,
)
_unread(
    "retention.assessment_appointee_days",
    60,
    DAYS,
    _("Assessment records of appointees are kept after probation for"),
    "公务员法（2018）第105条",
    floor=60,
    ceiling=730,
)
_unread("retention.assessment_months", 12, MONTHS, _("Assessment records of others are kept for"), floor=1, ceiling=36)
_unread("retention.recording_months", 6, MONTHS, _("Interview recordings of others are kept for"), floor=1, ceiling=12)
_unread(
    "retention.security_gate_months",
    24,
    MONTHS,
    _("Results of the security review are kept after refusal or the end of the contract for"),
    floor=1,
    ceiling=60,
)
_unread("retention.health_months", 6, MONTHS, _("Health documents are kept after the decision for"), floor=1, ceiling=12)
_unread("retention.objection_years", 3, YEARS, _("Objections are kept after their conclusion for"), floor=1, ceiling=10)
_unread("retention.audit_years", 10, YEARS, _("The audit trail of decisions is kept for"), CUSTOM, floor=3, ceiling=30)
_unread(
    "retention.account_months", 24, MONTHS, _("An account without an application is kept after the last sign-in for"), floor=1, ceiling=60
)
_unread("alert.confirm_within_days", 3, DAYS, _("An alert that is not confirmed is deleted after"), floor=1, ceiling=14)
_unread("retention.letter_months", 12, MONTHS, _("Letters are kept for"), floor=1, ceiling=36)
_unread(
    "retention.service_months", 12, MONTHS, _("Life-service and mentoring records are kept after they are closed for"), floor=1, ceiling=36
)
_unread("retention.children_days", 30, DAYS, _("Data of children are kept after the service is closed for"), floor=1, ceiling=90)
