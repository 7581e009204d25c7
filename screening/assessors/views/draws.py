"""The public pages of draws by lot: what went in, the seed's hash, the seed, what came out, and the script that repeats it."""

from pathlib import Path

from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.views import View
from django.views.generic import DetailView, ListView

from screening.assessors import lottery
from screening.assessors.models import Draw


class Draws(ListView):
    """Every draw, the newest first."""

    template_name = "assessors/draws.html"
    paginate_by = 50
    queryset = Draw.objects.select_related("position")


class DrawPage(DetailView):
    """One draw, and whether it can be repeated."""

    template_name = "assessors/draw.html"
    queryset = Draw.objects.select_related("position")

    def get_object(self, queryset=None):
        return get_object_or_404(self.get_queryset(), uuid=self.kwargs["uuid"])

    def get_context_data(self, **context):
        draw = self.object
        pool = [row["number"] for row in draw.inputs.get("assessors", [])]
        fits = bool(draw.seed) and not lottery.faults(draw.published)
        return super().get_context_data(pool=pool, fits=fits, **context)


class Published(View):
    """The same as a file for the script."""

    def get(self, request, uuid):
        draw = get_object_or_404(Draw.objects.select_related("position"), uuid=uuid)
        return JsonResponse(draw.published, json_dumps_params={"ensure_ascii": False, "indent": 1})


class Script(View):
    """The file with which the portal draws; it runs by itself."""

    def get(self, request):
        text = Path(lottery.__file__).read_text(encoding="utf-8")
        response = HttpResponse(text, content_type="text/plain; charset=utf-8")
        response["Content-Disposition"] = 'attachment; filename="lottery.py"'
        return response
