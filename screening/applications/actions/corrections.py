"""What a correction of a post means for those who apply: a letter each, once."""

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from positions import actions as positions
from positions import table
from positions.conditions import asked
from positions.models import Correction
from positions.states import CorrectionKind
from recruitment.notifications.actions import notify
from recruitment.notifications.kinds import Kind
from screening.applications.models import Application
from screening.applications.states import PREPARING, State

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
        change, meaning = table.change(correction), _meaning(application, correction)
    told = {name: getattr(change, name) for name in ("number", "label", "old", "new", "reason")}
    notify(application.candidate, KINDS[CorrectionKind(correction.kind)], about=application, meaning=meaning, **told)


def _meaning(application: Application, correction: Correction) -> str:
    """What another requirement means for this file; nothing that was checked is undone by it."""
    if not asked.is_row(correction.field):
        return ""
    if application.state in PREPARING:
        return _("Your application is in your hands: look at it again before you hand it in.")
    if application.state != State.SUBMITTED:
        return _("Your qualification was checked before this correction. That check stands, and your application goes on.")
    if application.position.is_open:
        return _("You handed in before this correction. Until the deadline you can open your application and change it.")
    return _(
        "You handed in before this correction. Your application is checked by what the position asks for now; what was found before stays "
        "on record, and if you must show something else, the office asks you for it."
    )
