"""How the tests make people, posts and files; a file is brought to a state along its own life, by raw stamps."""

import datetime
from decimal import Decimal

import factory
from django.utils import timezone

from positions.models import CompetencyModel, Department, EligibilityRule, Position, RequiredDocument, Round
from positions.states import BodyKind, EngagementType, PositionKind, PositionState, RuleKind, SalaryMode
from recruitment.accounts.models import Assignment, User
from recruitment.accounts.roles import SCOPED, STAFF
from recruitment.privacy.models import Consent, Wording
from recruitment.privacy.queries import naming
from recruitment.privacy.states import REQUIRED_FOR_APPLICATION, ConsentEvent
from recruitment.privacy.texts import checksum, text
from screening.applications import states
from screening.applications.models import Application, Declaration, Education, Employment, Identity, LanguageEvidence
from screening.applications.states import GateResult, Section, State

PASSWORD = "correct horse battery staple"


def person(name: str, *roles, department: str = "", language: str = "en") -> User:
    """An account with a verified address and its roles."""
    user = User.objects.create_user(
        f"{name}@example.org",
        PASSWORD,
        display_name=name.replace("_", " ").title(),
        language=language,
        is_staff=any(role in STAFF for role in roles),
    )
    user.emailaddress_set.create(email=user.email, verified=True, primary=True)
    for role in roles:
        Assignment.objects.create(user=user, role=role, department_code=department if role in SCOPED else "", granted_by="tests")
    return user


class DepartmentFactory(factory.django.DjangoModelFactory):
    """A department with everything that a notice needs."""

    class Meta:
        model = Department
        django_get_or_create = ("code",)

    code = factory.Sequence(lambda number: f"D{number}")
    body_kind = BodyKind.STATUTORY_BODY
    organ_code = "沪测公示"
    name_zh_hans = "自由贸易试验区管理委员会"
    name_en = "Free Trade Zone Management Committee"
    name_de = "Verwaltungsausschuss der Freihandelszone"
    name_ja = "自由貿易試験区管理委員会"
    name_ko = "자유무역시험구 관리위원회"
    supervision_body_zh_hans = "监督处"
    supervision_body_en = "Supervision office"
    supervision_body_de = "Aufsichtsstelle"
    supervision_body_ja = "監督処"
    supervision_body_ko = "감독처"
    supervision_phone = "021-5550-0100"
    supervision_hours_zh_hans = "工作日9:00—17:00"
    supervision_hours_en = "Working days, 9:00–17:00"
    supervision_hours_de = "Arbeitstage, 9–17 Uhr"
    supervision_hours_ja = "営業日 9:00～17:00"
    supervision_hours_ko = "근무일 9:00–17:00"
    supervision_address_zh_hans = "上海市浦东新区示例路1号"
    supervision_address_en = "1 Example Road, Pudong, Shanghai"
    supervision_address_de = "Example-Straße 1, Pudong, Shanghai"
    supervision_address_ja = "上海市浦東新区示例路1号"
    supervision_address_ko = "상하이시 푸둥신구 스리로 1호"
    supervision_email = "supervision@example.org"


class RoundFactory(factory.django.DjangoModelFactory):
    """A round with the usual weights."""

    class Meta:
        model = Round
        django_get_or_create = ("reference",)

    reference = "2026-2"


TITLES = {
    "zh_hans": "国际投资顾问",
    "en": "Investment consultant",
    "de": "Investitionsberatung",
    "ja": "国際投資コンサルタント",
    "ko": "국제투자 컨설턴트",
}


def _in_five(name: str, text: str) -> dict[str, str]:
    return {f"{name}_{language}": f"{text} {title}" for language, title in TITLES.items()}


def planned_position(department: Department, *, author: User, **fields) -> Position:
    """A post with everything that publication asks for, still a draft."""
    number = Position.objects.count() + 1
    model, _new = CompetencyModel.objects.get_or_create(kind=PositionKind.INVESTMENT_CONSULTANT)
    now = timezone.now()
    given = {
        "reference": f"SH-P-{now.year}-{number:03d}",
        "kind": PositionKind.INVESTMENT_CONSULTANT,
        "department": department,
        "competency_model": model,
        "round": RoundFactory(),
        "headcount": 2,
        "author": author,
        **{f"title_{language}": title for language, title in TITLES.items()},
        **_in_five("summary", "About:"),
        **_in_five("duties", "Duty:"),
        **_in_five("description", "What it is:"),
        **_in_five("benefits", "What we offer:"),
        **_in_five("selection_note", "Selection:"),
        **_in_five("legal_basis", "Basis:"),
        **_in_five("promotion_track", "Promotion:"),
        **_in_five("place", "Pudong"),
        "working_languages": ["zh-Hans", "en"],
        "engagement_type": EngagementType.STATUTORY_BODY,
        **_in_five("approving_authority", "Authority:"),
        "approval_document_no": "沪示〔2026〕1号",
        "involves_state_secrets": False,
        "secrecy_declared_by": "人事处",
        "salary_mode": SalaryMode.NEGOTIATED,
        "salary_min": 300000,
        "salary_max": 450000,
        "opens_at": now - datetime.timedelta(days=5),
        "closes_at": now + datetime.timedelta(days=25),
        **fields,
    }
    position = Position.objects.create(**given)
    sentence = _in_five("sentence", "Requirement")
    EligibilityRule.objects.create(position=position, kind=RuleKind.AGE, params={"min": 18, "max": 50}, **sentence)
    RequiredDocument.objects.create(position=position, kind="passport", required=True, **sentence)
    return position


