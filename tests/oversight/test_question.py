"""A question of the oversight body is answered by a day, once, by HR of the department; late ones are brought forward."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from recruitment.audit.models import Entry
from recruitment.calendar.queries import add_working_days
from recruitment.core.refusals import Refused
from recruitment.notifications.kinds import Kind
from recruitment.notifications.models import Letter
from screening.oversight import actions, tasks
from screening.oversight.models import Question
from screening.oversight.states import QuestionState

pytestmark = pytest.mark.django_db

TEXT = "Why did the third form have other tasks than the first?"
ANSWER = "The forms are parallel: the tables of both are in the plan."


@pytest.fixture
def asked(stage, observer) -> Question:
    return actions.ask(stage, text=TEXT, by=observer)


def test_it_has_a_day_and_a_letter(asked, observer, hr_officer, second_hr_officer):
    assert asked.due_on == add_working_days(timezone.localdate(), 5).ends_on and asked.standing == QuestionState.WAITING
    letters = Letter.objects.filter(kind=Kind.QUESTION_ASKED)
    assert {letter.recipient for letter in letters} == {hr_officer, second_hr_officer} and TEXT in letters[0].body
    assert Entry.objects.get(verb="oversight.question.ask").actor_id == observer.pk


@pytest.mark.parametrize("who", ["oversight", "hr_officer", "candidate", "superuser"])
def test_nobody_asks_without_a_mandate(who, stage, request):
    with pytest.raises(PermissionDenied):
        actions.ask(stage, text=TEXT, by=request.getfixturevalue(who))


def test_it_is_answered_once(asked, hr_officer, second_hr_officer, observer):
    actions.answer(asked, answer=ANSWER, by=hr_officer)
    stored = Question.objects.get()
    assert (stored.answer, stored.answered_by, stored.standing) == (ANSWER, hr_officer, QuestionState.ANSWERED)
    letter = Letter.objects.get(kind=Kind.QUESTION_ANSWERED)
    assert letter.recipient == observer and ANSWER in letter.body and TEXT in letter.body
    with pytest.raises(Refused, match="answered meanwhile"):
        actions.answer(asked, answer=ANSWER, by=second_hr_officer)
    assert Entry.objects.filter(verb="oversight.question.answer").count() == 1


@pytest.mark.parametrize("who", ["foreign_hr_officer", "observer", "qualification_officer", "superuser"])
def test_nobody_else_answers(asked, who, request):
    with pytest.raises(PermissionDenied):
        actions.answer(asked, answer=ANSWER, by=request.getfixturevalue(who))


def test_an_overdue_one_is_escalated_once(asked, hr_officer, second_hr_officer, observer):
    assert tasks.escalate_due() == 0
    Question.objects.update(due_on=timezone.localdate() - datetime.timedelta(days=1))
    assert Question.objects.get().standing == QuestionState.LATE
    assert (tasks.escalate_due(), tasks.escalate_due()) == (1, 0)
    letters = Letter.objects.filter(kind=Kind.QUESTIONS_OVERDUE)
    assert {letter.recipient for letter in letters} == {hr_officer, second_hr_officer, observer}
    assert "Qualification check" in letters[0].body


def test_hr_answers_in_the_admin(client, asked, hr_officer, foreign_hr_officer):
    page = reverse("admin:oversight_question_change", args=[asked.pk])
    client.force_login(foreign_hr_officer)
    assert client.get(page).status_code in (302, 404)
    client.force_login(hr_officer)
    do = f"{page.removesuffix('change/')}do/answer/"
    assert TEXT in client.get(do).content.decode()
    assert "Explain in at least 10 characters." in client.post(do, {"answer": "No."}).content.decode()
    client.post(do, {"answer": ANSWER})
    assert Question.objects.get().answer == ANSWER
    assert client.get(do).status_code == 409
