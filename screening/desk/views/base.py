"""What every page of the oversight desk begins with: a mandate in force."""

from django.contrib.auth.mixins import AccessMixin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import render
from django.views import View

from recruitment.accounts.roles import Role
from screening.oversight.permissions import may_look


class Watched(AccessMixin, View):
    """Open to an observer while a mandate holds; who has the role and no mandate is told why the desk is closed."""

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_authenticated:
            return self.handle_no_permission()
        if not request.user.has_role(Role.OVERSIGHT_OBSERVER):
            raise PermissionDenied
        if not may_look(request.user):
            return render(request, "oversight/closed.html", status=403)
        return super().dispatch(request, *args, **kwargs)

    def page_of(self, rows, size: int):
        """The page of a long list that the address asks for."""
        return Paginator(rows, size).get_page(self.request.GET.get("page"))
