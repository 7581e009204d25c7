"""One who watches stops a stage; nothing is decided in it until two who are named for it lift the stop."""

from threading import Barrier, Thread

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connections, transaction
from django.utils import timezone
from django_fsm import TransitionNotAllowed

from recruitment.audit.models import Entry
from recruitment.core.refusals import Refused
from recruitment.notifications.kinds import Kind
from recruitment.notifications.models import Letter
from screening.applications import actions as applications
from screening.applications.states import Gate as Door
from screening.applications.states import GateResult, RejectionReason
from screening.oversight import actions
from screening.stages.models import Stop
from screening.stages.states import Gate, StageState
from tests.oversight.conftest import GROUND, REASON, stage_of

pytestmark = pytest.mark.django_db


def test_it_stops_and_tells_the_office_and_those_who_lift(stopped, observer, hr_officer, second_hr_officer, lifters):
    stop = Stop.objects.get()
    assert (stopped.state, stop.reason, stop.stopped_by) == (StageState.STOPPED, REASON, observer)
    entry = Entry.objects.get(verb="screening.stage.stop")
    assert (entry.source, entry.target, entry.actor_id) == ("open", "stopped", observer.pk)
    letters = {letter.recipient: letter for letter in Letter.objects.filter(kind=Kind.STAGE_STOPPED)}
    assert set(letters) == {hr_officer, second_hr_officer, *lifters}
    assert REASON in letters[hr_officer].body and "Qualification check" in letters[hr_officer].subject
    with pytest.raises(TransitionNotAllowed):
        actions.stop(stopped, reason=REASON, by=observer)


@pytest.mark.parametrize("who", ["oversight", "auditor", "hr_officer", "security_administrator", "candidate", "superuser"])
def test_nobody_stops_without_an_observers_mandate(who, stage, request):
    with pytest.raises(PermissionDenied):
        actions.stop(stage, reason=REASON, by=request.getfixturevalue(who))
    assert stage_of(stage.position).state == StageState.OPEN


def test_nobody_watches_over_a_selection_in_which_they_stand(stage, observer, submitted):
    type(submitted)._base_manager.filter(pk=submitted.pk).update(candidate=observer)
    for verb, told in ((actions.stop, {"reason": REASON}), (actions.ask, {"text": REASON}), (actions.attest, {"text": REASON})):
        with pytest.raises(PermissionDenied):
            verb(stage, by=observer, **told)


def test_nothing_is_decided_in_a_stopped_stage_and_elsewhere_it_goes_on(stopped, submitted, hr_officer, second_hr_officer):
    day = timezone.localdate()
    with pytest.raises(Refused, match="Oversight of the oversight body stopped the stage “Qualification check”") as refusal:
        applications.record_gate(submitted, Door.QUALIFICATION, GateResult.PASSED, on=day, by=hr_officer)
    assert REASON in str(refusal.value.sentence)
    with pytest.raises(Refused):
        applications.propose_rejection(submitted, reason=RejectionReason.EVIDENCE_MISSING, sentence="Not shown.", by=hr_officer)
    assert applications.record_gate(submitted, Door.SECURITY, GateResult.PENDING, on=day, by=hr_officer)
    assert applications.record_gate(submitted, Door.COMPETENCE, GateResult.PASSED, on=day, by=hr_officer)
    assert not Entry.objects.filter(verb="screening.application.propose_rejection").exists()


def test_a_rejection_that_was_proposed_waits_too(stage, submitted, observer, hr_officer, second_hr_officer):
    applications.propose_rejection(submitted, reason=RejectionReason.EVIDENCE_MISSING, sentence="Not shown.", by=hr_officer)
    actions.stop(stage, reason=REASON, by=observer)
    with pytest.raises(Refused):
        applications.reject(submitted, by=second_hr_officer)


@pytest.mark.parametrize(("gate", "values"), [(Gate.COMPETENCE, {"competence_score": 70}), (Gate.MERIT, {"composite": 70, "rank": 1})])
def test_no_score_enters_a_stopped_stage(stage, submitted, observer, hr_officer, gate, values):
    actions.stop(stage_of(stage.position, gate), reason=REASON, by=observer)
    with pytest.raises(Refused):
        applications.score(submitted, by=hr_officer, **values)
    applications.score(submitted, by=hr_officer, crosscultural_score=70)


