"""How the tests make panels, papers, booklets and what is written on them; everything by the verbs, except who somebody is."""

import datetime

from django.utils import timezone

from positions.models import Position
from recruitment.accounts.models import User
from recruitment.accounts.roles import Role
from screening.applications.models import Application
from screening.applications.states import Gate
from screening.assessors import actions as assessors
from screening.assessors.models import Panel
from screening.assessors.states import PanelKind
from screening.competence import actions as competence
from screening.competence.models import Marking, Paper, RubricLine, Sitting, Task
from screening.competence.states import PaperState, TaskKind
from screening.crosscultural import actions as crosscultural
from screening.crosscultural.models import Booklet, Dimension, Interview, Question, Slot
from screening.crosscultural.states import BookletState
from screening.merit import actions as merit
from screening.oversight import actions as oversight
from screening.stages import actions as stages
from screening.stages.models import Stage
from tests import factories

LANGUAGES = ("zh_hans", "en", "de", "ja", "ko")
OBSERVATION = "What was written here carries these points."
HOUR = datetime.timedelta(hours=1)
WORK = "A weighed proposal in three steps."


def five(**texts: str) -> dict[str, str]:
    """Each text in five languages."""
    return {f"{name}_{code}": f"{text} ({code})" for name, text in texts.items() for code in LANGUAGES}


def file(position, number: int, state: str = "qualified", **fields) -> Application:
    """A further candidate's file in a state."""
    person = factories.person(f"applicant_{number}", Role.CANDIDATE)
    application = factories.brought_to(factories.complete(factories.application(position, person)), state)
    Application._base_manager.filter(pk=application.pk).update(**fields)
    return Application.objects.get(pk=application.pk)


def close_stages(position, *gates: Gate, by: User) -> None:
    """The deadline has passed: each closes with its quality report, and a reason for what is red; the three before the ranking unless named."""
    now = timezone.now()
    Position.objects.filter(pk=position.pk).update(opens_at=now - 48 * HOUR, closes_at=now - HOUR)
    for gate in gates or (Gate.QUALIFICATION, Gate.COMPETENCE, Gate.CROSSCULTURAL):
        made = merit.report(position, gate=gate, by=by)
        stage = Stage.objects.of(position).get(gate=gate)
        if made.reds:
            stages.explain(stage, reason="Looked at once more, script by script.", by=by)
        oversight.close(Stage.objects.get(pk=stage.pk), by=by)


def panel(position, kind: PanelKind, *, members: list[User], by: User) -> Panel:
    """A panel with these members, the first in the chair."""
    made = assessors.compose(position, kind=kind, by=by)
    for place, member in enumerate(members):
        assessors.seat(made, assessor=member, institution=f"Institute {place}", is_chair=place == 0, by=by)
        assessors.declare(position.round, language="en", by=member)
    return made


def people(number: int, name: str = "examiner") -> list[User]:
    return [factories.person(f"{name}_{place}", Role.ASSESSOR) for place in range(number)]


def draft_paper(position, *, author: User, opens_at=None, closes_at=None, minutes: int = 90) -> Paper:
    """A complete paper: a case and a writing task of 50 marks, two rubric lines each."""
    now = timezone.now()
    paper = Paper.objects.create(
        reference=f"PAPER-{Paper.objects.count() + 1}",
        position=position,
        author=author,
        minutes=minutes,
        opens_at=opens_at or now - HOUR,
        closes_at=closes_at or now + 5 * HOUR,
        **five(title="Paper", instructions="Two tasks of 50 marks each."),
    )
    for order, kind in enumerate((TaskKind.CASE, TaskKind.WRITING), start=1):
        task = Task.objects.create(paper=paper, order=order, kind=kind, max_marks=50, **five(title=f"Task {order}", prompt="Do this."))
        for place, (key, most) in enumerate((("facts", 20), ("measures", 30))):
            anchors = five(name=key.title(), anchor_low="Little", anchor_mid="Half", anchor_high="All")
            RubricLine.objects.create(task=task, key=key, order=place, max=most, **anchors)
    return paper


