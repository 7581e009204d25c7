"""Several checks of one file are saved at once; each by itself, so that one that cannot be saved stops no other."""

from recruitment.core.refusals import Refused
from screening.desk.admin.dossier import check_form
from screening.desk.admin.verbs import is_decidable
from screening.qualification import actions as qualification
from screening.qualification.forms import DecideForm
from screening.qualification.models import Check
from screening.qualification.states import CheckResult


def save_checks(application, told, *, by) -> dict[int, DecideForm]:
    """Decide what was changed on the page; returns the forms that could not be saved, as they were typed, by their check."""
    kept = {}
    for check in Check.objects.of(application):
        check.application = application
        if f"check{check.pk}-result" not in told or not is_decidable(check, application, by):
            continue
        form = check_form(check, application, told=told)
        if _is_touched(form, check) and not _is_saved(form, check, by=by):
            kept[check.pk] = _seen_again(form, check, application)
    return kept


def _is_touched(form: DecideForm, check: Check) -> bool:
    """Something differs from what is decided; what was open and empty on the page was not touched, whoever was there meanwhile."""
    if form["result"].value() == CheckResult.OPEN and check.decided_at and not form["seen"].value() and not form["note"].value():
        return False
    return bool(set(form.changed_data) - {"seen"})


def _is_saved(form: DecideForm, check: Check, *, by) -> bool:
    if not form.is_valid():
        return False
    seen = form.cleaned_data["seen"] if form.add_prefix("seen") in form.data else None
    try:
        qualification.decide(check, form.found(), seen=seen, by=by)
    except Refused as refusal:
        form.add_error(None, str(refusal.sentence))
        return False
    return True


def _seen_again(form: DecideForm, check: Check, application) -> DecideForm:
    """The same answers under the stamp of what is decided now: whoever saves again has read of it."""
    told = form.data.copy()
    told[form.add_prefix("seen")] = Check.objects.get(pk=check.pk).stamp
    again = check_form(check, application, told=told)
    again._errors = form.errors
    return again
