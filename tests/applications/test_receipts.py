"""The candidate's proofs: what concerns the file, opened when it may be known, and verified by the program alone."""

import base64
import datetime
import hashlib
import json

import pytest
from django.urls import reverse
from django.utils import timezone

from recruitment.core.static.verify import verify_ledger
from recruitment.ledger.actions import commit, sign_checkpoint
from recruitment.ledger.models import Leaf, Opening
from screening.applications import actions
from screening.applications.models import Application
from screening.applications.states import GateResult, State
from screening.applications.views.proofs import opened_kinds

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def key(settings):
    settings.LEDGER_SIGNING_KEY = base64.b64encode(bytes(range(32))).decode()


@pytest.fixture
def reader(client, candidate):
    candidate.language = "en"
    candidate.save()
    client.force_login(candidate)
    return client


@pytest.fixture
def handed_in(complete_draft, candidate) -> Application:
    """Handed in by the verb, which enters it in the ledger."""
    return Application.objects.get(pk=actions.submit(complete_draft, by=candidate).pk)


def page(file) -> str:
    return reverse("applications:receipts", args=[file.uuid]).replace("/de/", "/en/")


def receipts(reader, file) -> list[dict]:
    leaves = Leaf.objects.filter(opening__about=file.uuid, kind__in=opened_kinds(file)).order_by("index")
    return [reader.get(reverse("applications:ledger_receipt", args=[file.uuid, leaf.index])).json() for leaf in leaves]


def test_handing_in_is_proved_with_the_checksum_of_every_answer(reader, handed_in):
    assert "at most one hour from now" in reader.get(page(handed_in)).content.decode()
    assert [whether for _code, whether, _whose in verify_ledger.receipt_steps(receipts(reader, handed_in)[0])] == [True, True, None]
    sign_checkpoint()
    assert "Can be proved now" in reader.get(page(handed_in)).content.decode()
    (receipt,) = receipts(reader, handed_in)
    assert all(whether for _code, whether, _whose in verify_ledger.receipt_steps(receipt))
    assert receipt["content"]["reference"] == handed_in.reference
    assert receipt["content"]["about"] == str(handed_in.uuid)
    answers = reader.get(reverse("applications:fixed_answers", args=[handed_in.uuid, 1]))
    assert hashlib.sha256(answers.content).hexdigest() == receipt["content"]["payload"]["answers"]
    assert answers["Content-Disposition"] == 'attachment; filename="answers-1.json"'
    assert handed_in.identity.full_name_latin not in json.dumps(receipt, ensure_ascii=False)


def test_each_version_that_is_handed_in_has_its_leaf(reader, handed_in, candidate, qualification_officer):
    due_on = timezone.localdate() + datetime.timedelta(days=10)
    actions.send_back(handed_in, items=["The apostille is missing."], message="Please.", due_on=due_on, by=qualification_officer)
    actions.resubmit(Application.objects.get(pk=handed_in.pk), by=candidate)
    file = Application.objects.get(pk=handed_in.pk)
    assert [receipt["content"]["reference"] for receipt in receipts(reader, file)] == [file.reference, f"{file.reference}/2"]
    digests = [
        hashlib.sha256(reader.get(reverse("applications:fixed_answers", args=[file.uuid, number])).content).hexdigest() for number in (1, 2)
    ]
    assert [receipt["content"]["payload"]["answers"] for receipt in receipts(reader, file)] == digests


def test_what_others_wrote_is_opened_once_the_result_was_told(reader, qualified, robot):
    leaves = [
        commit(kind, kind, {"points": 7}, about=qualified.uuid, by=robot) for kind in ("sitting", "marking", "moderation", "sheet", "paper")
    ]
    shown = reader.get(page(qualified)).content.decode()
    assert "Test handed in" in shown and "Marks locked" not in shown and "Interview sheet locked" not in shown
    answered = [reader.get(reverse("applications:ledger_receipt", args=[qualified.uuid, leaf.index])).status_code for leaf in leaves]
    assert answered == [200, 404, 404, 404, 404]


@pytest.mark.parametrize(
    ("state", "competence", "crosscultural", "opened"),
    [
        (State.QUALIFIED, GateResult.PENDING, GateResult.PENDING, ()),
        (State.QUALIFIED, GateResult.PASSED, GateResult.PENDING, ()),
        (State.TESTED, GateResult.PASSED, GateResult.PENDING, ("marking", "moderation")),
        (State.TESTED, GateResult.PASSED, GateResult.PASSED, ("marking", "moderation")),
        (State.ASSESSED, GateResult.PASSED, GateResult.PASSED, ("marking", "moderation", "sheet")),
        (State.REJECTED, GateResult.NOT_PASSED, GateResult.PENDING, ("marking", "moderation")),
        (State.REJECTED, GateResult.PASSED, GateResult.NOT_PASSED, ("marking", "moderation", "sheet")),
        (State.WITHDRAWN, GateResult.PENDING, GateResult.PENDING, ()),
    ],
)
def test_no_result_is_known_before_its_decision(state, competence, crosscultural, opened):
    file = Application(state=state, competence_gate=competence, crosscultural_gate=crosscultural)
    assert opened_kinds(file)[3:] == list(opened)


def test_a_stranger_finds_nothing_and_a_draft_leads_to_the_file(client, rival, hr_officer, submitted, draft, candidate):
    addresses = [
        page(submitted),
        reverse("applications:ledger_receipt", args=[submitted.uuid, 0]),
        reverse("applications:fixed_answers", args=[submitted.uuid, 1]),
    ]
    for stranger in (rival, hr_officer):
        client.force_login(stranger)
        assert [client.get(address).status_code for address in addresses] == [404, 404, 404]
    client.force_login(candidate)
    for missing in (
        reverse("applications:ledger_receipt", args=[submitted.uuid, 99]),
        reverse("applications:fixed_answers", args=[submitted.uuid, 9]),
    ):
        assert client.get(missing).status_code == 404


def test_a_draft_has_no_proofs_yet(reader, draft):
    assert reader.get(page(draft)).status_code == 302


def test_without_anything_to_open_the_page_says_why(reader, submitted):
    Opening.objects.all().delete()
    assert "Nothing about this application can be opened" in reader.get(page(submitted)).content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_as_many_queries_for_one_as_for_three(reader, submitted, robot, number, django_assert_num_queries):
    for _ in range(number):
        commit("sitting", "x", {}, about=submitted.uuid, by=robot)
    reader.get(page(submitted))
    with django_assert_num_queries(5):
        reader.get(page(submitted))


def test_deleting_the_content_erases_what_the_ledger_could_open(handed_in, candidate, robot):
    actions.withdraw(handed_in, reason="", by=candidate)
    actions.purge(Application.objects.get(pk=handed_in.pk), by=robot)
    assert not Opening.objects.filter(about=handed_in.uuid).exists()
    assert Leaf.objects.about("submission", handed_in.reference).exists()