def sitting(paper: Paper, application: Application) -> Sitting:
    return Sitting.objects.get(paper=paper, application=application)


def opened(paper: Paper) -> Paper:
    """Opened by two people, if it lay sealed."""
    if Paper.objects.get(pk=paper.pk).state == PaperState.SEALED:
        keeper = factories.person(f"keeper_{paper.pk}", Role.HR_OFFICER, department=paper.position.department.code)
        competence.open(paper, by=keeper)
        competence.open(paper, by=paper.author)
    return Paper.objects.get(pk=paper.pk)


def admitted(sitting: Sitting) -> Sitting:
    """The paper is open, and the name was compared with the passport."""
    opened(sitting.paper)
    competence.identify(sitting, by=sitting.paper.author)
    return Sitting.objects.get(pk=sitting.pk)


def texts(sitting: Sitting, text: str = WORK) -> dict[int, str]:
    """The same text for every task of the form that was drawn."""
    return {task.pk: text for task in Task.objects.of_sitting(sitting)}


def handed_in(paper: Paper, application: Application, *, text: str = WORK) -> Sitting:
    """Started, written and handed in by the candidate, who was invited before."""
    own = competence.start(admitted(sitting(paper, application)), by=application.candidate)
    competence.save(own, texts=texts(own, text), by=application.candidate)
    return competence.hand_in(Sitting.objects.get(pk=own.pk), by=application.candidate)


def marks(paper: Paper, percent: int) -> dict[int, tuple[int, str]]:
    """The same share of the points on every line."""
    lines = RubricLine.objects.filter(task__paper=paper)
    return {line.pk: (line.max * percent // 100, OBSERVATION) for line in lines}


def locked(marking: Marking, percent: int) -> Marking:
    """Marked and locked by its marker."""
    competence.mark(marking, marks=marks(marking.sitting.paper, percent), by=marking.marker)
    return competence.lock(Marking.objects.get(pk=marking.pk), by=marking.marker)


def draft_booklet(position=None) -> Booklet:
    """A complete booklet: two questions and two dimensions."""
    booklet = Booklet.objects.create(position=position, **five(title="Booklet", instructions="Ask in this order."))
    for order, key in enumerate(("rules", "conflict"), start=1):
        Question.objects.create(booklet=booklet, order=order, key=key, **five(text=f"Question {order}", probes="Why?"))
    for order, key in enumerate(("adaptability", "service"), start=1):
        anchors = five(name=key.title(), description="What it means.", anchor_1="Low", anchor_3="Middle", anchor_5="High")
        Dimension.objects.create(booklet=booklet, order=order, key=key, **anchors)
    return booklet


def slots(panel: Panel, *, by: User, number: int = 3, first=None) -> list[Slot]:
    """Slots of 45 minutes, an hour apart, from the day after tomorrow."""
    first = first or timezone.now() + 48 * HOUR
    times = [(first + place * HOUR, first + place * HOUR + datetime.timedelta(minutes=45)) for place in range(number)]
    return crosscultural.offer(panel, times=times, place="Room 1", by=by)


def ratings(interview: Interview, points: int) -> dict[int, tuple[int, str]]:
    return {dimension.pk: (points, OBSERVATION) for dimension in interview.booklet.dimensions.all()}


def booklet_opened(booklet: Booklet) -> Booklet:
    """Opened by two keys, if it lay sealed; some interview with it is near."""
    if Booklet.objects.get(pk=booklet.pk).state == BookletState.SEALED:
        code = booklet.position.department.code if booklet.position else "*"
        for place in range(2):
            crosscultural.open(booklet, by=factories.person(f"opener_{booklet.pk}_{place}", Role.HR_OFFICER, department=code))
    return Booklet.objects.get(pk=booklet.pk)


def rated(interview: Interview, points: int, *, by: User):
    """Rated and locked by one member of the panel, after the booklet was opened."""
    booklet_opened(interview.booklet)
    interview = Interview.objects.get(pk=interview.pk)
    crosscultural.rate(interview, ratings=ratings(interview, points), by=by)
    return crosscultural.lock(interview, by=by)
