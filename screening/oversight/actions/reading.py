"""The verb that every page of the desk leaves behind: read."""

from django.db import transaction

from recruitment.accounts.models import User
from recruitment.audit.actions import record


@transaction.atomic
def read(subject, *, page: str, by: User) -> None:
    """Somebody of an oversight body looked at a page."""
    record("oversight.read", subject, by=by, data={"page": page})
