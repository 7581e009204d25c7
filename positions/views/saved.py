"""Saved posts of whoever has an account."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from positions import actions
from positions.models import Position, SavedPosition
from positions.views.listing import entries_of


@require_safe
@login_required
def saved(request: HttpRequest) -> HttpResponse:
    """What the reader saved, open posts with the nearest deadline first."""
    posts = Position.objects.filter(pk__in=SavedPosition.objects.posts_of(request.user)).in_order()
    return render(request, "positions/saved.html", {"entries": entries_of(posts.entries())})


@require_POST
@login_required
def save(request: HttpRequest, reference: str) -> HttpResponse:
    position = _position(reference)
    actions.save(position, by=request.user)
    messages.success(request, _("The position is on your list of saved positions."))
    return redirect(position)


@require_POST
@login_required
def unsave(request: HttpRequest, reference: str) -> HttpResponse:
    position = _position(reference)
    actions.unsave(position, by=request.user)
    messages.success(request, _("The position is no longer on your list."))
    return redirect("positions:saved" if request.POST.get("from") == "list" else position)


def _position(reference: str) -> Position:
    return get_object_or_404(Position.objects.public(), reference=reference)
