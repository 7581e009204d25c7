"""A small town for each story: a department with its officers, a post, a candidate; real commits, a real worker."""

import datetime
import time
from collections.abc import Callable

from django.db import connections
from django.utils import timezone

from positions.models import Department, Position
from publicity.notices import actions as notices
from publicity.notices.models import Notice
from recruitment.accounts.models import User
from recruitment.accounts.roles import Role
from recruitment.notifications.models import Letter
from recruitment.notifications.states import LetterState
from recruitment.privacy import actions as privacy
from recruitment.privacy.states import REQUIRED_FOR_APPLICATION
from screening.applications import actions as applications
from screening.applications.models import Application
from screening.assessors.states import PanelKind
from screening.competence import actions as competence
from screening.competence.models import Sitting
from screening.crosscultural import actions as crosscultural
from screening.crosscultural.models import Booking, Interview, Slot
from screening.merit import actions as merit
from screening.qualification import actions as qualification
from screening.security import actions as security
from screening.security.models import Review
from tests import assessments, factories
from tests.security.declared import decided


def wait_for(condition: Callable[[], bool], seconds: float = 60.0) -> None:
    """Until the worker has done it."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "The worker did not do it in time."
        time.sleep(0.1)


class Town:
    """Everybody that a story needs; names begin with the story's own."""

    def __init__(self, story: str, language: str = "de"):
        self.story = story
        code = story[:10].upper()
        self.department: Department = factories.DepartmentFactory(code=code, organ_code=f"沪{story[:6]}示")
        self.hr, self.second_hr = (self.person(name, Role.HR_OFFICER) for name in ("hr", "second_hr"))
        self.officer, self.second_officer = (self.person(name, Role.QUALIFICATION_OFFICER) for name in ("officer", "second_officer"))
        self.third_officer = self.person("third_officer", Role.QUALIFICATION_OFFICER)
        self.publicity, self.second_publicity = (self.person(name, Role.PUBLICITY_OFFICER) for name in ("publicity", "second_publicity"))
        self.position: Position = factories.published_position(
            self.department, author=self.hr, reviewer=self.second_hr, reference=f"SH-P-{code}", test_on=None
        )
        self.candidate = self.person("candidate", Role.CANDIDATE, language=language)
        self.robot = User.objects.robot()

    def person(self, name: str, *roles: Role, language: str = "en") -> User:
        return factories.person(f"{self.story}_{name}", *roles, department=self.department_code, language=language)

    @property
    def department_code(self) -> str:
        return self.story[:10].upper()

    def file(self) -> Application:
        return Application.objects.get(candidate=self.candidate, position=self.position)

    def submitted(self) -> Application:
        draft = applications.begin(self.position, language=self.candidate.language, by=self.candidate)
        for kind in REQUIRED_FOR_APPLICATION:
            privacy.give(self.candidate, kind, language="de", about=draft, by=self.candidate)
        return applications.submit(factories.complete(draft), by=self.candidate)

    def checked(self, result: str = "met", note: str = "") -> Application:
        file = self.file()
        for check in qualification.prepare(file, by=self.officer):
            qualification.decide(check, qualification.Found(result, note, method="original"), by=self.officer)
        return file

    def qualified(self) -> Application:
        return qualification.qualify(self.checked(), by=self.second_officer)

    def tested(self) -> Application:
        """A real paper, marked blind by two."""
        paper = competence.seal(assessments.draft_paper(self.position, author=self.hr), by=self.hr)
        markers = [self.person(f"marker_{number}", Role.ASSESSOR) for number in range(2)]
        assessments.panel(self.position, PanelKind.MARKING, members=markers, by=self.hr)
        competence.invite(paper, by=self.hr)
        sitting = assessments.handed_in(paper, self.file())
        competence.assign(paper, by=self.hr)
        for marking in sitting.markings.all():
            assessments.locked(marking, 80)
        competence.conclude(Sitting.objects.get(pk=sitting.pk), by=self.hr)
        return self.file()

    def assessed(self) -> Application:
        """A real interview, rated by five."""
        crosscultural.seal(assessments.draft_booklet(self.position), by=self.hr)
        members = [self.person(f"member_{number}", Role.ASSESSOR) for number in range(5)]
        panel = assessments.panel(self.position, PanelKind.INTERVIEW, members=members, by=self.hr)
        slots = assessments.slots(panel, by=self.hr)
        crosscultural.invite(panel, by=self.hr)
        interview = Interview.objects.get(application=self.file())
        crosscultural.book(interview, slot=slots[0], by=self.candidate)
        slot = Booking.objects.get(interview=interview, released_at=None).slot
        past = 60 * assessments.HOUR
        Slot.objects.filter(pk=slot.pk).update(starts_at=slot.starts_at - past, ends_at=slot.ends_at - past)
        for member in members:
            assessments.rated(Interview.objects.get(pk=interview.pk), 4, by=member)
        crosscultural.conclude(Interview.objects.get(pk=interview.pk), by=self.hr)
        return self.file()

    def nominated(self) -> Application:
        assessments.close_stages(self.position, by=self.hr)
        merit.close(merit.draw_up(self.position, by=self.hr), by=self.second_hr)
        return self.file()

    def cleared(self) -> Application:
        """Three members of the compartment judge what was declared, two sign; the result is carried out by itself."""
        reviewers = [self.person(f"reviewer_{number}", Role.SECURITY_REVIEWER) for number in range(3)]
        for person in reviewers:
            security.admit(person, reason="story", by=self.robot)
        security.open_due(by=self.robot)
        review = Review.objects.get(application_uuid=self.file().uuid)
        decided(review, reviewers)
        return self.file()

    def jump_to_cleared(self) -> Application:
        """For stories that begin at the notice."""
        factories.brought_to(self.submitted(), "cleared")
        Application._base_manager.filter(pk=self.file().pk).update(reference=f"SH-2026-{self.story[:8]}")
        return self.file()

    def notice(self) -> Notice:
        """Drawn up; the worker puts the names on; reviewed by a second person; published."""
        drawn = notices.draw_up(self.department, by=self.publicity)
        wait_for(lambda: Notice.objects.get(pk=drawn.pk).filled_at is not None)
        notices.review(Notice.objects.get(pk=drawn.pk), by=self.second_publicity)
        return notices.publish(Notice.objects.get(pk=drawn.pk), by=self.publicity)

    def time_passes(self, notice: Notice) -> None:
        """The calendar moves on: the period ended an hour ago (only the owner of the tables can do that)."""
        ended = timezone.now() - datetime.timedelta(hours=1)
        with connections["owner"].cursor() as cursor:
            cursor.execute("update notices_notice set ends_at = %s where id = %s", [ended, notice.pk])
        connections["owner"].close()

    def letters(self, kind: str) -> list[Letter]:
        return list(Letter.objects.filter(recipient=self.candidate, kind=kind))

    def was_told(self, kind: str) -> None:
        """The letter was written once, in the candidate's language, and the worker posted it."""
        wait_for(lambda: any(letter.state == LetterState.SENT for letter in self.letters(kind)))
        (letter,) = self.letters(kind)
        assert letter.language == self.candidate.language
