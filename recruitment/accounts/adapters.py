"""What allauth and the session ask the portal about people: who they are, and how their second factors are kept."""

from allauth.account.auth_backends import AuthenticationBackend
from allauth.mfa.adapter import DefaultMFAAdapter

from recruitment.accounts.models import User
from recruitment.core import crypto
from recruitment.core.prepared import Prepared

PURPOSE = "mfa.secret"
PERSON = Prepared(lambda pk: User.objects.filter(pk=pk), int)


class Backend(AuthenticationBackend):
    """Whose session it is, is asked on every page of everybody who is signed in."""

    def get_user(self, user_id) -> User | None:
        user = PERSON.first(user_id)
        return user if user is not None and self.user_can_authenticate(user) else None


class MfaAdapter(DefaultMFAAdapter):
    """Seeds and recovery codes lie encrypted in the database."""

    def encrypt(self, text: str) -> str:
        return crypto.seal_text(text, purpose=PURPOSE)

    def decrypt(self, encrypted_text: str) -> str:
        return crypto.open_text(encrypted_text, purpose=PURPOSE)
