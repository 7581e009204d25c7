"""A post in the middle of its selection: three whose answers are marked, three who are interviewed, everybody who judges them, and marks on all."""

import datetime
from dataclasses import dataclass

import pytest
from django.utils import timezone

from positions.actions.posts import freeze
from recruitment.accounts.models import User
from recruitment.accounts.roles import Role
from screening.applications.models import Application, Rejection
from screening.assessors import actions as assessors
from screening.assessors.models import Assessor, ConflictHint, Panel, Station
from screening.assessors.states import PanelKind, StationKind
from screening.competence import actions as competence
from screening.competence.models import Marking, Sitting
from screening.competence.states import ModerationReason
from screening.crosscultural import actions as crosscultural
from screening.crosscultural.models import Interview, Slot
from screening.oversight import actions as oversight
from screening.oversight.models import Body
from screening.oversight.states import BodyKind
from screening.stages import actions as stages
from tests import assessments, factories
from tests.blindness.marks import Marks, mark
from tests.competence.bank import question

# By number another order than by name, by country, by birthday or by the day of the application.
CODES = ("BQX7K2M4", "YQX7K2M4", "MQX7K2M4", "CQX7K2M4", "ZQX7K2M4", "NQX7K2M4")
MONTH = datetime.timedelta(days=30)


@dataclass
class World:
    """The files, their marks, and who looks."""

    files: list[Application]
    marks: Marks
    readers: dict[str, User]

    @property
    def written(self) -> list[Application]:
        return self.files[:3]

    @property
    def interviewed(self) -> list[Application]:
        return self.files[3:]


@pytest.fixture
def world(position, hr_officer, security_administrator) -> World:
    freeze(position.round, by=hr_officer)
    stages.lay_out(position)
    files = [_file(position, number) for number in range(6)]
    marks = Marks()
    for number, file in enumerate(files):
        marks |= mark(file, number)
    readers = _readers(position, hr_officer, security_administrator)
    told = World([Application.objects.get(pk=file.pk) for file in files], Marks(marks), readers)
    _write(told, position, hr_officer)
    _interview(told, position, hr_officer)
    _ask(told, position, hr_officer)
    for file in told.files:
        for key in ("sitting", "interview"):
            if hasattr(file, key):
                told.marks.keep(f"{file.pk}.{key.title()}.uuid", str(getattr(file, key).uuid))
    return told


def _file(position, number: int) -> Application:
    passed = {"competence_gate": "passed", "competence_score": 80 + number, "competence_on": timezone.localdate()}
    return assessments.file(
        position, number, "tested" if number > 2 else "qualified", candidate_code=CODES[number], **(passed if number > 2 else {})
    )


def _readers(position, hr_officer, administrator) -> dict[str, User]:
    """Everybody who judges or watches, each in another language."""
    roles = {"chief": Role.ASSESSOR, "marker": Role.ASSESSOR, "rater": Role.ASSESSOR, "asked": Role.ASSESSOR, "setter": Role.SETTER}
    roles |= {"observer": Role.OVERSIGHT_OBSERVER, "auditor": Role.OVERSIGHT_OBSERVER}
    languages = ("zh-hans", "de", "ja", "en", "ko", "en", "zh-hans")
    readers = {name: factories.person(name, role, language=code) for (name, role), code in zip(roles.items(), languages, strict=True)}
    for name, kind in (("observer", BodyKind.OBSERVER), ("auditor", BodyKind.AUDITOR)):
        body = Body.objects.create(kind=kind, country="CH", contact="office@body.example", **assessments.five(name=f"Body {name}"))
        oversight.grant(body, person=readers[name], until=timezone.now() + MONTH, reason="Sent for the round.", by=administrator)
    question(by=readers["setter"])
    return readers


def _write(told: World, position, hr_officer) -> None:
    """Handed in, given to all three markers; the first is marked by everybody and moderated, the third by one."""
    paper = competence.seal(assessments.draft_paper(position, author=hr_officer), by=hr_officer)
    competence.invite(paper, by=hr_officer)
    third = factories.person("third_marker", Role.ASSESSOR)
    assessments.panel(position, PanelKind.MARKING, members=[told.readers["chief"], told.readers["marker"], third], by=hr_officer)
    for file in told.written:
        assessments.handed_in(paper, file)
    competence.assign(paper, by=hr_officer)
    for marking in Marking.objects.all():
        Marking.objects.filter(pk=marking.pk).update(place=sorted(CODES).index(marking.sitting.code))
    first, *_others, last = told.written
    for marking in Marking.objects.filter(sitting__application=first):
        assessments.locked(marking, 80)
    assessments.locked(Marking.objects.filter(sitting__application=last).first(), 60)
    chaired = Sitting.objects.get(application=first)
    competence.moderate(chaired, score=78, reason=ModerationReason.values[0], text="Both sheets were read again.", by=told.readers["chief"])


def _interview(told: World, position, hr_officer) -> None:
    """Booked in the order of their numbers; one hour has come and is rated by two."""
    members = [told.readers["rater"], *assessments.people(2, "member")]
    panel = assessments.panel(position, PanelKind.INTERVIEW, members=members, by=hr_officer)
    crosscultural.seal(assessments.draft_booklet(position), by=hr_officer)
    slots = assessments.slots(panel, by=hr_officer)
    # A rejection that waits for a second person would keep them from the interview; here one was decided long ago.
    decided = {"approved_by": factories.person("second_hand", Role.HR_OFFICER, department="FTZ"), "approved_at": timezone.now()}
    Rejection.objects.filter(application__in=told.interviewed).update(**decided)
    crosscultural.invite(panel, by=hr_officer)
    for slot, file in zip(slots, sorted(told.interviewed, key=lambda file: file.candidate_code), strict=True):
        crosscultural.book(Interview.objects.get(application=file), slot=slot, by=file.candidate)
    for slot in slots[:2]:
        Slot.objects.filter(pk=slot.pk).update(
            starts_at=slot.starts_at - 60 * assessments.HOUR, ends_at=slot.ends_at - 60 * assessments.HOUR
        )
    held = Interview.objects.get(bookings__slot=slots[0])
    assessments.rated(held, 4, by=members[0])
    assessments.rated(held, 3, by=members[1])


def _ask(told: World, position, hr_officer) -> None:
    """Somebody studied where three candidates did, who wrote more of it than the assessor; and somebody else was only invited."""
    for number, file in enumerate(told.written):
        file.education.update(institution=f"Quarzhochschule (qx{number}abteilung)")
        told.marks.keep(f"{number}.Education.institution", f"qx{number}abteilung")
    person = told.readers["asked"]
    profile = assessors.add(Assessor(name="Xu Guangyu", email=person.email, institution="Institute", user=person), by=hr_officer)
    Station.objects.create(assessor=profile, kind=StationKind.EDUCATION, institution="quarzhochschule", since=1990)
    panel = Panel.objects.get(position=position, kind=PanelKind.MARKING)
    assessors.seat(panel, assessor=person, institution="Institute", by=hr_officer)
    assessors.declare(position.round, language="en", by=person)
    assert ConflictHint.objects.filter(assessor=person).count() == 3
    invited = assessors.add(Assessor(name="Ida Neu", email="neu@example.org", institution="Institute"), by=hr_officer)
    assessors.invite(invited, by=hr_officer)
