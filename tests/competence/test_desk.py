"""HR's desk: papers, the board under candidate numbers, names only after the result."""

import pytest
from django.urls import reverse

from recruitment.audit.models import Entry
from screening.competence import actions
from screening.competence.models import Paper, Sitting
from screening.competence.states import PaperState, SittingState
from tests import assessments


def page(model: str, what: str, *args) -> str:
    return reverse(f"admin:competence_{model}_{what}", args=args)


@pytest.fixture
def as_hr(client, hr_officer):
    client.force_login(hr_officer)
    return client


def management(prefix: str, total: int = 0) -> dict[str, int]:
    return {f"{prefix}-TOTAL_FORMS": total, f"{prefix}-INITIAL_FORMS": 0}


def test_hr_writes_a_paper_and_its_tasks(as_hr, position, hr_officer):
    told = {
        "reference": "PAPER-9", "position": position.pk, "minutes": 90, **assessments.five(title="Paper", instructions="Two tasks."),
        "opens_at_0": "2030-03-01", "opens_at_1": "09:00", "closes_at_0": "2030-03-01", "closes_at_1": "15:00",
        **management("tasks", 1), "tasks-0-form": "A", "tasks-0-order": 1, "tasks-0-kind": "writing", "tasks-0-max_marks": 50,
        **{f"tasks-0-{name}": text for name, text in assessments.five(title="Task", prompt="Do this.").items()},
    }  # fmt: skip
    assert as_hr.get(page("paper", "add")).status_code == 200
    response = as_hr.post(page("paper", "add"), told)
    assert response.status_code == 302, response.context["adminform"].form.errors
    paper = Paper.objects.get()
    assert (paper.author, paper.state, paper.tasks.count()) == (hr_officer, PaperState.DRAFTED, 1)
    assert as_hr.get(page("paper", "change", paper.pk)).status_code == 200
    assert as_hr.get(page("task", "change", paper.tasks.get().pk)).status_code == 200
    wrong = as_hr.post(page("paper", "add"), {**told, "reference": "PAPER-10", "closes_at_0": "2030-02-01"})
    assert "must open before it closes" in wrong.content.decode()


def test_hr_leads_a_paper_through_its_verbs(as_hr, draft_paper, qualified, panel, second_hr_officer):
    def verb(name):
        return page("paper", "verb", draft_paper.pk, name)

    assert "seal" in as_hr.get(page("paper", "change", draft_paper.pk)).content.decode()
    for name in ("seal", "open", "invite"):
        assert as_hr.get(verb(name)).status_code == 200
        assert as_hr.post(verb(name)).status_code == 302
    assert Paper.objects.get().state == PaperState.SEALED
    actions.open(draft_paper, by=second_hr_officer)
    assert "Second Hr Officer" in as_hr.get(page("paper", "change", draft_paper.pk)).content.decode()
    assessments.handed_in(draft_paper, qualified)
    as_hr.post(verb("assign"))
    assert Sitting.objects.get().markings.count() == 2
    refused = as_hr.post(verb("conclude"), follow=True)
    assert "the marking is not finished" in refused.content.decode()
    assert as_hr.get(page("task", "changelist")).status_code == 200


def test_a_sealed_paper_is_only_read_and_every_look_is_recorded(as_hr, paper):
    told = as_hr.get(page("paper", "change", paper.pk)).content.decode()
    assert 'name="title_en"' not in told and "Paper (en)" in told
    assert Entry.objects.filter(verb="screening.paper.read", subject_id=str(paper.pk)).count() == 1
    assert as_hr.post(page("paper", "change", paper.pk), {"minutes": 5}).status_code == 403


def test_the_board_shows_numbers_and_progress_and_a_name_only_after_the_result(as_hr, markings, handed_in, hr_officer):
    reference = handed_in.application.reference
    board = as_hr.get(page("sitting", "changelist")).content.decode()
    assert handed_in.code in board and "0 / 2" in board and reference not in board
    assessments.locked(markings[0], 80)
    before = as_hr.get(page("sitting", "change", handed_in.pk)).content.decode()
    assert reference not in before and "80.00" not in before and markings[0].marker.display_name not in before
    assessments.locked(markings[1], 80)
    assert as_hr.post(page("sitting", "verb", handed_in.pk, "conclude")).status_code == 302
    after = as_hr.get(page("sitting", "change", handed_in.pk)).content.decode()
    assert reference in after and "80.00" in after and markings[0].marker.display_name in after
    assert Sitting.objects.get().state == SittingState.CONCLUDED


def test_results_are_established_in_bulk_and_each_row_is_reported(as_hr, markings, handed_in):
    told = {"action": "conclude", "_selected_action": [handed_in.pk], "confirmed": "1"}
    assert "Not done" in as_hr.post(page("sitting", "changelist"), told).content.decode()
    for marking in markings:
        assessments.locked(marking, 80)
    assert as_hr.post(page("sitting", "changelist"), {**told, "confirmed": ""}).status_code == 200
    as_hr.post(page("sitting", "changelist"), told)
    assert Sitting.objects.get().state == SittingState.CONCLUDED


def test_additional_time_is_given_with_a_reason(as_hr, sitting):
    address = page("sitting", "verb", sitting.pk, "extend")
    assert "Enter the reason." in as_hr.post(address, {"minutes": 20}).content.decode()
    as_hr.post(address, {"minutes": 20, "reason": "Adjustment"})
    assert Sitting.objects.get().extra_minutes == 20


@pytest.mark.parametrize("who", ["foreign_hr_officer", "qualification_officer", "publicity_officer", "superuser"])
def test_papers_and_sittings_do_not_exist_for_others_in_the_admin(client, request, sitting, who):
    client.force_login(request.getfixturevalue(who))
    for model, row in (("paper", sitting.paper), ("sitting", sitting), ("task", sitting.paper.tasks.first())):
        listed = client.get(page(model, "changelist"))
        assert listed.status_code == 403 or (sitting.code not in listed.content.decode() and "PAPER-1" not in listed.content.decode())
        assert client.get(page(model, "change", row.pk)).status_code in (302, 403, 404)
    assert client.post(page("paper", "verb", sitting.paper_id, "close")).status_code == 404


@pytest.mark.parametrize(
    "lookup", ["application__identity__nationality", "application__candidate__email__startswith", "code", "score__gte"]
)
def test_the_board_cannot_be_searched_by_what_it_does_not_show(as_hr, sitting, lookup):
    assert as_hr.get(page("sitting", "changelist"), {lookup: "x"}).status_code in (302, 400)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_board_needs_the_same_number_of_queries_for_one_sitting_and_for_three(
    as_hr, position, paper, hr_officer, rows, django_assert_num_queries
):
    for number in range(rows):
        assessments.file(position, number)
    actions.invite(paper, by=hr_officer)
    as_hr.get(page("sitting", "changelist"))
    with django_assert_num_queries(BOARD):
        as_hr.get(page("sitting", "changelist"))


BOARD = 7
