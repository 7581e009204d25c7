"""Alerts by e-mail without an account: ask, confirm by the link of a letter, unsubscribe by one click (RFC 8058)."""

import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from positions import actions
from positions.actions import alerts
from positions.forms import AlertForm, FilterForm
from positions.models import Department
from recruitment.accounts.models import User
from recruitment.core.limits import is_too_often, place_of
from recruitment.policy import queries as policy

READ_OR_SEND = require_http_methods(["GET", "HEAD", "POST"])
AN_HOUR, A_DAY = 3600, 86400
MOST_FROM_ONE_PLACE = 20
MOST_TO_ONE_ADDRESS = 5


@READ_OR_SEND
@never_cache
def ask(request: HttpRequest) -> HttpResponse:
    """The form; whatever the address, the answer is the same, so that nobody learns whose address is known."""
    search = _search(request)
    form = AlertForm(request.POST or None, initial={"email": getattr(request.user, "email", "")})
    context = {"form": form, "items": alerts.words_of(search, request.LANGUAGE_CODE)}
    if request.method != "POST" or not form.is_valid():
        return render(request, "positions/alert.html", context)
    if is_too_often("alert", place_of(request), most=MOST_FROM_ONE_PLACE, seconds=AN_HOUR):
        return render(request, "positions/alert.html", {**context, "is_busy": True}, status=429)
    told = form.cleaned_data
    if not is_too_often("alert-to", told["email"].casefold(), most=MOST_TO_ONE_ADDRESS, seconds=A_DAY):
        chosen = {"frequency": told["frequency"], "language": told["language"]}
        actions.subscribe(told["email"], search=search, by=User.objects.robot(), **chosen)
    return redirect("positions:alert_asked")


def _search(request: HttpRequest) -> dict[str, list[str]]:
    """The words and filters of the address; what is not known is left out."""
    form = FilterForm(request.GET, departments=Department.objects.only("code", "name").order_by("code"))
    form.is_valid()
    return form.lasting()


@require_safe
def asked(request: HttpRequest) -> HttpResponse:
    """What comes next."""
    return render(request, "positions/alert_asked.html", {"days": policy.value("alert.confirm_within_days")})


@READ_OR_SEND
@never_cache
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """A button, because the programs that look into letters follow every link."""
    max_age = datetime.timedelta(days=policy.value("alert.confirm_within_days"))
    alert = alerts.found_by(token, salt=alerts.CONFIRM, max_age=max_age)
    if alert is None:
        return render(request, "positions/alert_gone.html", {"is_confirming": True}, status=404)
    if request.method == "POST":
        alert = actions.confirm(alert, by=User.objects.robot())
    return render(request, "positions/alert_confirm.html", _told(request, alert))


@csrf_exempt  # A mail program sends it in one click, without a page; the signed link is what allows it (RFC 8058).
@READ_OR_SEND
@never_cache
def cancel(request: HttpRequest, token: str) -> HttpResponse:
    """Ends an alert; asked twice, the answer is that there is none."""
    alert = alerts.found_by(token, salt=alerts.CANCEL)
    if alert is None:
        return render(request, "positions/alert_gone.html", {"is_confirming": False})
    context = _told(request, alert)
    if request.method == "POST":
        actions.unsubscribe(alert, by=User.objects.robot())
        return render(request, "positions/alert_gone.html", {"is_confirming": False, "is_done": True})
    return render(request, "positions/alert_cancel.html", context)


def _told(request: HttpRequest, alert) -> dict:
    return {"alert": alert, "items": alerts.words_of(alert.search, request.LANGUAGE_CODE), "cancel_url": alerts.link(alert, "cancel")}
