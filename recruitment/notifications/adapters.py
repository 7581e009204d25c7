"""allauth's letters go through the same outbox as all others."""

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth.hashers import make_password
from django.template.loader import render_to_string
from django.utils.translation import get_language

from recruitment.notifications.actions import write
from recruitment.notifications.kinds import Kind


class AccountAdapter(DefaultAccountAdapter):
    """Writes letters as rows, and spends the same time whether an address is known or not."""

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        told = {**context, "email": email, "request": self.request}
        subject = render_to_string(f"{template_prefix}_subject.txt", told).strip()
        body = render_to_string(f"{template_prefix}_message.txt", told).strip()
        write(email, Kind.ACCOUNT, subject=subject, body=body, language=get_language() or "en")
        if template_prefix.endswith("account_already_exists"):
            make_password("an unknown address costs a hash, so a known one does too")