def published_position(department: Department, *, author: User, reviewer: User, **fields) -> Position:
    """A post that is open for applications."""
    now = timezone.now()
    return planned_position(
        department,
        author=author,
        state=PositionState.PUBLISHED,
        reviewed_by=reviewer,
        reviewed_at=now,
        published_by=author,
        published_at=now,
        **fields,
    )


def application(position: Position, candidate: User, **fields) -> Application:
    """An empty draft."""
    return Application.objects.create(position=position, candidate=candidate, language=candidate.language, **fields)


def complete(application: Application) -> Application:
    """Every section filled and marked as done."""
    Identity.objects.create(
        application=application,
        full_name_latin="Anna-Lena Müller",
        family_name="Müller",
        given_names="Anna-Lena",
        name_order="given_first",
        chinese_name="穆安娜",
        sex=2,
        birth_date=datetime.date(1990, 2, 28),
        nationality="DE",
        residence_country="DE",
        passport_number="C01X00T47",
        passport_expires_on=timezone.localdate() + datetime.timedelta(days=2000),
        telephone="+4930123456",
        shanghai_months=24,
    )
    _learned_and_worked(application)
    Declaration.objects.create(
        application=application,
        has_criminal_record=False,
        was_dismissed=False,
        has_relatives=False,
        motivation="Because.",
        case_conflict="Conflict.",
        case_event="Event.",
        is_true=True,
        declared_at=timezone.now(),
    )
    for section in Section:
        application.progress.create(section=section, done=True)
    return consented(application)


def _learned_and_worked(application: Application) -> None:
    Education.objects.create(
        application=application,
        title="Master of Arts",
        institution="Universität Musterstadt",
        country="DE",
        isced_level=7,
        isced_field="04",
        language="de",
        has_graduated=True,
        graduated_on=datetime.date(2014, 9, 30),
    )
    Employment.objects.create(
        application=application,
        employer="Muster GmbH",
        title="Consultant",
        kind="investment",
        country="DE",
        began_on=datetime.date(2015, 1, 1),
        duties="Advice.",
    )
    LanguageEvidence.objects.create(application=application, language="de", is_native=True)
    LanguageEvidence.objects.create(
        application=application, language="zh", test="HSK", version="2.0", level="5", score=230, tested_on=datetime.date(2026, 1, 10)
    )


def consented(application: Application) -> Application:
    """The consents that an application needs, given on the words of today."""
    label, matter = naming(application)
    for kind in REQUIRED_FOR_APPLICATION:
        words = text(kind, application.language)
        defaults = {"kind": kind, "language": application.language, "body": words}
        wording, _new = Wording.objects.get_or_create(hash=checksum(kind, application.language, words), defaults=defaults)
        given = {"kind": kind, "event": ConsentEvent.GIVEN, "wording": wording, "at": timezone.now()}
        Consent.objects.create(person=application.candidate, about_label=label, about_reference=matter, **given)
    return application


def brought_to(application: Application, state: str) -> Application:
    """The same file as it would stand in a state, with the gates, stamps and number that belong there."""
    now = timezone.now()
    values = {"state": state, "submitted_at": now, "reference": f"SH-{now.year}-{application.pk + 90000:05d}", "moved_at": now}
    for gate, needs in (
        ("qualification", states.NEEDS_QUALIFICATION),
        ("competence", states.NEEDS_COMPETENCE),
        ("crosscultural", states.NEEDS_CROSSCULTURAL),
        ("security", states.NEEDS_SECURITY),
        ("notice", states.NEEDS_NOTICE),
    ):
        if state in needs:
            values |= {f"{gate}_gate": GateResult.PASSED, f"{gate}_on": timezone.localdate()}
    if state in states.NEEDS_COMPETENCE:
        values["competence_score"] = Decimal("78.50")
    if state in states.NEEDS_CROSSCULTURAL:
        values |= {"crosscultural_score": Decimal("81.00"), "composite": Decimal("80.00"), "rank": 1}
    if state in (State.ANNOUNCED, State.DEFERRED, State.REVOKED, *states.NEEDS_NOTICE):
        values["announced_at"] = now
    if state == State.DEFERRED:
        values["notice_gate"] = GateResult.DEFERRED
    if state == State.RETURNED:
        values["correction_due_on"] = timezone.localdate() + datetime.timedelta(days=10)
    if state == State.APPOINTED:
        values["appointed_at"] = now
    if state in states.ENDED:
        values["ended_at"] = now
    Application._base_manager.filter(pk=application.pk).update(**values)
    return Application.objects.get(pk=application.pk)