def test_two_who_are_named_lift_it(stopped, lifters, observer, hr_officer):
    with pytest.raises(Refused, match="proposes first"):
        actions.lift(stopped, by=lifters[1])
    actions.propose_lift(stopped, ground=GROUND, by=lifters[0])
    asked = Letter.objects.filter(kind=Kind.STAGE_LIFT_PROPOSED)
    assert {letter.recipient for letter in asked} == set(lifters[1:])
    with pytest.raises(Refused, match="Two different people"):
        actions.lift(stopped, by=lifters[0])
    with pytest.raises(Refused, match="already"):
        actions.propose_lift(stopped, ground=GROUND, by=lifters[1])
    actions.lift(stopped, by=lifters[1])
    stop = Stop.objects.get()
    assert (stop.proposed_by, stop.lifted_by, stage_of(stopped.position).state) == (lifters[0], lifters[1], StageState.OPEN)
    assert {"screening.stage.propose_lift", "screening.stage.lift"} <= set(Entry.objects.values_list("verb", flat=True))
    told = Letter.objects.filter(kind=Kind.STAGE_LIFTED)
    assert {observer, hr_officer} <= {letter.recipient for letter in told} and all(GROUND in letter.body for letter in told)
    with pytest.raises(Refused, match="not stopped"):
        actions.lift(stopped, by=lifters[2])


@pytest.mark.parametrize("who", ["observer", "auditor", "hr_officer", "superuser"])
def test_nobody_lifts_who_is_not_named_for_it(who, stopped, request):
    somebody = request.getfixturevalue(who)
    for verb, told in ((actions.propose_lift, {"ground": GROUND}), (actions.lift, {})):
        with pytest.raises(PermissionDenied):
            verb(stopped, by=somebody, **told)


def test_the_database_wants_two_people_and_one_stop(stopped, lifters, observer):
    now = timezone.now()
    alone = {"ground": GROUND, "proposed_by": lifters[0], "proposed_at": now, "lifted_by": lifters[0], "lifted_at": now}
    with pytest.raises(IntegrityError), transaction.atomic():
        Stop.objects.update(**alone)
    with pytest.raises(IntegrityError), transaction.atomic():
        Stop.objects.create(stage=stopped, reason=REASON, stopped_by=observer)


def at_once(*verbs) -> list[str]:
    """What became of verbs that are done at the same moment."""
    outcomes, barrier = [], Barrier(len(verbs))

    def do(verb) -> None:
        barrier.wait()
        try:
            verb()
            outcomes.append("done")
        except (Refused, TransitionNotAllowed) as refusal:
            outcomes.append(type(refusal).__name__)
        finally:
            connections.close_all()

    crowd = [Thread(target=do, args=[verb]) for verb in verbs]
    for thread in crowd:
        thread.start()
    for thread in crowd:
        thread.join()
    return sorted(outcomes)


@pytest.mark.django_db(transaction=True)
def test_two_lifters_at_once_and_a_stop_against_a_decision(stopped, submitted, lifters, observer, hr_officer):
    actions.propose_lift(stopped, ground=GROUND, by=lifters[0])
    assert at_once(*(lambda person=person: actions.lift(stopped, by=person) for person in lifters[1:])) == ["Refused", "done"]
    day = timezone.localdate()
    outcomes = at_once(
        lambda: actions.stop(stopped, reason=REASON, by=observer),
        lambda: applications.record_gate(submitted, Door.QUALIFICATION, GateResult.PASSED, on=day, by=hr_officer),
    )
    moves = list(Entry.objects.filter(verb__in=["screening.stage.stop", "screening.application.record_gate"]).order_by("pk"))
    assert stage_of(stopped.position).state == StageState.STOPPED
    last_two = [entry.verb.rpartition(".")[2] for entry in moves][1:]
    assert (outcomes, last_two) in [(["done", "done"], ["record_gate", "stop"]), (["Refused", "done"], ["stop"])]
