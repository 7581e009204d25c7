"""A stage closes when its work is done, every question answered, the quality gate seen, and attested where the round says so."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from positions.models import Round
from recruitment.audit.models import Entry
from recruitment.core.refusals import Refused
from recruitment.ledger.models import Checkpoint, Leaf, Opening
from recruitment.notifications.kinds import Kind
from recruitment.notifications.models import Letter
from screening.applications import actions as applications
from screening.applications.states import Gate as Door
from screening.applications.states import GateResult
from screening.oversight import actions
from screening.oversight.models import Attestation
from screening.oversight.queries import obstacles
from screening.stages import actions as stages
from screening.stages.models import Stage
from screening.stages.queries import is_ready_for_ranking
from screening.stages.states import Gate, StageState
from tests import factories
from tests.oversight.conftest import REASON, stage_of

pytestmark = pytest.mark.django_db

SEEN = "We watched the check and saw nothing against the rules."


def test_it_closes_for_good_and_the_ledger_says_so(looked_at, observer, hr_officer):
    actions.close(looked_at, by=hr_officer)
    closed = stage_of(looked_at.position)
    assert (closed.state, closed.closed_by) == (StageState.CLOSED, hr_officer) and closed.closed_at
    leaf = Leaf.objects.get(kind="stage.closed")
    assert leaf.reference == f"{closed.position.reference}/qualification"
    assert Opening.objects.get(leaf=leaf).payload == {"quality": "0" * 64, "reds": [], "red_reason": "", "attested_by": []}
    assert Checkpoint.objects.get().size == Leaf.objects.count()
    assert Entry.objects.get(verb="screening.stage.close").target == "closed"
    assert Letter.objects.get(kind=Kind.STAGE_CLOSED).recipient == observer
    with pytest.raises(Refused):
        stages.record_quality(closed, digest="1" * 64, reds=[], by=hr_officer)
    with pytest.raises(IntegrityError), transaction.atomic():
        Stage.objects.filter(pk=closed.pk).update(quality_digest="1" * 64)


@pytest.mark.parametrize("who", ["foreign_hr_officer", "qualification_officer", "observer", "superuser"])
def test_nobody_else_closes_or_explains(who, looked_at, request):
    somebody = request.getfixturevalue(who)
    with pytest.raises(PermissionDenied):
        actions.close(looked_at, by=somebody)
    with pytest.raises(PermissionDenied):
        stages.explain(looked_at, reason=REASON, by=somebody)
    with pytest.raises(PermissionDenied):
        stages.record_quality(looked_at, digest="1" * 64, reds=[], by=somebody)


def test_after_it_no_result_enters(looked_at, submitted, hr_officer):
    type(submitted)._base_manager.filter(pk=submitted.pk).update(state="withdrawn", ended_at=timezone.now())
    actions.close(looked_at, by=hr_officer)
    with pytest.raises(Refused, match="is closed"):
        applications.record_gate(submitted, Door.QUALIFICATION, GateResult.PASSED, on=timezone.localdate(), by=hr_officer)


def test_whatever_is_missing_is_said(stage, submitted, observer, hr_officer):
    type(stage.position).objects.update(closes_at=timezone.now() + timezone.timedelta(days=1))
    asked = actions.ask(stage, text="Why was nobody asked for corrections?", by=observer)
    said = " ".join(obstacles(stage_of(stage.position)))
    for part in ("can still be handed in", "1 application still waits", "1 question of the oversight body", "quality report"):
        assert part in said
    with pytest.raises(Refused, match="1 application still waits"):
        actions.close(stage, by=hr_officer)
    assert "before this one" in obstacles(stage_of(stage.position, Gate.COMPETENCE))[0]
    type(stage.position).objects.update(closes_at=timezone.now() - timezone.timedelta(days=1))
    type(submitted)._base_manager.filter(pk=submitted.pk).update(state="withdrawn", ended_at=timezone.now())
    actions.answer(asked, answer="Nothing was missing in any file.", by=hr_officer)
    stages.record_quality(stage, digest="0" * 64, reds=["selection rate by sex"], by=hr_officer)
    with pytest.raises(Refused, match="Something in the quality report is red"):
        actions.close(stage, by=hr_officer)
    stages.explain(stage, reason="Eleven files only; the exact test says nothing.", by=hr_officer)
    stages.record_quality(stage, digest="0" * 64, reds=["selection rate by sex"], by=hr_officer)
    actions.close(stage, by=hr_officer)
    assert Opening.objects.get(leaf__kind="stage.closed").payload["reds"] == ["selection rate by sex"]


def test_a_new_report_asks_for_its_reason_anew(stage, hr_officer):
    with pytest.raises(Refused, match="Nothing in the quality report is red"):
        stages.explain(stage, reason=REASON, by=hr_officer)
    stages.record_quality(stage, digest="0" * 64, reds=["alpha"], by=hr_officer)
    stages.explain(stage, reason=REASON, by=hr_officer)
    stages.record_quality(stage, digest="1" * 64, reds=["alpha"], by=hr_officer)
    assert stage_of(stage.position).red_reason == ""


def test_a_stopped_stage_does_not_close(looked_at, observer, hr_officer):
    actions.stop(looked_at, reason=REASON, by=observer)
    with pytest.raises(Refused, match="is stopped"):
        actions.close(looked_at, by=hr_officer)


def test_the_attestation_is_needed_where_the_round_says_so(db, department, hr_officer, second_hr_officer, observer):
    factories.RoundFactory(reference="2026-3", needs_attestation=True)
    position = factories.published_position(
        department, author=hr_officer, reviewer=second_hr_officer, round=Round.objects.get(reference="2026-3")
    )
    stages.lay_out(position)
    stage = stage_of(position)
    with pytest.raises(Refused, match="can still be handed in"):
        actions.attest(stage, text=SEEN, by=observer)
    type(position).objects.filter(pk=position.pk).update(closes_at=timezone.now() - timezone.timedelta(days=1))
    stages.record_quality(stage, digest="0" * 64, reds=[], by=hr_officer)
    with pytest.raises(Refused, match="attestation"):
        actions.close(stage, by=hr_officer)
    attestation = actions.attest(stage, text=SEEN, by=observer)
    leaf = Leaf.objects.get(kind="attestation")
    assert Opening.objects.get(leaf=leaf).payload["text"] == SEEN and str(observer) not in str(Opening.objects.get(leaf=leaf).payload)
    assert Entry.objects.filter(verb="oversight.attestation.attest").count() == 1
    with pytest.raises(Refused, match="already"):
        actions.attest(stage, text=SEEN, by=observer)
    actions.close(stage, by=hr_officer)
    assert Opening.objects.get(leaf__kind="stage.closed").payload["attested_by"] == [attestation.body_id]
    with pytest.raises(Refused, match="closed"):
        actions.attest(stage, text=SEEN, by=observer)


@pytest.mark.parametrize("who", ["oversight", "hr_officer", "superuser"])
def test_nobody_attests_without_a_mandate(who, looked_at, request):
    with pytest.raises(PermissionDenied):
        actions.attest(looked_at, text=SEEN, by=request.getfixturevalue(who))
    assert not Attestation.objects.exists()


def test_hr_sees_what_is_missing_and_closes_on_the_board(client, stage, hr_officer, foreign_hr_officer):
    client.force_login(hr_officer)
    page = reverse("admin:stages_stage_change", args=[stage.pk])
    assert "quality report of this stage has not been recorded" in client.get(page).content.decode()
    do = f"{page.removesuffix('change/')}do/"
    assert "has not been recorded" in client.post(f"{do}close/", follow=True).content.decode()
    stages.record_quality(stage, digest="0" * 64, reds=["alpha"], by=hr_officer)
    assert client.post(f"{do}explain/", {"reason": "short"}).status_code == 200
    client.post(f"{do}explain/", {"reason": "Eleven files only, too few to tell."})
    client.post(f"{do}close/")
    assert stage_of(stage.position).state == StageState.CLOSED
    client.force_login(foreign_hr_officer)
    assert client.get(page).status_code in (302, 404)


def test_stages_close_in_their_order_and_then_a_post_can_be_ranked(stage, hr_officer):
    for gate in ("qualification", "competence", "crosscultural"):
        assert not is_ready_for_ranking(stage.position)
        row = stages.record_quality(stage_of(stage.position, gate), digest="0" * 64, reds=[], by=hr_officer)
        actions.close(row, by=hr_officer)
    assert is_ready_for_ranking(stage.position)
    assert Checkpoint.objects.count() == 3


@pytest.mark.parametrize("model", ["stages_stage", "oversight_question", "oversight_attestation"])
def test_a_list_of_the_admin_asks_no_more_for_three_rows_than_for_one(
    client, stage, observer, auditor, hr_officer, model, django_assert_max_num_queries
):
    actions.ask(stage, text="Why was nobody asked for corrections?", by=observer)
    actions.attest(stage, text=SEEN, by=observer)
    client.force_login(hr_officer)
    address = reverse(f"admin:{model}_changelist")
    client.get(address)
    with CaptureQueriesContext(connection) as before:
        client.get(address)
    actions.ask(stage, text="Why was nobody asked twice, then?", by=observer)
    actions.attest(stage, text=SEEN, by=auditor)
    with django_assert_max_num_queries(len(before)):
        assert client.get(address).status_code == 200
    assert len(before) <= 10
