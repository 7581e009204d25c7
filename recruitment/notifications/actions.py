"""The verbs of letters: notify (write one), deliver (post one)."""

import datetime
import logging

from celery import current_app
from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from kombu.exceptions import OperationalError

from recruitment.notifications import email
from recruitment.notifications.kinds import Kind
from recruitment.notifications.models import Letter
from recruitment.notifications.states import LetterState

log = logging.getLogger(__name__)

MOST_TRIES = 8
SOON = datetime.timedelta(seconds=2)


def notify(recipient, kind: Kind, *, about, attachment=None, **context) -> Letter:
    """Write one letter to a person in their language, in the caller's transaction; it is posted after the commit.

    `about.letter_context()`, where the subject has one, is asked under the recipient's language. `attachment` is an Issued document.
    """
    with translation.override(recipient.language):
        told = {**(about.letter_context() if hasattr(about, "letter_context") else {}), **context}
        told |= {"recipient": recipient.display_name, "recipient_has_account": True, "about": about, "site_url": settings.SITE_URL}
        subject = _render(kind, "subject", told)
        body = _render(kind, "body", told)
    letter = Letter.objects.create(
        recipient=recipient,
        address=recipient.email,
        kind=kind,
        language=recipient.language,
        subject=" ".join(subject.split())[:250],
        body=body,
        attachment=attachment.uuid if attachment else None,
        about_label=about._meta.label,
        about_id=str(about.pk),
        about_reference=str(getattr(about, "reference", None) or "")[:60],
    )
    post(letter)
    return letter


def write(address: str, kind: Kind, *, subject: str, body: str, language: str) -> Letter:
    """A letter whose text is ready, to somebody without an account; the address lies encrypted in the outbox."""
    letter = Letter.objects.create(sealed_address=address, kind=kind, language=language, subject=" ".join(subject.split())[:250], body=body)
    post(letter)
    return letter


def write_to(address: str, kind: Kind, *, about, language: str, unsubscribe_url: str = "", **context) -> Letter:
    """A letter to somebody without an account, in their language; the address lies encrypted in the outbox, too."""
    with translation.override(language):
        told = {"recipient": "", **context, "recipient_has_account": False, "about": about, "site_url": settings.SITE_URL}
        subject, body = _render(kind, "subject", told), _render(kind, "body", told)
    letter = Letter.objects.create(
        sealed_address=address,
        kind=kind,
        language=language,
        subject=" ".join(subject.split())[:250],
        body=body,
        about_label=about._meta.label,
        about_id=str(about.pk),
        unsubscribe_url=unsubscribe_url,
    )
    post(letter)
    return letter


def post(letter: Letter) -> None:
    """Queue after the commit; where the broker is down the sweep finds the row."""
    transaction.on_commit(lambda: _queue(letter.pk), robust=True)


def _queue(pk: int, *, wait: int = 0) -> None:
    try:
        current_app.send_task("notifications.deliver", [pk], countdown=wait or None)
    except OperationalError:
        log.warning("The broker is not reachable; letter %s waits for the sweep.", pk)


def _render(kind: str, part: str, context: dict) -> str:
    return render_to_string(f"notifications/{kind}/{part}.txt", context).strip()


def deliver(pk: int) -> bool:
    """Post the letter once, however often it is asked; True when it went out now."""
    with transaction.atomic():
        letter = Letter.objects.select_for_update(skip_locked=True).filter(pk=pk, state=LetterState.QUEUED).first()
        if letter is None:
            return False
        try:
            email.send(letter)
        except email.AttachmentNotReady:
            letter.next_try_at = timezone.now() + SOON
            transaction.on_commit(lambda: _queue(pk, wait=SOON.seconds), robust=True)
        except Exception as error:  # whatever the mail server says, the letter stays and the reason is seen
            _postpone(letter, error)
        else:
            letter.state, letter.sent_at, letter.error = LetterState.SENT, timezone.now(), ""
        letter.save()
    return letter.state == LetterState.SENT


def _postpone(letter: Letter, error: Exception) -> None:
    letter.tries += 1
    letter.error = f"{type(error).__name__}: {error}"[:250]
    letter.next_try_at = timezone.now() + datetime.timedelta(seconds=30 * 2**letter.tries)
    if letter.tries >= MOST_TRIES:
        letter.state = LetterState.FAILED
        log.error("Letter %s failed for good: %s", letter.pk, letter.error)
