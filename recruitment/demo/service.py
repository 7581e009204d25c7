"""What came after the notice: offers, contracts, permits, service, mentoring, training, services, figures."""

import datetime
import uuid
from decimal import Decimal

from onboarding.appointments import actions as appointments
from onboarding.appointments.models import Appointment
from onboarding.contribution import actions as contribution
from onboarding.contribution.models import Indicator
from onboarding.mentoring import actions as mentoring
from onboarding.services import actions as services
from onboarding.services.models import ServiceKind
from onboarding.training import actions as training
from onboarding.training.models import Course
from recruitment.demo.office import Staff
from recruitment.demo.reading import day, instant, on
from screening.applications.models import Application
from screening.applications.states import State

CLAUSES = {
    "clause_term": "聘期三年，自实际到岗之日起算。",
    "clause_duties": "职位与职责以职位说明书为准。",
    "clause_pay": "实行协议工资，按月发放。",
    "clause_insurance": "依照规定参加社会保险，享受公务假期。",
    "clause_liability": "任何一方违约的，依照合同和法律承担责任。",
}


def offer(file: Application, *, offset: int, hr) -> Appointment:
    """Terms in writing, a fortnight to answer."""
    salary = Decimal(file.position.salary_min or 360_000) + 24_000
    with on(offset, 10):
        file = Application.objects.get(pk=file.pk)
        return appointments.offer(file, annual_salary=salary, planned_start_on=day(offset + 45), answer_by=day(offset + 14), by=hr)


def appoint(appointment: Appointment, *, offset: int, hr) -> Appointment:
    """From yes to the first day."""
    with on(offset + 4):
        appointment = appointments.accept(appointment, by=appointment.officer)
    with on(offset + 12):
        number = f"PD-{appointment.pk:03d}"
        appointment = appointments.conclude(appointment, contract_no=number, signed_on=day(offset + 12), by=hr, **CLAUSES)
    with on(offset + 16):
        told = {"authority": "上海市公务员主管部门（演示）", "receipt_no": f"BA-{appointment.pk:04d}", "filed_on": day(offset + 16)}
        appointment = appointments.file(appointment, by=hr, **told)
    with on(offset + 30):
        for kind, number in (("work_permit", "YJ"), ("residence_permit", "JL")):
            appointments.record_permit(
                appointment, kind=kind, number=f"{number}{appointment.pk:06d}", valid_from=day(offset + 28), valid_until=day(offset + 28 + 730),
                permit_class="B" if kind == "work_permit" else "", by=hr,
            )  # fmt: skip
    with on(offset + 45, 9):
        return appointments.start(Appointment.objects.get(pk=appointment.pk), duty_started_on=day(offset + 45), by=hr)


AGREED = (
    "下周旁听一次社区联席会议，会后写半页观察。",
    "把第一份双语通知的修改意见逐条过一遍，形成个人用语表。",
    "约见街道办公室主任，了解信访流转的实际步骤。",
)


def accompany(appointments_: list[Appointment], *, staff: Staff, hr) -> None:
    """Mentors for the first three, with sessions; courses for all."""
    for appointment, mentor in zip(appointments_[:3], ("mentor_tao", "mentor_tao", "mentor_he"), strict=False):
        begin = (appointment.duty_started_on - day(0)).days
        with on(begin + 2):
            goals = "三个月内独立接待一次跨文化纠纷；半年内主持一次中外居民议事会。"
            pairing = mentoring.pair(appointment, mentor=staff[mentor], goals=goals, by=hr)
        for number, text in enumerate(AGREED):
            held = begin + 5 + 28 * number
            if held < 0:
                with on(held, 16):
                    told = {"held_on": day(held), "minutes": 60, "topics": ["work", "culture"], "agreed": text, "note": ""}
                    mentoring.log(
                        pairing, form_key=uuid.UUID(int=pairing.pk * 100 + number), next_on=day(held + 28), by=pairing.mentor, **told
                    )
    for number, appointment in enumerate(appointments_):
        _train(appointment, all_of_them=number < 2, hr=hr)


def _train(appointment: Appointment, *, all_of_them: bool, hr) -> None:
    begin = (appointment.duty_started_on - day(0)).days
    courses = list(Course.objects.filter(is_initial=True))
    for number, course in enumerate(courses if all_of_them else courses[:2]):
        with on(begin + 3):
            enrolment = training.enrol(appointment, course=course, by=hr)
        finished = begin + 10 + 5 * number
        if finished < 0:
            with on(finished, 17):
                training.complete(enrolment, completed_on=day(finished), result="合格", by=hr)


def care(appointments_: list[Appointment], *, staff: Staff) -> None:
    """A request that was carried to its end, one in hand, one that waits."""
    specialist = staff["service_wen"]
    needs = (
        ("accommodation_registration", "我已搬入新住处，需要办理临时住宿登记。", "已陪同到派出所办结，取得登记表。"),
        ("children_enrolment", "孩子今年六岁，希望了解对口公办小学的报名材料和时间。", ""),
        ("medical_insurance", "请问家属能否参加居民医保？", ""),
    )
    for appointment, (code, request, outcome) in zip(appointments_, needs, strict=False):
        with on(-20 if outcome else -3, 10):
            case = services.open(appointment, kind=ServiceKind.objects.get(code=code), request=request, by=appointment.officer)
        if code == "medical_insurance":
            continue
        with on(-19 if outcome else -2, 11):
            case = services.take(case, by=specialist)
        if outcome:
            with on(-18, 15):
                case = services.close(case, outcome=outcome, by=specialist)
            with on(-17, 9):
                services.rate(case, grade=5, by=appointment.officer)


FIGURES = (
    ("C1", "12.5", "10.0", 186),
    ("C2", "91.40", "82.10", 412),
    ("C3", "94.20", None, 327),
    ("C4", "78.60", "71.00", 28),
    ("C6", "9", "4", 9),
)


def measure(*, staff: Staff, hr) -> None:
    """Figures of the last half year, signed by another person."""
    period = (day(-190), day(-10))
    for code, value, baseline, number in FIGURES:
        with on(-8, 11):
            measurement = contribution.register(
                Indicator.objects.get(code=code),
                period=period,
                value=Decimal(value),
                baseline=Decimal(baseline) if baseline else None,
                number=number,
                by=hr,
            )
        with on(-7, 11):
            contribution.sign(measurement, by=staff["publicity_fang"])


def conclude_offers(files: dict[Application, State], *, offset: int, staff: Staff, hr) -> list[Appointment]:
    """Offers to whom the content says; who took the post serves by now."""
    serving = []
    for file, goal in files.items():
        if goal not in (State.OFFERED, State.APPOINTED, State.DECLINED):
            continue
        appointment = offer(file, offset=offset, hr=hr)
        if goal == State.DECLINED:
            with on(offset + 6):
                appointments.decline(appointment, reason="家庭原因。", by=appointment.officer)
        elif goal == State.APPOINTED:
            serving.append(appoint(appointment, offset=offset, hr=hr))
    return serving


def last_day(notice) -> int:
    """Days from today to the end of a notice."""
    return (notice.ends_on - instant(0).date()) // datetime.timedelta(days=1)
