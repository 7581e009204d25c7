"""The public page: plain words, checkpoints, and a receipt that anyone verifies without a login and without a trace."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse

from recruitment.ledger import kinds, queries
from recruitment.ledger.actions import commit, cosign, sign_checkpoint
from recruitment.ledger.models import Leaf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("signing_key")]

PAGE = "/en/ledger/"


@pytest.fixture
def leaves(robot) -> list[Leaf]:
    return [commit("marking", f"A/{number}", {"total": "80.5", "of": "上海"}, by=robot) for number in range(6)]


@pytest.fixture
def receipt(leaves) -> dict:
    return json.loads(json.dumps(queries.receipt(leaves[3], sign_checkpoint())))


def shown(answer) -> str:
    """What the reader sees; the sentences that a script would need stand behind it."""
    return answer.content.decode().split("<template")[0]


def told(client, receipt) -> str:
    return shown(client.post(PAGE, {"text": json.dumps(receipt)}))


def test_an_empty_ledger_says_so_and_every_kind_has_its_words(client):
    page = client.get(PAGE).content.decode()
    assert "No checkpoint has been signed yet" in page and "Nobody co-signs yet." in page and "verify_ledger" in page
    assert all(str(name) in page for name, _words in kinds.KINDS.values())


@pytest.mark.parametrize("number", [1, 3])
def test_it_costs_as_many_queries_for_one_checkpoint_as_for_many(client, robot, number, django_assert_num_queries):
    for _ in range(number):
        commit("paper", "1", {}, by=robot)
        sign_checkpoint()
    client.get(PAGE)
    with django_assert_num_queries(4):
        client.get(PAGE)


def test_a_checkpoint_stands_there_with_root_signature_and_witness(client, leaves, witness, signed_by_witness, oversight):
    head = sign_checkpoint()
    cosign(head, witness=witness, signature=signed_by_witness(queries.checkpoint_document(head)), by=oversight)
    page = client.get(PAGE).content.decode()
    assert all(text in page for text in (head.root_hex, head.signature_text, "Institute of Auditors", witness.public_key))
    assert head.cosignatures.get().signature_text in page


def test_a_true_receipt_is_proved_as_text_and_as_file_and_nothing_is_kept(client, receipt, django_assert_num_queries):
    page = told(client, receipt)
    assert "This receipt is true." in page and page.count("govuk-tag--green") == 5 and "Marks locked" in page
    upload = SimpleUploadedFile("r.json", json.dumps(receipt).encode())
    answer = client.post(PAGE, {"file": upload})
    assert "This receipt is true." in shown(answer) and "no-store" in answer["Cache-Control"]
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from django_session")
        assert cursor.fetchone() == (0,)


def test_a_changed_receipt_is_false_and_says_which_step(client, receipt):
    receipt["content"]["payload"]["total"] = "99"
    page = told(client, receipt)
    assert "This receipt is false." in page and "The content is not what was committed." in page


def test_a_receipt_of_another_ledger_is_false(client, receipt, settings):
    settings.LEDGER_SIGNING_KEY = "A" * 43 + "="
    assert "another key than that of this portal" in told(client, receipt)


def test_a_receipt_that_waits_is_neither(client, leaves):
    page = told(client, queries.receipt(leaves[0], None))
    assert "cannot be proved yet" in page and "at most one hour" in page


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "null", "x", "\x00", "[" * 50_000, '{"format":"ledger-receipt-1"}', "9" * 5000, "A" * 300_000]
)
def test_what_is_no_receipt_is_told_and_breaks_nothing(client, text):
    answer = client.post(PAGE, {"text": text})
    assert (answer.status_code, "govuk-error-summary" in answer.content.decode()) == (200, True)


@pytest.mark.parametrize("raw", [b"", b"\xff\xfe\x00", b"{}" + b" " * 300_000])
def test_a_file_that_is_no_receipt_is_told(client, raw):
    assert "govuk-error-summary" in client.post(PAGE, {"file": SimpleUploadedFile("r.json", raw)}).content.decode()


def test_what_a_receipt_says_is_printed_and_not_run(client, receipt):
    receipt["content"]["kind"] = receipt["content"]["reference"] = "<script>alert(1)</script>{{ 7 }}"
    page = told(client, receipt)
    assert "<script>alert" not in page and "{{ 7 }}" in page


def test_too_many_at_once_are_asked_to_wait(client):
    answers = [client.post(PAGE, {"text": "x"}).status_code for _ in range(31)]
    assert (answers[29], answers[30]) == (200, 429)


def test_two_checkpoints_lead_to_the_proof_between_them(client, leaves, robot):
    sign_checkpoint()
    commit("paper", "1", {}, by=robot)
    sign_checkpoint()
    assert client.get(PAGE, {"older": 6, "newer": 7}).url == reverse("ledger:consistency", args=[6, 7])
    for wrong in (
        {"older": 7, "newer": 6},
        {"older": 5, "newer": 7},
        {"older": "x", "newer": 7},
        {"older": 6},
        {"older": 6, "newer": "9" * 40},
    ):
        answer = client.get(PAGE, wrong)
        assert (answer.status_code, "govuk-error-summary" in answer.content.decode()) == (200, True)


@pytest.mark.parametrize("language", ["zh-hans", "de", "ja", "ko"])
def test_the_page_speaks_every_language(client, receipt, language):
    assert client.get(f"/{language}/ledger/").status_code == 200
    page = shown(client.post(f"/{language}/ledger/", {"text": json.dumps(receipt)}))
    assert "This receipt is true." not in page and page.count("govuk-tag--green") == 5
