"""The public guide to foreign papers: a country and a paper are chosen, nothing is stored, nobody signs in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from recruitment.core.caching import public_page
from screening.credentials.forms import ELSEWHERE, GuideForm, country_name
from screening.credentials.models import Country, Credential


@require_safe
@public_page
def guide(request: HttpRequest) -> HttpResponse:
    """Without a choice the form alone; with one, everything that is known about the papers of that country."""
    codes = list(Country.objects.values_list("code", flat=True))
    form = GuideForm(request.GET if "country" in request.GET else None, codes=codes)
    context = {"form": form, "routes": [], "place": ""}
    if form.is_bound and form.is_valid():
        code = form.cleaned_data["country"]
        routes = Credential.objects.routes([(code, kind) for kind in form.kinds()])
        context["routes"] = [routes[code, kind] for kind in form.kinds() if (code, kind) in routes]
        context["place"] = _("Any other country or region") if code == ELSEWHERE else country_name(code)
    return render(request, "credentials/guide.html", context)
