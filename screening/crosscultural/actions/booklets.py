"""The verbs of a question booklet: seal, open with two keys."""

import io
import json
import secrets
from hashlib import sha256

from django.core.exceptions import PermissionDenied
from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.core import crypto
from recruitment.core.moving import moving
from recruitment.core.refusals import Refused
from recruitment.ledger.actions import commit
from recruitment.ledger.commitments import canonical
from screening.crosscultural.conditions import is_within_reach
from screening.crosscultural.models import Booklet, BookletKey, Dimension, Question
from screening.crosscultural.permissions import may_open
from screening.crosscultural.queries import DIMENSION_TEXTS, QUESTION_TEXTS, columns, content, gaps
from screening.crosscultural.states import KEYS, BookletState

PURPOSE = "crosscultural.booklet"
SECRET = ("instructions",)


def words(booklet: Booklet, salt: str) -> bytes:
    """What is sealed: all that the booklet says, and a salt, so that nobody who guesses a question can try the hash."""
    return canonical({"salt": salt, "content": content(booklet)})


def seal(booklet: Booklet, *, by: User) -> Booklet:
    """Fix a complete booklet: its hash stands in the ledger, and from now on nobody can read it."""
    with moving(booklet) as booklet:
        missing = gaps(booklet) if booklet.is_editable else []
        if missing:
            raise Refused(" ".join(missing), subject=booklet)
        plain = words(booklet, secrets.token_hex(32))
        booklet.seal(by=by)
        _lock_away(booklet, plain)
        booklet.digest, booklet.sealed_at = sha256(plain).hexdigest(), timezone.now()
        commit("booklet.sealed", str(booklet.uuid), {"digest": booklet.digest}, by=by)
    return booklet


def _lock_away(booklet: Booklet, plain: bytes) -> None:
    """The words go into the envelope under a key of their own and leave the columns, the untranslated ones included."""
    key, bond = crypto.new_file_key(), str(booklet.uuid)
    booklet.envelope = b"".join(crypto.seal_frames(plain, key=key, bond=bond))
    booklet.wrapped_key = crypto.seal(key, purpose=PURPOSE, bond=bond)
    booklet.__dict__.update(dict.fromkeys([*SECRET, *columns(*SECRET)], ""))
    _blank(Question.objects.filter(booklet=booklet), QUESTION_TEXTS)
    _blank(Dimension.objects.filter(booklet=booklet), DIMENSION_TEXTS)


def _blank(rows, names: tuple[str, ...]) -> None:
    rows.rewrite(False).update(**dict.fromkeys([*names, *columns(*names)], ""))


def open(booklet: Booklet, *, note: str = "", by: User) -> Booklet:
    """Turn one of two keys; with the second, by another person, the panels can read the questions."""
    with moving(booklet) as booklet:
        _refuse_key(booklet, by)
        BookletKey.objects.create(booklet=booklet, holder=by, note=note)
        if booklet.turns.count() < KEYS:
            record("screening.booklet.turn", booklet, by=by, data={"note": note})
            return booklet
        plain = _unlocked(booklet)
        booklet.open(by=by)
        booklet.opened_at = timezone.now()
        _put_back(booklet, json.loads(plain))
        told = {"digest": sha256(plain).hexdigest(), "sealed": booklet.digest}
        commit("booklet.opened", str(booklet.uuid), told, by=by)
    _let_through("off")
    return booklet


def _let_through(switch: str) -> None:
    """Tell the triggers of this transaction whether sealed words may return to their columns."""
    with connection.cursor() as cursor:
        cursor.execute("select set_config('portal.opening', %s, true)", [switch])


def _refuse_key(booklet: Booklet, by: User) -> None:
    if not may_open(booklet, by):
        raise PermissionDenied
    if booklet.state != BookletState.SEALED or not is_within_reach(booklet):
        raise Refused(_("A sealed booklet can be opened from an hour before its first interview, and once."), subject=booklet)
    if booklet.turns.filter(holder=by).exists():
        raise Refused(_("You have turned your key. The second one is turned by another person."), subject=booklet)


def _unlocked(booklet: Booklet) -> bytes:
    """The words as they were sealed, or Refused: nothing else is ever opened."""
    broken = Refused(_("The booklet is not what was sealed. It stays closed; tell the audit administrator."), subject=booklet)
    bond = str(booklet.uuid)
    try:
        key = crypto.unseal(bytes(booklet.wrapped_key or b""), purpose=PURPOSE, bond=bond)
        plain = b"".join(crypto.open_frames(io.BytesIO(booklet.envelope or b""), key=key, bond=bond))
    except (crypto.Tampered, crypto.UnknownKey) as fault:
        raise broken from fault
    if sha256(plain).hexdigest() != booklet.digest:
        raise broken
    return plain


def _put_back(booklet: Booklet, told: dict) -> None:
    """The words return to their columns; the triggers let them through in this transaction alone."""
    said, booklet.salt = told["content"], told["salt"]
    for column in columns(*SECRET):
        setattr(booklet, column, said[column])
    _let_through("on")
    for item in said["questions"]:
        told_texts = {column: item[column] for column in columns(*QUESTION_TEXTS)}
        Question.objects.filter(booklet=booklet, order=item["order"]).update(**told_texts)
    for item in said["dimensions"]:
        told_texts = {column: item[column] for column in columns(*DIMENSION_TEXTS)}
        Dimension.objects.filter(booklet=booklet, key=item["key"]).update(**told_texts)


def is_as_sealed(booklet: Booklet) -> bool:
    """Whether an opened booklet still says what was sealed."""
    return sha256(words(booklet, booklet.salt)).hexdigest() == booklet.digest
