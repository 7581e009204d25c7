"""Paper out: issue, press, press again."""

import logging
from uuid import UUID

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.template.loader import get_template
from django.utils import timezone, translation

from recruitment.audit.actions import record
from recruitment.core.moving import moving
from recruitment.documents import pdf, storage
from recruitment.documents.actions.queueing import FIRST_SWEEP, MOST_TRIES, back_off, queue, stay
from recruitment.documents.models import Issued
from recruitment.documents.permissions import may_press
from recruitment.documents.queries import reference_of
from recruitment.documents.states import IssuedState, NotStored

log = logging.getLogger(__name__)

Words = dict[str, object]


def issue(template: str, *, title: str, language: str, context: Words, about, owner=None, by) -> Issued:
    """Write a document in the caller's transaction; a worker presses its PDF after the commit.

    `context` is frozen here (what is lazy is said in `language`); `title` goes into the file and its name.
    """
    get_template(template)
    with transaction.atomic(), translation.override(language):
        issued = Issued.objects.create(
            template=template,
            title=str(title)[:200],
            language=language,
            context=context,
            about_label=about._meta.label,
            about_reference=reference_of(about),
            owner=owner,
            next_try_at=timezone.now() + FIRST_SWEEP,
        )
        told = {"uuid": str(issued.uuid), "template": template, "about": issued.about_reference}
        record("documents.issued.issue", issued, by=by, data=told)
        queue("documents.press", issued.uuid)
    return issued


def press(uuid: UUID | str) -> None:
    """Print the PDF once, however often and from wherever it is asked: the row is locked while the press runs."""
    with transaction.atomic():
        issued = Issued.objects.waiting().locked().filter(uuid=uuid).first()
        if issued is None:
            return
        stay(minutes=4)
        issued.tries += 1
        try:
            _print(issued)
        except (pdf.NotPrinted, NotStored) as reason:
            _postpone(issued, str(reason))
        issued.save()


def _print(issued: Issued) -> None:
    words = {**issued.context, "title": issued.title, "created": issued.created_at.isoformat(timespec="seconds")}
    printed = pdf.render(issued.template, words, issued.language, identifier=issued.uuid.hex)
    key = storage.enclose(issued, printed.content)
    try:
        storage.write(issued, printed.content, key=key)
    except NotStored:
        issued.wrapped_key, issued.key_id, issued.size, issued.sha256 = None, "", 0, ""
        raise
    issued.pages, issued.state, issued.pressed_at, issued.error = printed.pages, IssuedState.PRESSED, timezone.now(), ""
    told = {"uuid": str(issued.uuid), "sha256": issued.sha256, "pages": issued.pages}
    record("documents.issued.press", issued, by=get_user_model().objects.robot(), data=told)


def _postpone(issued: Issued, reason: str) -> None:
    issued.error, issued.next_try_at = reason[:300], timezone.now() + back_off(issued.tries)
    if issued.tries >= MOST_TRIES:
        issued.state = IssuedState.FAILED
        log.error("Document %s could not be pressed: %s", issued.uuid, reason)
    else:
        log.warning("Document %s was not pressed (try %s): %s", issued.uuid, issued.tries, reason)


def press_again(issued: Issued, *, by) -> Issued:
    """Give a document that failed another chance, after its cause was mended."""
    if not may_press(by, issued):
        raise PermissionDenied(f"{by} may not press {issued}")
    with moving(issued) as issued:
        if issued.state != IssuedState.FAILED:
            return issued
        issued.state, issued.tries, issued.next_try_at = IssuedState.QUEUED, 0, timezone.now() + FIRST_SWEEP
        record("documents.issued.press_again", issued, by=by, data={"uuid": str(issued.uuid)})
        queue("documents.press", issued.uuid)
    return issued
