"""The one door through which mail leaves."""

from django.core.mail import EmailMessage

from recruitment.documents import delivery
from recruitment.documents.models import Issued
from recruitment.notifications.models import Letter


class AttachmentNotReady(Exception):
    """The document that belongs to the letter is still being pressed."""


def send(letter: Letter) -> None:
    """Hand one letter to the mail server; raises what the server raises."""
    headers = {"Content-Language": letter.language, "Message-ID": f"<{letter.uuid}@portal>"}
    if letter.unsubscribe_url:  # RFC 8058
        headers |= {"List-Unsubscribe": f"<{letter.unsubscribe_url}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    message = EmailMessage(letter.subject, letter.body, to=[letter.to], headers=headers)
    if letter.attachment:
        issued = Issued.objects.get(uuid=letter.attachment)
        if not (issued.is_pressed or issued.is_failed):
            raise AttachmentNotReady(str(issued.uuid))
        if issued.is_pressed:
            message.attach(f"{issued.title}.pdf", delivery.content(issued), "application/pdf")
    message.send()
