"""The witness of the demonstration: its key can be known by anybody, so it exists in demo mode only."""

from base64 import b64encode
from hashlib import sha256

from recruitment.accounts.models import User
from recruitment.core.static.verify import verify_ledger
from recruitment.demo.reading import on
from recruitment.ledger import actions, queries
from recruitment.ledger.models import Witness

KEY = sha256(b"The witness of the demonstration").digest()
NAME = "示范监督机构（演示） · Demonstration oversight body"


def cosign_head(*, by: User) -> None:
    """A witness since the programme began, and its signature under the newest checkpoint."""
    actions.sign_checkpoint()
    head = queries.head()
    with on(-290):
        witness = Witness.objects.create(name=NAME, public_key=b64encode(verify_ledger.public_half(KEY)).decode())
    signature = b64encode(verify_ledger.signed(KEY, queries.checkpoint_note(head))).decode()
    actions.cosign(head, witness=witness, signature=signature, by=by)
