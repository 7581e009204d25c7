"""How a candidate is told in time that a paper will stop counting."""

from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import translation

from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.notifications.actions import notify
from recruitment.notifications.kinds import Kind
from screening.applications.inventory import Lapse
from screening.applications.models import Application, ExpiryWarning, WarningStep


def _guide(application: Application) -> str:
    with translation.override(application.candidate.language):
        return settings.SITE_URL + reverse("credentials:guide")


@transaction.atomic
def warn_of_expiry(lapse: Lapse, step: WarningStep, *, by: User) -> bool:
    """Write once about one paper, one day and one step; False if it was written before."""
    application = lapse.application
    about: dict[str, Any] = {"application": application, "attachment": lapse.attachment, "lapses_on": lapse.lapses_on, "step": step}
    _row, is_new = ExpiryWarning.objects.get_or_create(**about)
    if not is_new:
        return False
    told = {"paper": lapse.label, "lapses_on": lapse.lapses_on, "is_passport": lapse.is_passport, "guide_url": _guide(application)}
    notify(application.candidate, Kind.PAPER_LAPSING, about=application, **told)
    data = {"paper": lapse.attachment.kind if lapse.attachment else "passport", "lapses_on": str(lapse.lapses_on), "step": step.value}
    record("screening.application.warn_of_expiry", application, by=by, data=data)
    return True
