"""The office of the demonstration: departments, people with their roles, competency models, public texts."""

from django.utils import timezone

from onboarding.contribution.models import Indicator
from onboarding.services.models import ServiceKind, ServicePoint
from onboarding.training.models import Course
from positions.models import Competency, CompetencyModel, Department, Round
from publicity.communication.models import Item, Question, Stage
from recruitment.accounts.actions import grant
from recruitment.accounts.models import User
from recruitment.accounts.roles import SCOPED, Role
from recruitment.demo.accounts import DOMAIN, PASSWORD
from recruitment.demo.reading import content, in_five, instant
from screening.security.actions import admit

# So that a list that needs a second pair of HR's eyes has one; one department stays closed to one of the two. Files are passed by
# another qualification officer than who checked them.
ALSO = {"hr_jiang": ["FTZ", "INV"], "hr_gu": ["PUD", "STC"], "qual_lu": ["PUD", "HQ"], "qual_shen": ["FTZ", "INV", "STC"]}


def account(local: str, name: str, language: str) -> User:
    """One account with a verified address."""
    email = f"{local}@{DOMAIN}"
    user = User.objects.filter(email=email).first()
    if user is None:
        user = User.objects.create_user(email, PASSWORD, display_name=name, language=language)
        user.emailaddress_set.create(email=email, verified=True, primary=True)
    return user


class Staff(dict):
    """Key of the content → account."""

    def of(self, role: Role, department: str) -> User:
        """Who holds the role for a department in the first place."""
        return next(user for key, user in self.items() if user.demo_role == role and department in user.demo_departments)


def hire() -> Staff:
    """Everybody who works here, with their roles; the officer and the candidate of the cast get theirs along their files."""
    staff, robot = Staff(), User.objects.robot()
    for row in content("people")["staff"]:
        if row["candidate_key"]:
            continue
        user = account(row["email_local"], row["display_name"], row["language"])
        user.demo_role, user.demo_departments, user.demo_duty = row["role"], row["departments"], row["duty"]
        role = Role(row["role"])
        codes = [*row["departments"], *ALSO.get(row["key"], [])] if role in SCOPED else [""]
        for code in codes:
            grant(user, role, department_code=code, by=robot)
        if role == Role.SECURITY_REVIEWER:
            admit(user, reason="Reviewer of the pilot programme", by=robot)
        staff[row["key"]] = user
    return staff


DEPARTMENT = ("name", "short_name", "description", "address", "supervision_body", "supervision_hours", "supervision_address")


def open_departments() -> None:
    """The five bodies with posts to fill."""
    for row in content("departments"):
        texts = {key: value for name in DEPARTMENT for key, value in in_five(name, row[name]).items()}
        plain = {name: row[name] for name in ("code", "body_kind", "organ_code", "supervision_phone", "supervision_email")}
        Department.objects.create(**plain, **texts)


def write_models() -> None:
    """The competency model of each kind of post."""
    for row in content("competency_models")["models"]:
        model = CompetencyModel.objects.create(kind=row["kind"], **in_five("name", row["name"]))
        for order, item in enumerate(row["competencies"], start=1):
            anchors = {key: value for level in "135" for key, value in in_five(f"anchor_{level}", item["anchors"][level]).items()}
            Competency.objects.create(
                model=model, key=item["key"], nature=item["kind"], stage=item["stage"], heading=item["un_heading"], weight=item["weight"],
                order=order, **in_five("name", item["name"]), **in_five("description", item["description"]), **anchors,
            )  # fmt: skip


def open_rounds() -> dict[str, Round]:
    """One round for each post, since each began on its own day."""
    names = {"zh-hans": "试点批次", "en": "Pilot round", "de": "Pilotrunde", "ja": "試行回次", "ko": "시범 회차"}
    year, rounds = timezone.localdate().year, {}
    for number, row in enumerate(content("positions"), start=1):
        weights = row["weights"]
        days = row["notice"]["working_days"] if row["notice"] else 7
        rounds[row["code"]] = Round.objects.create(
            reference=f"{year}-{number}", competence_weight=weights["competence"], crosscultural_weight=weights["crosscultural"],
            notice_working_days=days, **in_five("title", names),
        )  # fmt: skip
    return rounds


def publish_texts(staff: Staff) -> None:
    """Stages, questions, and what was said to the press."""
    now = instant(-200)
    for order, row in enumerate(content("selection"), start=1):
        names = ("title", "what_happens", "what_you_need", "what_can_go_wrong")
        texts = {key: value for name in names for key, value in in_five(name, row[name]).items()}
        Stage.objects.create(key=row["key"], order=order, working_days=row["working_days"], published_at=now, **texts)
    for order, row in enumerate(content("questions"), start=1):
        texts = {**in_five("question", row["question"]), **in_five("answer", row["answer"])}
        Question.objects.create(key=row["key"], topic=row["topic"], order=order, published_at=now, **texts)
    author, reviewer = staff["publicity_zhu"], staff["publicity_fang"]
    kinds = {"faq_response": "response"}
    for row in content("news"):
        texts = {key: value for name in ("title", "summary", "body") for key, value in in_five(name, row[name]).items()}
        Item.objects.create(
            slug=row["key"], kind=kinds.get(row["kind"], row["kind"]), author=author, reviewed_by=reviewer,
            published_at=instant(-row["published_days_ago"]), **texts,
        )  # fmt: skip


def fill_catalogues() -> None:
    """Courses, services and indicators."""
    for row in content("courses"):
        Course.objects.create(
            code=row["code"], days=row["days"], hours=row["hours"], is_compulsory=row["kind"] == "compulsory", is_initial=row["initial_training"],
            languages=row["languages"], **in_five("title", row["title"]), **in_five("description", row["description"]),
        )  # fmt: skip
    services = content("services")
    for row in services["kinds"]:
        texts = {**in_five("name", row["name"]), **in_five("description", row["description"])}
        ServiceKind.objects.create(code=row["code"], working_days=row["working_days"], checklist=row["checklist"], **texts)
    for row in services["service_points"]:
        texts = {key: value for name in ("name", "address", "hours") for key, value in in_five(name, row[name]).items()}
        plain = {name: row[name] for name in ("code", "phone", "languages", "services")}
        ServicePoint.objects.create(district=row["district"]["zh-hans"], **plain, **texts)
    for row in content("indicators"):
        names = ("name", "definition", "formula", "unit", "notes")
        texts = {key: value for name in names for key, value in in_five(name, row[name]).items()}
        Indicator.objects.create(code=row["code"], **texts)
