"""The programme as a whole: everything in its order, in one transaction, so that a half-loaded demonstration cannot be."""

from django.db import connections, transaction

from positions import actions as positions
from positions.models import Position
from publicity.notices.models import Notice
from recruitment.accounts.models import User
from recruitment.accounts.roles import Role
from recruitment.demo import bank, board, desks, files, interviews, office, pool, posts, service, vetting, watching, witness
from recruitment.demo.reading import content, on
from recruitment.notifications.models import Letter
from recruitment.notifications.states import LetterState
from screening.applications import actions as applications
from screening.applications.models import Application
from screening.applications.states import Gate, RejectionReason, State, WithdrawalReason
from screening.merit import actions as merit
from screening.oversight import actions as oversight
from screening.stages import actions as stages
from screening.stages.models import Stage

BEYOND = (
    State.NOMINATED,
    State.CLEARED,
    State.ANNOUNCED,
    State.CONFIRMED,
    State.DEFERRED,
    State.REVOKED,
    State.OFFERED,
    State.APPOINTED,
    State.DECLINED,
)
NOT_QUALIFIED = (State.DRAFT, State.SUBMITTED, State.REOPENED, State.RETURNED, State.WITHDRAWN)
LISTED = (State.RESERVED, State.LAPSED, *BEYOND)


