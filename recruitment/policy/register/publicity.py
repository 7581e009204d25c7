"""Notices, objections, contract, papers: what is counted before and after the selection."""

from django.utils.translation import gettext_lazy as _

from recruitment.calendar.states import CountRule
from recruitment.policy.register.entering import (
    CUSTOM,
    DAYS,
    HOURS,
    MONTHS,
    PERSONS,
    POINTS,
    WD,
    YEARS,
    fixed,
    read,
    unread,
)
from recruitment.policy.states import Form, Unit

# --- References ---------------------------------------------------------------------------------------------------
unread("reference.referees", 2, PERSONS, _("Referees that an applicant names at least"), floor=1, ceiling=3)
unread("reference.link_days", 21, DAYS, _("A referee can answer for"), floor=7, ceiling=60)
unread("assessor.link_days", 14, DAYS, _("An invitation to assess can be answered for"), floor=3, ceiling=60)
unread("assessor.reminder_days", 4, DAYS, _("An invited assessor is reminded before the link ends by"), floor=1, ceiling=30)
unread("reference.reminder_days", 7, DAYS, _("A referee is reminded before the link ends by"), floor=1, ceiling=30)

# --- Notices and results ------------------------------------------------------------------------------------------
read(
    "notice.min_working_days.statutory",
    5,
    WD,
    _("Shortest public notice of proposed appointees"),
    "公务员法（2018）第32条",
    floor=5,
    ceiling=30,
)
read(
    "notice.min_working_days.public_institution",
    7,
    WD,
    _("Shortest public notice of proposed appointees of a public institution"),
    "国家档案局公开招聘公告（7个工作日）",
    floor=5,
    ceiling=30,
)
read(
    "notice.count_rule",
    "next_day",
    Unit.RULE,
    _("Where the counting of a notice period begins"),
    "民法典第201条、第204条",
    form=Form.CHOICE,
    choices=tuple(CountRule.values),
)
unread("notice.takedown_after_days", 30, DAYS, _("Names leave the public page so long after the notice period"), floor=0, ceiling=365)
read("result.publish_within_working_days", 20, WD, _("Results are published within"), "政府信息公开条例（2019）第26条", floor=1, ceiling=20)
read("result.score_release_working_days", 5, WD, _("Interview scores are released within"), "上海市公务员招录面试公告", floor=1, ceiling=20)

# --- Objections ---------------------------------------------------------------------------------------------------
unread("objection.triage_working_days", 2, WD, _("An objection is sorted within"), floor=1, ceiling=15)
unread("objection.conclude_working_days", 15, WD, _("An objection is concluded within"), floor=1, ceiling=60)
read(
    "objection.named_ack_working_days",
    15,
    WD,
    _("Somebody who objected by name is told of acceptance within"),
    "纪检监察机关处理检举控告工作规则",
    floor=1,
    ceiling=15,
)
read(
    "objection.named_feedback_working_days",
    15,
    WD,
    _("Somebody who objected by name is told of the result within"),
    "纪检监察机关处理检举控告工作规则",
    floor=1,
    ceiling=15,
)

# --- Contract and remedies ----------------------------------------------------------------------------------------
read("contract.term_months.min", 12, MONTHS, _("Shortest appointment contract"), "公务员法（2018）第103条", floor=12, ceiling=60)
read("contract.term_months.max", 60, MONTHS, _("Longest appointment contract"), "公务员法（2018）第103条", floor=12, ceiling=60)
read(
    "contract.probation_months.min", 1, MONTHS, _("Shortest probation, where one is agreed"), "公务员法（2018）第103条", floor=1, ceiling=12
)
read("contract.probation_months.max", 12, MONTHS, _("Longest probation"), "公务员法（2018）第103条", floor=1, ceiling=12)
fixed("arbitration.days", 60, DAYS, _("Time to apply for arbitration of a contract dispute"), "公务员法（2018）第105条")
fixed("lawsuit.days", 15, DAYS, _("Time to go to court after the arbitral award"), "公务员法（2018）第105条")
fixed("appeal.reconsider_days", 30, DAYS, _("Time to ask for reconsideration of a personnel decision"), "公务员法（2018）第95条")
fixed("appeal.answer_days", 30, DAYS, _("A request for reconsideration is answered within"), "公务员法（2018）第96条")
fixed("appeal.appeal_days", 15, DAYS, _("Time to appeal after the reconsideration"), "公务员法（2018）第95条")
fixed("appeal.decide_days", 60, DAYS, _("An appeal is decided within"), "公务员法（2018）第96条")
fixed("appeal.extend_days", 30, DAYS, _("A decision on an appeal may be extended by"), "公务员法（2018）第96条")

