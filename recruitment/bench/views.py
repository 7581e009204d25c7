"""The bare table: fifty rows from one indexed query through a template."""

from django.shortcuts import render

from recruitment.accounts.models import User


def bare_table(request):
    """What Django costs on this machine for a page of fifty rows, without dates formatted per cell."""
    return render(request, "bench/bare_table.html", {"rows": User.objects.order_by("pk").only("email", "display_name", "language")[:50]})