class Programme:
    """Loads the demonstration."""

    def __init__(self, tell):
        self.tell = tell

    @transaction.atomic
    def load(self) -> None:
        """Once, into an empty database; one long transaction, in which the compartment waits longer than any request may."""
        for alias in ("default", "compartment"):
            with connections[alias].cursor() as cursor:
                cursor.execute("SET idle_in_transaction_session_timeout = 0")
        self._found()
        for code in sorted(self.posts, key=lambda code: self.rows[code]["dates"]["opens"]):
            self._select(code)
            self.tell(f"{self.posts[code].reference}: {Application.objects.for_position(self.posts[code]).count()} files")
        self._set_desks()
        watching.watch(self.posts, self.staff)
        desks.ask_about_data(self.staff["secadmin_luo"])
        desks.remember()
        vetting.leave_open(staff=self.staff)
        service.measure(staff=self.staff, hr=self.staff["hr_jiang"])
        self._file_past_letters()
        witness.cosign_head(by=self.staff["oversight_ferreira"])

    def _found(self) -> None:
        with on(-300):
            office.open_departments()
            office.write_models()
            self.staff = office.hire()
            watching.send(self.staff)
        office.fill_catalogues()
        office.publish_texts(self.staff)
        self.rows = {row["code"]: row for row in content("positions")}
        self.posts = posts.publish(self.staff, office.open_rounds())
        self.papers = posts.set_papers(self.posts)
        bank.fill_bank(self.staff)
        interviews.set_items()

    def _select(self, code: str) -> None:
        """Batch after batch of one post; a closed post is closed on its day."""
        post, row = self.posts[code], self.rows[code]
        for batch in row["batches"]:
            journeys = [self._enter(person, post) for person in files.rows_of(code, batch["number"])]
            self._examine(journeys, batch)
            if any(journey.goal in LISTED for journey in journeys):
                self._finish(code, journeys, batch)
        if row["dates"]["closes"] < 0:
            with on(row["dates"]["closes"] + 1, 0, 5):
                positions.close(Position.objects.get(pk=post.pk), by=User.objects.robot())

    def _enter(self, person: dict, post: Position) -> files.Journey:
        file = files.begin(person, post)
        journey = files.Journey(person, file, self.staff)
        if journey.goal != State.DRAFT:
            journey.submit()
        if journey.goal == State.REOPENED:
            with on(-2):
                applications.reopen(journey.again(), by=file.candidate)
        elif journey.goal != State.DRAFT:
            journey.qualify()
        if journey.goal == State.WITHDRAWN:
            with on(journey.days + 9):
                applications.withdraw(journey.again(), reason="", code=WithdrawalReason.OTHER_OFFER, by=file.candidate)
        return journey

    def _examine(self, journeys: list[files.Journey], batch: dict) -> None:
        """Test and interview, as far as each comes."""
        for journey in journeys:
            state = journey.again().state
            stage = (journey.row["rejection"] or {}).get("stage")
            if journey.goal in (*NOT_QUALIFIED, State.QUALIFIED) or state != State.QUALIFIED:
                continue
            journey.examine(batch["test"] + 3)
            if journey.goal != State.TESTED and stage != "competence":
                journey.assess(min(batch["interview"] + 3, -3))

    def _finish(self, code: str, journeys: list[files.Journey], batch: dict) -> None:
        """Merit list, security review, notice, offers."""
        post, notice_plan = self.posts[code], self.rows[code]["notice"]
        ranked = [journey for journey in journeys if journey.goal in LISTED or (journey.row["rejection"] or {}).get("stage") == "security"]
        offset = min(batch["interview"] + 8, -3) if notice_plan else -4
        is_whole = notice_plan is not None and len(self.rows[code]["batches"]) == 1
        self._rank(post, ranked, offset, by_list=is_whole)
        for journey in ranked:
            self._vet(journey, offset + 1 if notice_plan else -3)
        if notice_plan:
            self._announce(post, ranked, notice_plan["published"])

    def _rank(self, post: Position, ranked: list[files.Journey], offset: int, *, by_list: bool) -> None:
        if not by_list:
            order = sorted(ranked, key=lambda journey: (journey.is_behind, -journey.again().crosscultural_score))
            for rank, journey in enumerate(order, start=1):
                journey.nominate(offset, rank)
            return
        with on(offset, 9):
            self._close_stages(post)
        with on(offset, 10):
            merit_list = merit.draw_up(post, by=self.staff.of(Role.HR_OFFICER, post.department.code))
        with on(offset, 15):
            merit.close(merit_list, by=self._other_hr(post))

    def _close_stages(self, post: Position) -> None:
        """Each with its quality report; what is red gets its reason."""
        hr = self.staff.of(Role.HR_OFFICER, post.department.code)
        for gate in (Gate.QUALIFICATION, Gate.COMPETENCE, Gate.CROSSCULTURAL):
            report = merit.report(post, gate=gate, by=hr)
            stage = Stage.objects.of(post).get(gate=gate)
            if report.reds:
                stages.explain(stage, reason="已逐份复核评分记录,差异来自样本过小,未发现评分标准适用不一致。", by=hr)
            watching.attest(stage, self.staff)
            oversight.close(Stage.objects.get(pk=stage.pk), by=hr)

    def _other_hr(self, post: Position):
        first = self.staff.of(Role.HR_OFFICER, post.department.code)
        return next(self.staff[key] for key in ("hr_gu", "hr_jiang") if self.staff[key] != first)

    def _vet(self, journey: files.Journey, offset: int) -> None:
        is_refused = (journey.row["rejection"] or {}).get("stage") == "security"
        if is_refused or (journey.goal in BEYOND and journey.goal != State.NOMINATED):
            vetting.review(journey.again(), offset=offset, staff=self.staff, conclusion="not_passed" if is_refused else "passed")
        if is_refused:
            with on(offset + 3):
                journey.refuse(RejectionReason.REVIEW_NOT_PASSED)
        if journey.goal == State.LAPSED:
            with on(-30):
                applications.lapse(journey.again(), by=User.objects.robot())

    def _announce(self, post: Position, ranked: list[files.Journey], published: int) -> None:
        goals = {journey.file.pk: journey.goal for journey in ranked}
        notice = board.announce(post, offset=published, staff=self.staff)
        board.object_to(notice, goals, offset=published + 2, staff=self.staff)
        if service.last_day(notice) >= 0:
            return
        board.conclude(Notice.objects.get(pk=notice.pk))
        hr = self.staff.of(Role.HR_OFFICER, post.department.code)
        later = {Application.objects.get(pk=pk): goal for pk, goal in goals.items()}
        serving = service.conclude_offers(later, offset=service.last_day(notice) + 6, staff=self.staff, hr=hr)
        if serving:
            serving.sort(key=lambda appointment: appointment.officer.email != f"ishikawa.mariko@{office.DOMAIN}")
            service.accompany(serving, staff=self.staff, hr=hr)
            service.care(serving, staff=self.staff)

    def _set_desks(self) -> None:
        """Work that waits for whoever tries the portal."""
        pool.fill(self.staff, hr=self.staff["hr_jiang"])
        for code, post in self.posts.items():
            hr = self.staff.of(Role.HR_OFFICER, post.department.code)
            if desks.waiting(post, State.QUALIFIED):
                desks.sit(post, self.papers[code], staff=self.staff, hr=hr)
            if desks.waiting(post, State.TESTED):
                desks.meet(post, staff=self.staff, hr=hr, days=(-1, 3, 4, 5, 8))

    def _file_past_letters(self) -> None:
        """What was written in the past was sent in the past; only running matters are posted now."""
        waiting = Letter.objects.filter(state=LetterState.QUEUED)
        for letter in waiting.only("pk", "written_at"):
            Letter.objects.filter(pk=letter.pk).update(state=LetterState.SENT, sent_at=letter.written_at)