# --- Security review ----------------------------------------------------------------------------------------------
unread("security.reconsideration_working_days", 10, WD, _("Time to ask for reconsideration of a security review"), floor=1, ceiling=60)
unread("security.validity_months", 24, MONTHS, _("A passed security review is valid for"), floor=1, ceiling=60)
unread(
    "security.facts_working_days",
    5,
    WD,
    _("Time to correct facts before a security review ends negatively on records"),
    floor=3,
    ceiling=30,
)
unread("security.baseline_years", 7, YEARS, _("Years that a declaration for the baseline tier covers"), floor=1, ceiling=10)
unread("security.enhanced_years", 10, YEARS, _("Years that a declaration for the enhanced tier covers"), floor=1, ceiling=20)

# --- Documents, permits, residence --------------------------------------------------------------------------------
read(
    "police_certificate.validity_months",
    6,
    MONTHS,
    _("A certificate of no criminal record is accepted for"),
    "外国人来华工作许可办理说明",
    floor=1,
    ceiling=12,
)
unread("police_certificate.stay_months", 12, MONTHS, _("One is asked from every country lived in for"), floor=1, ceiling=24)
unread("police_certificate.stay_years", 5, YEARS, _("Years back in which a country counts as lived in"), floor=1, ceiling=20)
unread("language_certificate.validity_months", 24, MONTHS, _("A language certificate counts for"), CUSTOM, floor=6, ceiling=120)
unread("employment.gap_days", 30, DAYS, _("A time without work or study is asked about from"), CUSTOM, floor=1, ceiling=365)
unread("employment.gap_years", 15, YEARS, _("Years back in which such a time is asked about"), floor=1, ceiling=60)
unread("expiry.first_warning_days", 60, DAYS, _("The first letter before a paper lapses is written"), floor=15, ceiling=365)
unread("expiry.second_warning_days", 14, DAYS, _("The second letter before a paper lapses is written"), floor=1, ceiling=60)
unread(
    "documents.english_accepted",
    "no",
    Unit.RULE,
    _("Papers in English are accepted without a translation"),
    "外国人来华工作许可办理说明",
    form=Form.CHOICE,
    choices=("no", "yes"),
)
read(
    "health_certificate.validity_months",
    6,
    MONTHS,
    _("A health certificate is accepted for"),
    "外国人入境出境管理条例（2013）第16条",
    floor=1,
    ceiling=6,
)
read(
    "passport.min_validity_months", 6, MONTHS, _("A passport must be valid for at least"), "外国人来华工作许可办理说明", floor=1, ceiling=24
)
fixed(
    "residence.apply_within_days_of_entry",
    30,
    DAYS,
    _("A residence permit is applied for after entry within"),
    "出境入境管理法（2012）第30条",
)
fixed(
    "residence.extend_days_before",
    30,
    DAYS,
    _("An extension of residence is applied for before the end by"),
    "出境入境管理法（2012）第32条",
)
fixed("residence.change_report_days", 10, DAYS, _("A change of residence details is reported within"), "出境入境管理法（2012）第33条")
fixed("accommodation.register_hours", 24, HOURS, _("Accommodation is registered within"), "出境入境管理法（2012）第39条")
read(
    "social_insurance.register_days",
    30,
    DAYS,
    _("Social insurance is registered within"),
    "在中国境内就业的外国人参加社会保险暂行办法（人社部令第16号）",
    floor=1,
    ceiling=30,
)
read(
    "work_permit.points.a", 85, POINTS, _("Points for class A of the work permit"), "外国人来华工作积分要素计分赋值表", floor=1, ceiling=120
)
read(
    "work_permit.points.b", 60, POINTS, _("Points for class B of the work permit"), "外国人来华工作积分要素计分赋值表", floor=1, ceiling=120
)
