"""The candidates and their files: each is brought to its state by the verbs of the office, on the days on which it would have happened."""

import datetime
from decimal import Decimal
from io import BytesIO
from random import Random

import pikepdf
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from positions.models import Position
from recruitment.accounts.actions import grant
from recruitment.accounts.models import User
from recruitment.accounts.roles import Role
from recruitment.demo.office import Staff, account
from recruitment.demo.reading import content, day, on
from recruitment.demo.references import answer, bring_forward, name_referees
from recruitment.documents.actions import receive
from recruitment.privacy import actions as privacy
from recruitment.privacy.states import REQUIRED_FOR_APPLICATION
from screening.applications import actions
from screening.applications.models import (
    Adjustment,
    Application,
    Certificate,
    Declaration,
    Education,
    Employment,
    Identity,
    LanguageEvidence,
    PaperFacts,
)
from screening.applications.states import Gate, GateResult, RejectionReason, Section, State
from screening.qualification import actions as qualification
from screening.qualification.actions import Found
from screening.qualification.models import Check
from screening.qualification.states import PROVED, CheckKind, CheckResult, Confidence, DegreeRoute, Method

LUCK = Random(20260707)
RECORD = "no_criminal_record"
# In these somebody still looks at what was written and who was named.
STILL_READ = (State.DRAFT, State.SUBMITTED, State.RETURNED, State.QUALIFIED, State.TESTED)
DAY = datetime.timedelta(days=1)
MONTH = 30 * DAY


def begin(row: dict, post: Position) -> Application:
    """An account and a draft; the last section of a draft stays open."""
    user = account(row["email_local"], row["display_name"], row["language"])
    with on(-row["started_days_ago"]):
        grant(user, Role.CANDIDATE, by=User.objects.robot())
        file = actions.begin(post, language=row["language"], by=user)
        for kind in REQUIRED_FOR_APPLICATION:
            privacy.give(user, kind, language=row["language"], about=file, by=user)
        fill(file, row)
    return file


def fill(file: Application, row: dict) -> None:
    """The sections, as far as the person came."""
    _identify(file, row)
    for item in row["education"]:
        graduated = timezone.localdate() - datetime.timedelta(days=365 * item["graduated_years_ago"])
        told = {name: item[name] for name in ("title", "institution", "country", "isced_level", "isced_field", "language")}
        Education.objects.create(application=file, has_graduated=True, graduated_on=graduated, **told)
    _work(file, row)
    for item in row["languages"]:
        told = {name: item[name] for name in ("language", "is_native", "test", "version", "level", "score")}
        tested = None if item["months_ago"] is None else day(0) - item["months_ago"] * MONTH
        LanguageEvidence.objects.create(application=file, tested_on=tested, **told)
    is_draft = row["state"] == State.DRAFT
    if not is_draft:
        Adjustment.objects.create(application=file, needs="none")
    Declaration.objects.create(
        application=file, has_criminal_record=False, was_dismissed=False, has_relatives=False, motivation=row["motivation"],
        case_conflict=row["case_conflict"] or "", case_event=row["case_event"] or "", is_true=not is_draft,
        declared_at=None if is_draft else timezone.now(),
    )  # fmt: skip
    if row["state"] in STILL_READ:
        name_referees(file, row)
        bring_forward(file, row)
    if not is_draft:
        _attach(file)
    open_sections = (
        (Section.COMPETENCIES, Section.REFEREES, Section.DOCUMENTS, Section.ADJUSTMENTS, Section.DECLARATIONS) if is_draft else ()
    )
    for section in Section:
        if section != Section.DOCUMENTS or not is_draft:
            file.progress.create(section=section, done=section not in open_sections)


def _work(file: Application, row: dict) -> None:
    """Certificates of a profession and employments."""
    for item in row["certificates"]:
        told = {name: item[name] for name in ("kind", "name", "issuer", "country")}
        Certificate.objects.create(application=file, issued_on=day(0) - item["issued_months_ago"] * MONTH, **told)
    for item in row["employment"]:
        told = {name: item[name] for name in ("employer", "title", "kind", "country", "duties")}
        ended = item["ended_months_ago"]
        Employment.objects.create(
            application=file,
            began_on=day(0) - item["began_months_ago"] * MONTH,
            ended_on=None if ended is None else day(0) - ended * MONTH,
            **told,
        )


