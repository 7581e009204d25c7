"""The rules of a round, as they were fixed before the first application."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from positions import table
from positions.models import Position, Round
from recruitment.core.caching import public_page
from recruitment.ledger.models import Leaf


@require_safe
@public_page
def rules(request: HttpRequest, reference: str) -> HttpResponse:
    """Stages, weights, pass marks, panel, ties, service times and the policy in force; a round that is not fixed yet has no page."""
    round = get_object_or_404(Round.objects.fixed(), reference=reference)
    context = {
        "round": round,
        "rules": table.rules(round.frozen),
        "stages": table.stages(round.frozen),
        "parameters": table.parameters(round.frozen),
        "leaf": Leaf.objects.filter(kind="round", reference=round.reference).first(),
        "posts": Position.objects.public().filter(round=round).for_list().order_by("reference"),
    }
    return render(request, "positions/round.html", context)
