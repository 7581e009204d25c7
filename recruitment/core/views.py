"""Pages that belong to no business: the map of the site, its accessibility, and how the reader wants to see it."""

from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from recruitment.core.context import DISPLAY_COOKIE, Portal
from recruitment.core.forms import DisplayForm

A_YEAR = 365 * 24 * 3600


@require_http_methods(["GET", "HEAD", "POST"])
def display(request):
    """Large type and high contrast, kept in a cookie that says nothing else."""
    initial = {"display": Portal(request).display, "next": request.GET.get("next", "")}
    form = DisplayForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        target = form.cleaned_data["next"]
        if not url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure()):
            target = reverse("display")
        response = redirect(target)
        value = "-".join(form.cleaned_data["display"])
        response.set_cookie(DISPLAY_COOKIE, value, max_age=A_YEAR, secure=settings.SECURE, httponly=True, samesite="Lax")
        messages.success(request, _("The website is shown as you chose."))
        return response
    return render(request, "core/display.html", {"form": form})


@require_safe
def accessibility(request):
    """What everybody can rely on, and what is not yet as it should be."""
    return render(request, "core/accessibility.html")


@require_safe
def site_map(request):
    """Every public page on one page."""
    return render(request, "core/site_map.html")
