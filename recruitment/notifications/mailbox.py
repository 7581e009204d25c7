"""The demo's mail server: a maildir in the data folder, which a page of the demo shows."""

import mailbox
from email.message import Message
from pathlib import Path

from django.conf import settings
from django.core.mail.backends.base import BaseEmailBackend


def box() -> mailbox.Maildir:
    """The maildir itself, made when it is first needed."""
    Path(settings.MAILBOX_DIR).mkdir(parents=True, exist_ok=True)
    return mailbox.Maildir(Path(settings.MAILBOX_DIR) / "maildir")


class MailboxBackend(BaseEmailBackend):
    """Puts every message into the maildir."""

    def send_messages(self, messages) -> int:
        for message in messages:
            box().add(message.message().as_bytes())
        return len(messages)


def newest(address: str, *, most: int = 50) -> list[tuple[str, Message]]:
    """(key, message) of the newest messages, to one address or to all."""
    maildir = box()
    files = sorted(maildir.keys(), reverse=True)
    found = []
    for key in files:
        message = maildir.get(key)
        if message is not None and (not address or address.lower() in str(message["To"]).lower()):
            found.append((key, message))
        if len(found) == most:
            break
    return found