def _identify(file: Application, row: dict) -> None:
    names = (
        "full_name_latin", "full_name_native", "family_name", "given_names", "name_order", "chinese_name", "former_names", "sex", "nationality",
        "other_nationalities", "was_chinese_national", "residence_country", "shanghai_months",
    )  # fmt: skip
    birth = day(0) - datetime.timedelta(days=365 * row["birth"]["years_ago"] + row["birth"]["days_ago"])
    Identity.objects.create(
        application=file, birth_date=birth, passport_number=f"X{LUCK.randrange(10**7, 10**8)}", telephone=f"+4930{LUCK.randrange(10**6, 10**7)}",
        passport_expires_on=day(LUCK.randrange(900, 2500)), **{name: row[name] for name in names},
    )  # fmt: skip


def _attach(file: Application) -> None:
    """One page for each paper that the post asks for first, and a certificate of no criminal record that will lapse one day."""
    kinds = list(file.position.required_documents.filter(required=True).values_list("kind", flat=True))
    for kind in dict.fromkeys([*kinds[:2], *(kind for kind in kinds if kind == RECORD)]):
        upload = SimpleUploadedFile(f"{kind}.pdf", _page(), "application/pdf")
        paper = file.attachments.create(kind=kind, document=receive(upload, kind=kind, owner=file.candidate, by=file.candidate))
        if kind == RECORD:
            told = {
                "country": file.identity.nationality,
                "issued_on": timezone.localdate() - (10 + file.pk * 37 % 50) * DAY,
                "authentication": "apostille",
            }
            PaperFacts.objects.create(attachment=paper, **told)


def _page() -> bytes:
    """An empty A4 page: the demonstration holds no real paper of anybody."""
    sheet, written = pikepdf.new(), BytesIO()
    sheet.add_blank_page(page_size=(595, 842))
    sheet.save(written)
    return written.getvalue()


