"""What a correction of a post means for those who apply: a letter each, once."""

from django.db import transaction
from django.utils import translation

from positions import actions as positions
from positions import table
from positions.models import Correction
from positions.states import CorrectionKind
from recruitment.notifications.actions import notify
from recruitment.notifications.kinds import Kind
from screening.applications.models import Application

KINDS = {CorrectionKind.CORRECTION: Kind.POST_CORRECTED, CorrectionKind.EXTENSION: Kind.POST_EXTENDED}


@transaction.atomic
def tell_correction(correction: Correction) -> int:
    """Letters and stamp in one transaction: whoever runs this twice or at the same time writes no second letter."""
    locked = Correction.objects.untold().select_for_update(of=("self",), skip_locked=True).filter(pk=correction.pk).first()
    if locked is None:
        return 0
    concerned = list(Application.objects.for_position(locked.position).live().select_related("candidate", "position__department"))
    for application in concerned:
        _tell(application, locked)
    positions.mark_told(locked)
    return len(concerned)


def _tell(application: Application, correction: Correction) -> None:
    with translation.override(application.candidate.language):
        change = table.change(correction)
    told = {name: getattr(change, name) for name in ("number", "label", "old", "new", "reason")}
    notify(application.candidate, KINDS[CorrectionKind(correction.kind)], about=application, **told)
