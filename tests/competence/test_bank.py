"""The question bank: written by one setter, reviewed by another, read by nobody else; papers are made of it unread."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django_fsm import TransitionNotAllowed

from positions.models import Competency, CompetencyModel
from recruitment.audit.models import Entry
from recruitment.core.refusals import Refused
from screening.competence import actions
from screening.competence.models import Question, RubricLine, Sitting, Task
from screening.competence.queries import uncovered
from screening.competence.states import QuestionState
from tests import assessments
from tests.competence import bank


def again(row):
    return type(row).objects.get(pk=row.pk)


def page(name: str, *args) -> str:
    return reverse(f"competence:{name}", args=args)


def recorded(verb: str) -> int:
    return Entry.objects.filter(verb=f"screening.question.{verb}").count()


@pytest.fixture
def written(setter) -> Question:
    return bank.question(by=setter)


@pytest.fixture
def proposed(written, setter) -> Question:
    return actions.propose(written, by=setter)


# --- verbs ---------------------------------------------------------------------------------------------------------


def test_a_question_goes_from_its_author_to_a_second_setter_and_into_the_bank(proposed, setter, second_setter):
    approved = again(actions.approve(proposed, note="Clear.", by=second_setter))
    assert (approved.state, approved.reviewer, approved.max_marks) == (QuestionState.APPROVED, second_setter, 50)
    assert again(actions.retire(approved, by=setter)).state == QuestionState.RETIRED
    assert [recorded(verb) for verb in ("write", "propose", "approve", "retire")] == [1, 1, 1, 1]


def test_a_reviewer_sends_a_question_back_with_a_remark(proposed, second_setter):
    with pytest.raises(Refused, match="mended"):
        actions.send_back(proposed, note=" ", by=second_setter)
    back = again(actions.send_back(proposed, note="Name the year.", by=second_setter))
    assert (back.state, back.note) == (QuestionState.DRAFTED, "Name the year.")


def test_nobody_approves_what_they_wrote_not_even_behind_the_verbs(proposed, setter):
    for verb in (actions.approve, actions.send_back):
        with pytest.raises(PermissionDenied):
            verb(proposed, note="Fine.", by=setter)
    with pytest.raises(IntegrityError, match="question_second_person"), transaction.atomic():
        Question.objects.filter(pk=proposed.pk).update(reviewer=setter)


@pytest.mark.parametrize("who", ["candidate", "outsider", "assessor", "hr_officer", "oversight", "superuser", "second_setter"])
def test_only_its_author_writes_and_proposes_a_question(who, request, written):
    other = request.getfixturevalue(who)
    with pytest.raises(PermissionDenied):
        actions.propose(written, by=other)
    with pytest.raises(PermissionDenied):
        actions.write(written, by=other)


def test_a_question_with_a_gap_is_not_proposed_and_hears_why(setter, written):
    written.content = {**written.content, "prompt_ko": "", "lines": []}
    written.competencies = []
    actions.write(written, by=setter)
    with pytest.raises(Refused, match=r"no rubric.*five languages.*competency"):
        actions.propose(again(written), by=setter)


def test_what_was_proposed_is_not_changed_and_not_proposed_again(proposed, setter):
    with pytest.raises(Refused, match="draft"):
        actions.write(proposed, by=setter)
    with pytest.raises(TransitionNotAllowed):
        actions.propose(again(proposed), by=setter)


def test_what_a_question_says_lies_encrypted(written):
    with connection.cursor() as cursor:
        cursor.execute("select * from competence_question where id = %s", [written.pk])
        row = cursor.fetchone()
    assert b"Interpret" not in b"".join(bytes(value) for value in row if isinstance(value, memoryview | bytes))
    assert "Interpret" not in str(row) and again(written).content["prompt_en"] == "Interpret the policy. (en)"


# --- papers out of the bank ------------------------------------------------------------------------------------------


def made_of(position, hr_officer, setter, second_setter, **other):
    """A draft with two forms, each a question of one family."""
    paper = assessments.draft_paper(position, author=hr_officer)
    paper.tasks.all().delete()
    for form, fields in (("A", {}), ("B", other)):
        question = bank.approved(by=setter, reviewer=second_setter, prompt=f"Secret {form}.", **fields)
        actions.compose(paper, form=form, questions=[question], by=hr_officer)
    return paper


def test_hr_makes_parallel_forms_without_reading_them_and_each_candidate_draws_one(position, hr_officer, setter, second_setter, qualified):
    paper = made_of(position, hr_officer, setter, second_setter)
    assert not any(task.prompt_en or task.model_answer_en for task in paper.tasks.all())
    assert not RubricLine.objects.filter(task__paper=paper, name_en__gt="").exists()
    sealed = actions.seal(paper, by=hr_officer)
    actions.invite(sealed, by=hr_officer)
    started = actions.start(assessments.admitted(assessments.sitting(sealed, qualified)), by=qualified.candidate)
    (task,) = Task.objects.of_sitting(again(started))
    assert (started.form in "AB", task.prompt_en) == (True, f"Secret {started.form}. (en)")
    other = Task.objects.exclude(pk=task.pk).get(paper=paper)
    actions.save(again(started), texts={other.pk: "Not my form."}, by=qualified.candidate)
    assert not started.answers.exists()


def test_forms_that_do_not_match_are_not_sealed(position, hr_officer, setter, second_setter):
    paper = made_of(position, hr_officer, setter, second_setter, family="other")
    with pytest.raises(Refused, match="forms of a paper must match"):
        actions.seal(paper, by=hr_officer)


def test_the_lot_gives_every_form(position, hr_officer, setter, second_setter):
    paper = actions.seal(made_of(position, hr_officer, setter, second_setter), by=hr_officer)
    files = [assessments.file(position, number) for number in range(8)]
    actions.invite(paper, by=hr_officer)
    for file in files:
        actions.start(assessments.admitted(assessments.sitting(paper, file)), by=file.candidate)
    assert set(Sitting.objects.values_list("form", flat=True)) <= {"A", "B"}


def test_the_test_plan_names_what_no_question_covers(position, hr_officer, setter, second_setter):
    paper = made_of(position, hr_officer, setter, second_setter)
    model = position.competency_model
    told = {"nature": "general", "stage": "competence", "weight": 10}
    keys = {key: Competency.objects.create(model=model, key=key, name=key, **told) for key in ("policy", "writing_plain")}
    found = uncovered(paper)
    assert all(keys["writing_plain"] in missing and keys["policy"] not in missing for missing in found.values())
    assert set(found) == {"A", "B"}


@pytest.mark.parametrize("who", ["candidate", "setter", "foreign_hr_officer", "superuser"])
def test_only_hr_of_the_department_makes_a_paper(who, request, draft_paper):
    with pytest.raises(PermissionDenied):
        actions.compose(draft_paper, form="A", questions=[], by=request.getfixturevalue(who))


# --- pages ---------------------------------------------------------------------------------------------------------


def test_a_setter_writes_a_question_on_the_site_and_a_second_one_approves_it(client, setter, second_setter):
    model = CompetencyModel.objects.create(kind="investment_consultant")
    Competency.objects.create(model=model, key="policy", name="Policy", nature="general", stage="competence", weight=1)
    client.force_login(setter)
    texts = assessments.five(title="A case", prompt="Do.", model_answer="Done.")
    told = {"kind": "case_analysis", "minutes": 30, "family": "case-1", "competencies": ["policy"], **texts}
    assert client.get(page("question_new")).status_code == 200
    assert client.post(page("question_new"), {**told, "minutes": ""}).status_code == 422
    address = client.post(page("question_new"), told).url
    question = Question.objects.get()
    line = {"key": "facts", "max": 50, **assessments.five(name="Facts", anchor_low="L", anchor_mid="M", anchor_high="H")}
    assert client.get(page("line_new", question.uuid)).status_code == 200
    assert client.post(page("line_new", question.uuid), line).url == address
    assert client.get(page("line", question.uuid, "facts")).status_code == 200
    assert client.get(page("line", question.uuid, "nothing")).status_code == 404
    assert "Do. (en)" in client.get(page("question_edit", question.uuid)).content.decode()
    assert client.post(page("question_edit", question.uuid), {**told, "minutes": 35}).url == address
    shown = client.get(address).content.decode()
    assert "Done. (en)" in shown and "Facts (en)" in shown and recorded("read") == 2
    client.post(page("review", question.uuid, "propose"))
    client.force_login(second_setter)
    assert str(question.uuid) in client.get(page("questions")).content.decode()
    assert client.get(address).status_code == 200
    client.post(page("review", question.uuid, "approve"), {"note": "Good."})
    assert (again(question).state, again(question).minutes) == (QuestionState.APPROVED, 35)
    assert client.get(page("question_edit", question.uuid)).status_code == 404


@pytest.mark.parametrize("who", ["candidate", "outsider", "assessor", "hr_officer", "oversight", "superuser"])
def test_the_bank_does_not_exist_for_others(client, request, proposed, who):
    client.force_login(request.getfixturevalue(who))
    for name in ("question", "question_edit", "line_new", "question_attach"):
        assert client.get(page(name, proposed.uuid)).status_code == 404
    assert client.post(page("review", proposed.uuid, "approve"), {"note": "x"}).status_code == 404
    assert client.get(page("question_new")).status_code == 403
    assert str(proposed.uuid) not in client.get(page("questions")).content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_of_questions_costs_the_same_for_one_and_for_three(client, setter, django_assert_num_queries, rows):
    for _number in range(rows):
        bank.question(by=setter)
    client.force_login(setter)
    with django_assert_num_queries(4):
        assert client.get(page("questions")).status_code == 200
