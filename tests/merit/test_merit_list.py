"""Draw up, close, send back, promote: one person ranks, another decides."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django_fsm import TransitionNotAllowed

from recruitment.audit.models import Entry
from recruitment.core.refusals import Refused
from recruitment.ledger.models import Leaf
from recruitment.notifications.models import Letter
from screening.applications import actions as applications
from screening.applications.models import Application
from screening.applications.states import GateResult, State
from screening.merit import actions
from screening.merit.models import MeritLine, MeritList
from screening.merit.states import Decision, ListState
from tests import assessments

STRANGERS = ["candidate", "rival", "outsider", "assessor", "qualification_officer", "foreign_hr_officer", "superuser"]


def states(files) -> list[str]:
    return [Application.objects.get(pk=file.pk).state for file in files]


# --- draw up -------------------------------------------------------------------------------------------------------


def test_everybody_who_passed_is_ranked_by_the_weights_of_the_round(drafted, files, hr_officer):
    told = [(line.application_id, line.rank, line.composite, line.decision) for line in drafted.lines.all()]
    decisions = [Decision.NOMINATE] * 2 + [Decision.RESERVE] * 2 + [Decision.BELOW] * 2
    overall = [Decimal(score) for score in (90, 80, 75, 70, 65, 60)]
    assert told == [(file.pk, place, *rest) for place, (file, *rest) in enumerate(zip(files, overall, decisions, strict=True), start=1)]
    assert (drafted.state, drafted.competence_weight, drafted.headcount, drafted.made_by) == (ListState.DRAFTED, 40, 2, hr_officer)
    assert Entry.objects.filter(verb="screening.meritlist.draw_up", actor_id=hr_officer.pk).count() == 1
    assert states(files) == [State.ASSESSED] * 6


def test_a_post_has_one_list_until_it_is_sent_back(drafted, position, hr_officer):
    with pytest.raises(Refused, match="already has a merit list"):
        actions.draw_up(position, by=hr_officer)
    actions.discard(drafted, reason="A score was corrected.", by=hr_officer)
    assert actions.draw_up(position, by=hr_officer).lines.count() == 6
    assert Entry.objects.get(verb="screening.meritlist.discard").data == {"reason": "A score was corrected."}


@pytest.mark.parametrize("state", ["submitted", "returned", "qualified", "tested"])
def test_nobody_is_ranked_while_others_are_still_on_their_way(files, position, hr_officer, state):
    late = assessments.file(position, 99, state)
    with pytest.raises(Refused, match="Rank them all together"):
        actions.draw_up(position, by=hr_officer)
    gate = {"submitted": "qualification", "returned": "qualification", "qualified": "competence", "tested": "crosscultural"}[state]
    Application._base_manager.filter(pk=late.pk).update(**{f"{gate}_gate": GateResult.NOT_PASSED})
    assert actions.draw_up(position, by=hr_officer).lines.count() == 6


def test_without_anybody_there_is_no_list(position, hr_officer):
    with pytest.raises(Refused, match="Nobody has passed"):
        actions.draw_up(position, by=hr_officer)


@pytest.mark.parametrize("who", STRANGERS)
def test_nobody_but_hr_of_the_department_ranks(who, request, files, position):
    with pytest.raises(PermissionDenied):
        actions.draw_up(position, by=request.getfixturevalue(who))


# --- close ---------------------------------------------------------------------------------------------------------


def test_closing_nominates_reserves_and_proposes_to_reject_the_rest(closed, files, second_hr_officer):
    assert states(files) == [State.NOMINATED, State.NOMINATED, State.RESERVED, State.RESERVED, State.ASSESSED, State.ASSESSED]
    first, last = Application.objects.get(pk=files[0].pk), Application.objects.get(pk=files[-1].pk)
    assert (first.composite, first.rank) == (Decimal("90.00"), 1)
    assert (last.rejection.reason, last.rejection.proposed_by) == ("ranked_below", second_hr_officer)
    assert "60.00" in last.rejection.sentence and "6" in last.rejection.sentence
    assert (closed.state, closed.closed_by) == (ListState.CLOSED, second_hr_officer)
    assert Entry.objects.filter(verb="screening.meritlist.close", actor_id=second_hr_officer.pk, target="closed").count() == 1
    assert Letter.objects.filter(kind="nominated").count() == Letter.objects.filter(kind="reserved").count() == 2


def test_the_ledger_fixes_numbers_and_scores_but_no_name(closed, files):
    payload = Leaf.objects.get(kind="merit").opening.payload
    assert payload["weights"] == {"competence": 40, "crosscultural": 60}
    assert payload["lines"][0] == [1, files[0].candidate_code, "90.00", "90.00", "90.00"]
    assert not any(file.candidate.email in str(payload) or file.reference in str(payload) for file in files)


def test_whoever_drew_the_list_up_does_not_close_it(drafted, hr_officer):
    with pytest.raises(PermissionDenied):
        actions.close(drafted, by=hr_officer)
    with pytest.raises(IntegrityError), transaction.atomic():
        MeritList.objects.filter(pk=drafted.pk).update(closed_by=hr_officer)


@pytest.mark.parametrize("who", STRANGERS)
def test_nobody_but_hr_of_the_department_closes_sends_back_or_promotes(who, request, drafted):
    stranger = request.getfixturevalue(who)
    for verb in (actions.close, actions.promote):
        with pytest.raises(PermissionDenied):
            verb(drafted, by=stranger)
    with pytest.raises(PermissionDenied):
        actions.discard(drafted, reason="", by=stranger)


def test_a_list_that_the_files_have_left_behind_is_not_closed(drafted, files, second_hr_officer):
    applications.withdraw(files[0], reason="", by=files[0].candidate)
    with pytest.raises(Refused, match="changed since"):
        actions.close(drafted, by=second_hr_officer)
    assert MeritList.objects.get(pk=drafted.pk).state == ListState.DRAFTED
    assert states(files[1:]) == [State.ASSESSED] * 5


def test_a_list_is_closed_once(closed, second_hr_officer):
    with pytest.raises((Refused, TransitionNotAllowed)):
        actions.close(closed, by=second_hr_officer)
    with pytest.raises(TransitionNotAllowed):
        actions.discard(closed, reason="", by=second_hr_officer)


def test_nothing_in_a_closed_list_changes(closed):
    changes = (
        lambda: MeritLine.objects.filter(merit_list=closed).update(rank=99),
        lambda: closed.lines.first().delete(),
        lambda: MeritList.objects.filter(pk=closed.pk).update(headcount=9),
        lambda: MeritList.objects.filter(pk=closed.pk).delete(),
    )
    for change in changes:
        with pytest.raises(IntegrityError, match="closed"), transaction.atomic():
            change()


# --- promote -------------------------------------------------------------------------------------------------------


def test_when_somebody_leaves_the_next_reserve_moves_up(closed, files, hr_officer):
    with pytest.raises(Refused, match="No place has become free"):
        actions.promote(closed, by=hr_officer)
    applications.withdraw(files[1], reason="", by=files[1].candidate)
    assert actions.promote(closed, by=hr_officer).pk == files[2].pk
    assert states(files[:4]) == [State.NOMINATED, State.WITHDRAWN, State.NOMINATED, State.RESERVED]
    assert closed.lines.get(rank=3).promoted_at is not None
    assert Entry.objects.filter(verb="screening.meritlist.promote").count() == 1
    with pytest.raises(Refused, match="No place"):
        actions.promote(closed, by=hr_officer)


def test_when_the_reserve_is_used_up_nobody_moves_up(closed, files, hr_officer):
    for file in files[:4]:
        applications.withdraw(Application.objects.get(pk=file.pk), reason="", by=file.candidate)
    with pytest.raises(Refused, match="Nobody is left"):
        actions.promote(closed, by=hr_officer)


def test_before_the_list_is_closed_nobody_moves_up(drafted, hr_officer):
    with pytest.raises(Refused):
        actions.promote(drafted, by=hr_officer)


# --- the desk ------------------------------------------------------------------------------------------------------


def test_two_officers_rank_in_the_admin(client, files, position, hr_officer, second_hr_officer):
    client.force_login(hr_officer)
    assert client.post(reverse("admin:merit_meritlist_add"), {"position": position.pk}).status_code == 302
    merit_list = MeritList.objects.get()
    page = reverse("admin:merit_meritlist_change", args=[merit_list.pk])
    told = client.get(page).content.decode()
    assert files[0].candidate_code in told and "40 % of the competence test" in told
    close = reverse("admin:merit_meritlist_verb", args=[merit_list.pk, "close"])
    assert close not in told
    assert client.post(close).status_code == 409
    again = client.post(reverse("admin:merit_meritlist_add"), {"position": position.pk})
    assert "already has a merit list" in again.content.decode()
    client.force_login(second_hr_officer)
    assert client.get(close).status_code == 200
    assert client.post(close).status_code == 302
    assert MeritList.objects.get().state == ListState.CLOSED
    assert client.get(page).status_code == client.get(reverse("admin:merit_meritlist_changelist")).status_code == 200


def test_a_list_of_another_department_does_not_exist(client, drafted, foreign_hr_officer):
    client.force_login(foreign_hr_officer)
    assert client.get(reverse("admin:merit_meritlist_verb", args=[drafted.pk, "close"])).status_code == 404
    assert "SH-P-" not in client.get(reverse("admin:merit_meritlist_changelist")).content.decode()


def test_without_consent_to_publication_one_waits_on_the_reserve_list_and_the_next_moves_up(
    files, position, hr_officer, second_hr_officer, robot
):
    first = files[0]
    Application._base_manager.filter(pk=first.pk).update(publication_withdrawn_at=timezone.now())
    merit_list = actions.close(actions.draw_up(position, by=hr_officer), by=second_hr_officer)
    assert Application.objects.get(pk=first.pk).state == State.RESERVED
    promoted = actions.promote(merit_list, by=hr_officer)
    assert promoted.pk != first.pk and promoted.state == State.NOMINATED
