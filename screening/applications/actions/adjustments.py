"""Adjustments: a candidate says what would help, HR arranges it; nobody else reads what was said."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.core.refusals import Refused
from recruitment.privacy.actions import give, withdraw
from recruitment.privacy.models import Consent
from recruitment.privacy.states import ConsentKind
from screening.applications.actions.filling import filling
from screening.applications.models import Adjustment, Application, Arrangement
from screening.applications.permissions import may_arrange
from screening.applications.states import LIVE, UNSEEN_BY_OFFICE, Section


def save_adjustments(application: Application, *, values: dict, agreed: bool, done: bool, seen: str, by: User) -> None:
    """Keep what would help; `agreed` says whether the consent to health data was given, without which nothing is kept of it."""
    with filling(application, Section.ADJUSTMENTS, done=done, seen=seen, by=by) as locked:
        row = Adjustment.objects.filter(application=locked).first() or Adjustment(application=locked)
        row.needs, row.details = values["needs"], values["details"]
        row.save()
        standing = Consent.objects.of(by).about(locked).standing().filter(kind=ConsentKind.HEALTH).first()
        if agreed and standing is None:
            give(by, ConsentKind.HEALTH, language=get_language() or by.language, about=locked, by=by)
        elif not agreed and standing is not None:
            withdraw(standing, by=by)


@transaction.atomic
def arrange(adjustment: Adjustment, *, test_minutes: int, interview_minutes: int, steps: str, by: User) -> Arrangement:
    """Grant what was asked for; done again it replaces what was granted before."""
    application = Application.objects.select_for_update(of=("self",), no_key=True).get(pk=adjustment.application_id)
    if not may_arrange(application, by):
        raise PermissionDenied
    if application.state not in LIVE or application.state in UNSEEN_BY_OFFICE:
        raise Refused(_("Adjustments are arranged while an application is in selection."), subject=application)
    row = Arrangement.objects.filter(application=application).first() or Arrangement(application=application)
    row.test_minutes, row.interview_minutes, row.steps = test_minutes, interview_minutes, steps
    row.arranged_by, row.arranged_at = by, timezone.now()
    row.save()
    told = {"test_minutes": test_minutes, "interview_minutes": interview_minutes}
    record("screening.application.arrange", application, by=by, data=told)
    return row


@transaction.atomic
def forget_adjustments(application: Application, *, by: User) -> None:
    """The consent was taken back: what was said is deleted, and the steps with it; minutes that were granted stay."""
    gone, _rows = Adjustment.objects.filter(application=application).delete()
    for row in Arrangement.objects.filter(application=application):
        row.steps = ""
        row.save(update_fields=["steps"])
    application.progress.filter(section=Section.ADJUSTMENTS).update(done=False)
    if gone:
        record("screening.application.forget_adjustments", application, by=by)


@transaction.atomic
def read_adjustments(adjustment: Adjustment, *, by: User) -> None:
    """Somebody who arranges opened what was said."""
    record("screening.application.read_adjustments", adjustment.application, by=by)
