"""The desk's own verbs: looking leaves a footprint, and what is arranged for a person reaches their test."""

from django.db import transaction
from django.utils.translation import gettext as _

from recruitment.accounts.models import User
from recruitment.audit.actions import record
from screening.applications import actions as applications
from screening.applications.models import Adjustment, Application
from screening.competence import actions as competence
from screening.competence.models import Sitting
from screening.competence.states import SittingState
from screening.crosscultural import actions as crosscultural
from screening.crosscultural.models import Interview
from screening.crosscultural.states import MOST_EXTRA, InterviewState

READ = "screening.application.read"


def read(application: Application, *, by: User) -> None:
    """Somebody opened the file."""
    with transaction.atomic():
        record(READ, application, by=by)


@transaction.atomic
def arrange(adjustment: Adjustment, *, test_minutes: int, interview_minutes: int, steps: str, by: User) -> None:
    """Grant it; where the invitation to test or interview has gone out already, the minutes reach it, too."""
    applications.arrange(adjustment, test_minutes=test_minutes, interview_minutes=interview_minutes, steps=steps, by=by)
    waiting = Sitting.objects.filter(application=adjustment.application_id, state__in=(SittingState.INVITED, SittingState.STARTED))
    for sitting in waiting:
        competence.extend(sitting, minutes=test_minutes, reason=str(_("Arranged adjustment")), by=by)
    ahead = Interview.objects.filter(application=adjustment.application_id, state=InterviewState.OPENED)
    for interview in ahead:
        crosscultural.extend(interview, minutes=min(interview_minutes, MOST_EXTRA), reason=str(_("Arranged adjustment")), by=by)
