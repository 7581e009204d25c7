"""The verbs of a question: ask, answer, and escalate what should have been answered."""

from collections import defaultdict

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from recruitment.accounts.models import User
from recruitment.accounts.roles import Role
from recruitment.audit.actions import record
from recruitment.calendar.queries import add_working_days
from recruitment.core import spoken_dates
from recruitment.core.moving import moving
from recruitment.core.refusals import Refused
from recruitment.notifications.actions import notify
from recruitment.notifications.kinds import Kind
from recruitment.policy.queries import value
from screening.oversight.models import Question
from screening.oversight.permissions import may_answer, may_ask
from screening.stages.models import Stage
from screening.stages.queries import take_turn
from screening.stages.states import StageState


@transaction.atomic
def ask(stage: Stage, *, text: str, by: User) -> Question:
    """Put a question about a stage; HR of the department owes the answer, and the stage does not close without it."""
    if not may_ask(stage, by):
        raise PermissionDenied
    take_turn()
    if Stage.objects.get(pk=stage.pk).state == StageState.CLOSED:
        raise Refused(_("The stage is closed; nothing in it changes any more."), subject=stage)
    due_on = add_working_days(timezone.localdate(), value("oversight.answer_working_days")).ends_on
    question = Question.objects.create(stage=stage, text=text, asked_by=by, due_on=due_on)
    record("oversight.question.ask", question, by=by, data={"stage": str(stage.uuid), "due_on": due_on.isoformat()})
    for officer in User.objects.with_role(Role.HR_OFFICER, stage.position.department.code):
        notify(officer, Kind.QUESTION_ASKED, about=question, due_on=due_on)
    return question


def answer(question: Question, *, answer: str, by: User) -> Question:
    """Answer, once; the letter goes to who asked."""
    if not may_answer(question, by):
        raise PermissionDenied
    with moving(question) as question:
        if question.answered_at is not None:
            raise Refused(_("This question was answered meanwhile."), subject=question)
        if question.asked_by_id == by.pk:
            raise PermissionDenied
        question.answer, question.answered_by, question.answered_at = answer, by, timezone.now()
        record("oversight.question.answer", question, by=by)
        notify(question.asked_by, Kind.QUESTION_ANSWERED, about=question, answer=answer)
    return question


@transaction.atomic
def escalate(*, by: User) -> int:
    """One letter to each HR officer of a department, and to each who asked, with what has become overdue since the last look."""
    overdue = Question.objects.overdue().filter(escalated_at=None).select_related("stage__position__department", "asked_by")
    late = list(overdue.select_for_update(of=("self",), no_key=True))
    lists: dict[User, list[Question]] = defaultdict(list)
    for question in late:
        record("oversight.question.escalate", question, by=by)
        officers = User.objects.with_role(Role.HR_OFFICER, question.stage.position.department.code)
        for reader in {*officers, question.asked_by}:
            lists[reader].append(question)
    for reader, questions in lists.items():
        items = [f"{question.stage} · {spoken_dates.day(question.due_on)}" for question in questions]
        notify(reader, Kind.QUESTIONS_OVERDUE, about=questions[0], items=items, number=len(items))
    Question.objects.filter(pk__in=[question.pk for question in late]).update(escalated_at=timezone.now())
    return len(late)
