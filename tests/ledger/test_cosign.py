"""Co-signing: a true signature of a witness in force, over a ledger that only grew, handed in by an observer with a mandate."""

import base64
import datetime

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from recruitment.audit.models import Entry
from recruitment.core.refusals import Refused
from recruitment.core.static.verify import verify_ledger
from recruitment.ledger import merkle, queries
from recruitment.ledger.actions import commit, cosign, sign_checkpoint
from recruitment.ledger.models import Checkpoint, CoSignature, Leaf, Witness

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("signing_key")]

PAGE = "/en/oversight/checkpoint/"


@pytest.fixture
def head(robot) -> Checkpoint:
    for number in range(5):
        commit("paper", str(number), {}, by=robot)
    return sign_checkpoint()


@pytest.fixture
def signature(head, signed_by_witness) -> str:
    return signed_by_witness(queries.checkpoint_document(head))


def test_a_true_signature_is_added_with_one_footprint_and_published(head, witness, signature, oversight, client):
    cosign(head, witness=witness, signature=f" {signature}\n", by=oversight)
    assert Entry.objects.get(verb="ledger.checkpoint.cosign").actor_id == oversight.pk
    document = client.get(reverse("ledger:checkpoint")).json()
    assert [whether for _code, whether, _whose in verify_ledger.checkpoint_steps(document)] == [True, True]
    assert client.get(reverse("ledger:checkpoint_of", args=[5])).json() == document
    assert client.get(reverse("ledger:checkpoint_of", args=[4])).status_code == 404
    assert client.get(reverse("ledger:keys")).json()["witnesses"][0]["public_key"] == witness.public_key
    assert client.get(reverse("ledger:checkpoints")).json()["checkpoints"][0]["size"] == 5


@pytest.mark.parametrize("told", ["", "?", base64.b64encode(bytes(64)).decode(), base64.b64encode(bytes(63)).decode(), "é"])
def test_what_is_no_signature_of_the_witness_is_refused(head, witness, oversight, told):
    with pytest.raises(Refused, match="not a signature"):
        cosign(head, witness=witness, signature=told, by=oversight)


def test_somebody_elses_key_and_another_checkpoint_are_refused(head, witness, oversight, robot, signed_by_witness, signature):
    with pytest.raises(Refused, match="not a signature"):
        cosign(head, witness=witness, signature=signed_by_witness(queries.checkpoint_document(head), bytes(32)), by=oversight)
    commit("paper", "more", {}, by=robot)
    with pytest.raises(Refused, match="not a signature"):
        cosign(sign_checkpoint(), witness=witness, signature=signature, by=oversight)


def test_a_checkpoint_is_signed_once_and_never_backwards(head, witness, oversight, robot, signed_by_witness, signature):
    commit("paper", "more", {}, by=robot)
    later = sign_checkpoint()
    cosign(later, witness=witness, signature=signed_by_witness(queries.checkpoint_document(later)), by=oversight)
    for old, made in ((later, signed_by_witness(queries.checkpoint_document(later))), (head, signature)):
        with pytest.raises(Refused, match="already"):
            cosign(old, witness=witness, signature=made, by=oversight)


def test_a_witness_whose_time_is_over_signs_no_more(head, witness, oversight, signature):
    Witness.objects.update(since=timezone.now() - datetime.timedelta(days=2), until=timezone.now() - datetime.timedelta(days=1))
    with pytest.raises(Refused, match="any more"):
        cosign(head, witness=witness, signature=signature, by=oversight)


def test_nothing_is_added_over_a_past_that_was_changed(head, witness, oversight, signature, signed_by_witness):
    cosign(head, witness=witness, signature=signature, by=oversight)
    Leaf.objects.create(index=5, kind="x", reference="x", commitment=b"1" * 32, leaf_hash=b"2" * 32, at=timezone.now())
    forged = Checkpoint.objects.create(size=6, root=merkle.root([b"3" * 32] * 6), at=timezone.now(), signature=b"0" * 64, key_id="0")
    with pytest.raises(Refused, match="no longer contains"):
        cosign(forged, witness=witness, signature=signed_by_witness(queries.checkpoint_document(forged)), by=oversight)


@pytest.mark.parametrize("statement", ["update ledger_cosignature set signature = ''", "delete from ledger_cosignature"])
def test_the_application_cannot_change_a_cosignature(head, witness, oversight, signature, statement):
    cosign(head, witness=witness, signature=signature, by=oversight)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_the_key_of_a_witness_is_never_exchanged(witness):
    Witness.objects.filter(pk=witness.pk).update(name="Renamed", until=timezone.now())
    with pytest.raises(DatabaseError), transaction.atomic():
        Witness.objects.filter(pk=witness.pk).update(public_key="A" * 43 + "=")


def test_an_observer_with_a_mandate_hands_it_in_on_the_page(head, witness, signature, observer, client):
    client.force_login(observer)
    told = client.get(PAGE).content.decode()
    assert all(line in told for line in queries.checkpoint_note(head).decode().splitlines())
    wrong = client.post(PAGE, {"size": 5, "witness": witness.pk, "signature": ""})
    assert (wrong.status_code, "govuk-error-summary" in wrong.content.decode()) == (200, True)
    for size in ("", "x", "99", "9" * 30):
        assert client.post(PAGE, {"size": size, "witness": witness.pk, "signature": signature}).status_code == 200
    assert not CoSignature.objects.exists()
    assert client.post(PAGE, {"size": 5, "witness": witness.pk, "signature": signature}).url == PAGE
    assert "Institute of Auditors" in client.get(PAGE).content.decode()
    client.post(PAGE, {"size": 5, "witness": witness.pk, "signature": signature})
    assert CoSignature.objects.count() == 1


def test_without_checkpoint_or_witness_the_page_says_what_is_missing(observer, robot, client):
    client.force_login(observer)
    assert "No checkpoint has been signed yet" in client.get(PAGE).content.decode()
    commit("paper", "1", {}, by=robot)
    sign_checkpoint()
    assert "No witness is registered" in client.get(PAGE).content.decode()


@pytest.mark.parametrize("who", ["oversight", "hr_officer", "candidate", "audit_administrator", "superuser"])
def test_without_a_mandate_nobody_gets_there(who, request, client, head, witness, signature):
    client.force_login(request.getfixturevalue(who))
    assert client.get(PAGE).status_code == 403
    assert client.post(PAGE, {"size": 5, "witness": witness.pk, "signature": signature}).status_code == 403
    assert not CoSignature.objects.exists()


def test_witnesses_are_entered_by_audit_and_security_and_never_by_hr(client, hr_officer, audit_administrator, witness):
    add, key = reverse("admin:ledger_witness_add"), base64.b64encode(bytes(32)).decode()
    told = {"name": "Court of Audit", "since_0": "2026-01-01", "since_1": "00:00", "until_0": "", "until_1": ""}
    client.force_login(hr_officer)
    assert client.get(add).status_code == 403
    client.force_login(audit_administrator)
    for wrong in ("short", "!" * 44, witness.public_key):
        assert client.post(add, told | {"public_key": wrong}).status_code == 200
    assert client.post(add, told | {"public_key": key}).status_code == 302
    change = reverse("admin:ledger_witness_change", args=[witness.pk])
    assert client.post(change, told | {"public_key": key + "x", "name": "New name"}).status_code == 302
    assert (Witness.objects.get(pk=witness.pk).public_key, Witness.objects.count()) == (witness.public_key, 2)
