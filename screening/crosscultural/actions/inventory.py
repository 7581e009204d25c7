"""The verbs of the inventory: begin with consent, keep, finish; record what a licensed instrument gave; forget all of it.

Danger: what stands here is health-like (domain 3.5.7) and pilot. No score, gate or rank may read it.
"""

import datetime
from collections.abc import Mapping

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.core.moving import moving
from recruitment.core.refusals import Refused
from recruitment.privacy import actions as privacy
from recruitment.privacy.models import Consent
from recruitment.privacy.queries import has_consent, naming
from recruitment.privacy.states import ConsentKind
from screening.crosscultural import scoring
from screening.crosscultural.models import ExternalInstrumentResult, Interview, Inventory, Item, Recording
from screening.crosscultural.permissions import is_own, may_add_result
from screening.crosscultural.states import InterviewState

KIND = ConsentKind.PSYCHOLOGICAL_TEST


def consented(interview: Interview) -> bool:
    """Whether the candidate's separate consent to psychological assessment stands."""
    return has_consent(interview.application.candidate, KIND, interview.application)


def begin(interview: Interview, *, language: str, by: User) -> Inventory:
    """Consent to the questionnaire and begin it; refusing has no consequence."""
    _refuse_foreign(interview, by)
    with moving(interview) as interview:
        privacy.give(by, KIND, language=language, about=interview.application, by=by)
        inventory, _is_new = Inventory.objects.get_or_create(interview=interview)
        record("screening.inventory.begin", inventory, by=by)
    return inventory


def keep(interview: Interview, *, answers: Mapping[str, int], by: User) -> Inventory:
    """Save answers as they stand: key of the item → 1 to 5, or the number of the option."""
    with transaction.atomic(), moving(_own(interview, by)) as inventory:
        allowed = {item.key for item in Item.objects.asked()}
        inventory.answers = {key: value for key, value in answers.items() if key in allowed}
        record("screening.inventory.keep", inventory, by=by)
    return inventory


def finish(interview: Interview, *, by: User) -> Inventory:
    """Score by scale, and delete the single answers in the same moment."""
    with transaction.atomic(), moving(_own(interview, by)) as inventory:
        answers, items = inventory.answers or {}, list(Item.objects.asked())
        if not items or any(item.key not in answers for item in items):
            raise Refused(_("Some items have no answer yet. Answer them, or leave the questionnaire as it is."), subject=interview)
        inventory.scales = scoring.scales(items, answers)
        inventory.answers, inventory.scored_at = None, timezone.now()
        record("screening.inventory.finish", inventory, by=by)
    return inventory


def add_result(interview: Interview, *, told: Mapping[str, str | datetime.date], by: User) -> ExternalInstrumentResult:
    """Enter what an instrument of a licensed provider gave, by its reference: provider, name, licence_ref, score, percentile, date."""
    if not may_add_result(interview, by):
        raise PermissionDenied
    with transaction.atomic():
        if not consented(interview):
            raise Refused(_("The candidate has not consented to psychological assessment. Nothing may be entered."), subject=interview)
        result = ExternalInstrumentResult.objects.create(interview=interview, recorded_by=by, **told)
        record("screening.interview.add_result", interview, by=by, data={"provider": result.provider, "licence": result.licence_ref})
    return result


def _own(interview: Interview, by: User) -> Inventory:
    _refuse_foreign(interview, by)
    inventory = Inventory.objects.filter(interview=interview).first()
    if inventory is None or not consented(interview):
        raise Refused(_("The questionnaire begins with your consent."), subject=interview)
    if inventory.scored_at is not None:
        raise Refused(_("You have handed in the questionnaire. Your single answers are deleted."), subject=interview)
    return inventory


def _refuse_foreign(interview: Interview, by: User) -> None:
    if not is_own(interview, by):
        raise PermissionDenied
    if interview.state != InterviewState.OPENED:
        raise Refused(_("The questionnaire is closed: the result of the interview is established."), subject=interview)


# --- A consent is taken back ------------------------------------------------------------------------------------------


def _interview_of(consent: Consent) -> Interview | None:
    if consent.kind not in (KIND, ConsentKind.RECORDING):
        return None
    mine = Interview.objects.of_candidate(consent.person).select_related("application__position")
    named = (consent.about_label, consent.about_reference)
    return next((interview for interview in mine if naming(interview.application) == named), None)


def foretell(consent: Consent) -> str:
    """What goes when the consent to the questionnaire or the recording is taken back; empty where there is nothing."""
    interview = _interview_of(consent)
    if interview is None:
        return ""
    if consent.kind == KIND:
        has_any = Inventory.objects.filter(interview=interview).exists() or interview.external_results.exists()
        return _("Your questionnaire and all results of psychological instruments are deleted at once.") if has_any else ""
    is_kept = Recording.objects.kept().filter(interview=interview).exists()
    return _("The recording of your interview is destroyed; the office sees it today.") if is_kept else ""


def carry_out(consent: Consent, *, told: list[str], by: User) -> None:
    """Delete what the consent allowed: the questionnaire at once, the recording by whoever keeps it."""
    interview = _interview_of(consent)
    if interview is None or not foretell(consent):
        return
    if consent.kind == KIND:
        Inventory.objects.filter(interview=interview).delete()
        interview.external_results.all().delete()
        record("screening.inventory.forget", interview, by=by)
        return
    with moving(interview.recording) as recording:
        recording.withdrawn_at, recording.keep_until = timezone.now(), timezone.localdate()
        record("screening.recording.withdraw", recording, by=by)
