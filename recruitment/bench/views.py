"""The bare table: fifty rows from one indexed query through a template."""

from django.shortcuts import render

from screening.applications.models import Application


def bare_table(request):
    """What Django costs on this machine for a page of fifty rows of the table that the portal lives on, without dates formatted per cell."""
    return render(request, "bench/bare_table.html", {"rows": Application.objects.order_by("pk")[:50]})
