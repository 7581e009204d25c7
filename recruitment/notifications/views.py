"""The inbox of an account, and the demo's mailbox."""

from email.header import decode_header, make_header

from django.conf import settings
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import Http404
from django.views.generic import DetailView, ListView, TemplateView

from recruitment.notifications import mailbox
from recruitment.notifications.models import Letter


class Inbox(LoginRequiredMixin, ListView):
    """Every letter that the portal wrote to the reader."""

    template_name = "notifications/inbox.html"
    paginate_by = 25

    def get_queryset(self):
        return Letter.objects.visible_to(self.request.user)


class LetterPage(LoginRequiredMixin, DetailView):
    """One letter."""

    template_name = "notifications/letter.html"
    slug_field = slug_url_kwarg = "uuid"

    def get_queryset(self):
        return Letter.objects.visible_to(self.request.user)


class Mailbox(TemplateView):
    """What the demo's mail server holds; it does not exist outside the demo."""

    template_name = "notifications/mailbox.html"

    def get_context_data(self, **context):
        if not settings.PORTAL_DEMO:
            raise Http404
        address = self.request.GET.get("to", "").strip()[:254]
        rows = [
            {"key": key, "to": mail["To"], "subject": _header(mail, "Subject"), "at": mail["Date"]} for key, mail in mailbox.newest(address)
        ]
        return super().get_context_data(rows=rows, address=address, **context)


class Message(TemplateView):
    """One message of the demo's mail server."""

    template_name = "notifications/message.html"

    def get_context_data(self, **context):
        mail = mailbox.box().get(self.kwargs["key"]) if settings.PORTAL_DEMO else None
        if mail is None:
            raise Http404
        texts = [
            part.get_payload(decode=True).decode("utf-8", "replace") for part in mail.walk() if part.get_content_type() == "text/plain"
        ]
        files = [part.get_filename() for part in mail.walk() if part.get_filename()]
        return super().get_context_data(
            mail={"to": mail["To"], "subject": _header(mail, "Subject"), "at": mail["Date"], "language": mail["Content-Language"]},
            text="\n".join(texts),
            files=files,
            **context,
        )


def _header(mail, name: str) -> str:
    return str(make_header(decode_header(mail[name] or "")))
