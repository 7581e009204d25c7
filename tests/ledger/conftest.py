"""A ledger that can be signed, and a witness whose key lies in the test."""

import base64
import datetime

import pytest
from django.utils import timezone

from recruitment.core.static.verify import verify_ledger
from recruitment.ledger.models import Witness
from screening.oversight import actions
from screening.oversight.models import Body
from screening.oversight.states import BodyKind
from tests import assessments

WITNESS_KEY = bytes(range(100, 132))


@pytest.fixture
def signing_key(settings) -> str:
    settings.LEDGER_SIGNING_KEY = base64.b64encode(bytes(range(32))).decode()
    return settings.LEDGER_SIGNING_KEY


@pytest.fixture
def witness(db) -> Witness:
    return Witness.objects.create(
        name="Institute of Auditors", public_key=base64.b64encode(verify_ledger.public_half(WITNESS_KEY)).decode()
    )


@pytest.fixture
def signed_by_witness():
    """The signature of the witness over a checkpoint's document, as its own computer makes it."""

    def sign(document: dict, key: bytes = WITNESS_KEY) -> str:
        return base64.b64encode(verify_ledger.signed(key, document["note"].encode())).decode()

    return sign


@pytest.fixture
def observer(oversight, security_administrator):
    """An observer whom a body has sent."""
    body = Body.objects.create(
        kind=BodyKind.OBSERVER, country="CH", contact="office@institute.example", **assessments.five(name="Institute")
    )
    until = timezone.now() + datetime.timedelta(days=30)
    actions.grant(body, person=oversight, until=until, reason="Sent for the round.", by=security_administrator)
    return oversight
