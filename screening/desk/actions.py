"""The desk's own verb: looking leaves a footprint."""

from django.db import transaction

from recruitment.accounts.models import User
from recruitment.audit.actions import record
from screening.applications.models import Application

READ = "screening.application.read"


def read(application: Application, *, by: User) -> None:
    """Somebody opened the file."""
    with transaction.atomic():
        record(READ, application, by=by)