class Journey:
    """Brings one file along its life to the state that the content gives it."""

    def __init__(self, row: dict, file: Application, staff: Staff):
        self.row, self.file, self.goal = row, file, State(row["state"])
        code = file.position.department.code
        self.hr, self.officer = staff.of(Role.HR_OFFICER, code), staff.of(Role.QUALIFICATION_OFFICER, code)
        self.second = staff["hr_jiang"]
        # Whoever made the checks does not decide what follows from them.
        self.decider = next(user for user in staff.values() if user.demo_role == Role.QUALIFICATION_OFFICER and user != self.officer)
        self.days = -row["submitted_days_ago"] if row["submitted_days_ago"] else 0

    @property
    def is_behind(self) -> bool:
        """Ranked behind the headcount."""
        return self.goal in (State.RESERVED, State.LAPSED)

    def again(self) -> Application:
        self.file = Application.objects.get(pk=self.file.pk)
        return self.file

    def submit(self) -> None:
        with on(self.days, 15):
            actions.submit(self.file, by=self.file.candidate)
        if self.days < -4 and self.goal in STILL_READ:
            answer(self.file, self.row, self.days + 3)

    def qualify(self) -> None:
        """Check everything, and pass, send back or refuse."""
        with on(min(self.days + 5, -2), 11):
            file = self.again()
            actions.assign(file, officer=self.officer, by=self.officer)
            checks = qualification.prepare(file, by=self.officer)
            if self.goal == State.SUBMITTED:
                return
            refused = (self.row["rejection"] or {}).get("stage") == "qualification"
            for check in checks:
                qualification.decide(check, self._judged(check, refused=refused), by=self.officer)
            if self.goal == State.RETURNED:
                due_on = day(9)
                qualification.request_corrections(file, message=CORRECTIONS[self.file.candidate.language], due_on=due_on, by=self.officer)
            elif refused:
                qualification.refuse(file, sentence=self.row["rejection"]["text"], by=self.officer)
                qualification.reject(self.again(), by=self.hr)
            else:
                qualification.qualify(file, by=self.decider)

    def _judged(self, check: Check, *, refused: bool) -> Found:
        """Something is not met, not legible or still to follow in some files; the rest is in order."""
        if refused and check.kind == CheckKind.REQUIREMENT and not check.application.checks.filter(result=CheckResult.NOT_MET).exists():
            return Found(CheckResult.NOT_MET, self.row["rejection"]["text"])
        if self.goal == State.RETURNED and check.kind in (CheckKind.DEGREE, CheckKind.RECORD):
            return Found(CheckResult.UNCLEAR, UNCLEAR[self.file.candidate.language])
        if self.goal == State.QUALIFIED and check.kind == CheckKind.DEGREE:
            told = {"method": Method.COMMITMENT, "route": DegreeRoute.CSCSE, "confidence": Confidence.MEDIUM}
            return Found(CheckResult.PROVISIONAL, "CSCSE", due_on=timezone.localdate() + 60 * DAY, **told)
        if check.kind not in PROVED:
            return Found(CheckResult.MET)
        route = DegreeRoute.APOSTILLE if check.kind == CheckKind.DEGREE else ""
        return Found(CheckResult.MET, method=Method.ORIGINAL, route=route, confidence=Confidence.HIGH)

    def examine(self, offset: int) -> None:
        """The result of the competence test."""
        mark = self._mark("competence", 64, 93)
        with on(offset, 16):
            file = actions.score(self.again(), by=self.hr, competence_score=mark)
            if not self._fails("competence", RejectionReason.TEST_BELOW_MINIMUM, Gate.COMPETENCE):
                actions.record_gate(file, Gate.COMPETENCE, GateResult.PASSED, on=timezone.localdate(), by=self.hr)
                actions.examine(self.again(), by=self.hr)

    def assess(self, offset: int) -> None:
        """The result of the interview."""
        mark = self._mark("crosscultural", 66, 94)
        with on(offset, 17):
            file = actions.score(self.again(), by=self.hr, crosscultural_score=mark)
            if not self._fails("crosscultural", RejectionReason.ASSESSMENT_BELOW_MINIMUM, Gate.CROSSCULTURAL):
                actions.record_gate(file, Gate.CROSSCULTURAL, GateResult.PASSED, on=timezone.localdate(), by=self.hr)
                actions.assess(self.again(), by=self.hr)

    def _mark(self, stage: str, low: int, high: int) -> Decimal:
        """Whoever stands further along did better, so that a merit list comes out as the content says."""
        if (self.row["rejection"] or {}).get("stage") == stage:
            return Decimal("54.00") if stage == "competence" else Decimal("56.20")
        span = (low, low + 8) if self.is_behind else (low + 12, high)
        return Decimal(LUCK.randrange(span[0] * 100, span[1] * 100)) / 100

    def _fails(self, stage: str, reason: RejectionReason, gate: Gate) -> bool:
        rejection = self.row["rejection"]
        if not rejection or rejection["stage"] != stage:
            return False
        actions.record_gate(self.again(), gate, GateResult.NOT_PASSED, on=timezone.localdate(), by=self.hr)
        self.refuse(reason)
        return True

    def refuse(self, reason: RejectionReason) -> None:
        """One proposes, another decides."""
        actions.propose_rejection(self.again(), reason=reason, sentence=self.row["rejection"]["text"], by=self.hr)
        actions.reject(self.again(), by=self.officer)

    def nominate(self, offset: int, rank: int) -> None:
        """Without a merit list of its own: the post's list is drawn up when the last interview is rated."""
        composite = Decimal("0.4") * self.again().competence_score + Decimal("0.6") * self.file.crosscultural_score
        with on(offset, 10):
            file = actions.score(self.file, by=self.hr, composite=composite.quantize(Decimal("0.01")), rank=rank)
            verb = actions.reserve if self.is_behind else actions.nominate
            verb(file, by=self.hr)


CORRECTIONS = {
    "zh-hans": "请一次补齐下列材料，如有疑问可回复本信所列的联系方式。",
    "en": "Please send everything in one go. If a document takes longer, tell us by when you expect it.",
    "de": "Bitte reichen Sie alles auf einmal nach. Dauert ein Dokument länger, nennen Sie uns den voraussichtlichen Tag.",
    "ja": "すべてまとめてご提出ください。時間のかかる書類がある場合は、見込みの日をお知らせください。",
    "ko": "모든 서류를 한 번에 보완해 주십시오. 시간이 더 걸리는 서류가 있으면 예상 날짜를 알려 주십시오.",
}
UNCLEAR = {
    "zh-hans": "扫描件不清晰，看不到签发日期。",
    "en": "The scan is not legible; the date of issue cannot be read.",
    "de": "Der Scan ist nicht lesbar; das Ausstellungsdatum ist nicht zu erkennen.",
    "ja": "スキャンが不鮮明で、発行日を確認できません。",
    "ko": "스캔이 선명하지 않아 발급일을 확인할 수 없습니다.",
}


def rows_of(post_code: str, batch: int) -> list[dict]:
    """The candidates of one post and batch, in the order in which they began."""
    rows = [row for row in content("people")["candidates"] if row["position"] == post_code and row["batch"] == batch]
    return sorted(rows, key=lambda row: -row["started_days_ago"])
