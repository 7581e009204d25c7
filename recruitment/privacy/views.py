"""The notice on personal information, and what somebody finds about themselves: consents, their withdrawal, the export."""

from dataclasses import asdict

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from recruitment.policy.queries import value
from recruitment.privacy import actions, listing, registry, texts
from recruitment.privacy.models import Consent, PrivacyNotice
from recruitment.privacy.states import ConsentEvent, ConsentKind, is_required


@require_safe
def notice(request):
    """The notice in force, and the list made from the register."""
    current = PrivacyNotice.objects.in_force()
    language = get_language()
    separate = [kind for kind in ConsentKind if kind != ConsentKind.PRIVACY_NOTICE]
    context = {
        "notice": current,
        "blocks": texts.blocks(current.body(language)) if current else [],
        "consents": [{"label": kind.label, "text": texts.text(kind, language), "required": is_required(kind)} for kind in separate],
        "lines": listing.lines(),
    }
    return render(request, "privacy/notice.html", context)


@login_required
@require_safe
def my_data(request):
    """One's own consents, each with its last word."""
    latest = Consent.objects.of(request.user).latest().order_by("-at")
    return render(request, "privacy/my_data.html", {"consents": latest, "days": value("dsr.answer_working_days")})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request, pk):
    """What was said, what follows if it is taken back, and the button."""
    consents = Consent.objects.of(request.user).latest().filter(event=ConsentEvent.GIVEN)
    consent = get_object_or_404(consents.select_related("wording"), pk=pk)
    if request.method == "POST":
        actions.take_back(consent, by=request.user)
        messages.success(request, _("Your consent is withdrawn: %(kind)s.") % {"kind": consent.get_kind_display()})
        return redirect("privacy:my_data")
    told = {"foretold": registry.foretold(consent)}
    context = told | {"consent": consent, "consequence": texts.consequence(consent.kind), "required": is_required(consent.kind)}
    return render(request, "privacy/withdraw.html", context)


@login_required
@require_safe
def export(request):
    """Everything the portal keeps about the person, as JSON to keep or to take elsewhere (PIPL Art. 45)."""
    shape = {"format": "portal-my-data", "version": 1, "exported_at": timezone.now(), "person": request.user.pk}
    document = {**shape, **registry.exported(request.user), "register": [asdict(line) for line in listing.lines()]}
    response = JsonResponse(document, json_dumps_params={"ensure_ascii": False, "indent": 2})
    response["Content-Disposition"] = 'attachment; filename="my-data.json"'
    return response
