"""What allauth asks the portal about second factors."""

from allauth.mfa.adapter import DefaultMFAAdapter

from recruitment.core import crypto

PURPOSE = "mfa.secret"


class MfaAdapter(DefaultMFAAdapter):
    """Seeds and recovery codes lie encrypted in the database."""

    def encrypt(self, text: str) -> str:
        return crypto.seal_text(text, purpose=PURPOSE)

    def decrypt(self, encrypted_text: str) -> str:
        return crypto.open_text(encrypted_text, purpose=PURPOSE)
