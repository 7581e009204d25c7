"""How the office asks for foreign papers."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Q

from screening.credentials.conditions import Route, route_of


class CredentialQuerySet(models.QuerySet):
    """Papers …"""

    def general(self):
        """… as they are in every country of which nothing particular is known."""
        return self.filter(country=None)

    def routes(self, wanted: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Route]:
        """(country, kind) → what is known about it, in two queries; a country that is not in the tables gets the general rule."""
        wanted = set(wanted)
        codes, kinds = {code for code, _kind in wanted}, {kind for _code, kind in wanted}
        rows: Iterable[Any] = self.filter(Q(country=None) | Q(country__code__in=codes), kind__in=kinds).select_related("country")
        known = {(row.country.code if row.country else "", row.kind): row for row in rows}
        recognised: Iterable[Any] = apps.get_model("credentials", "Country").objects.filter(code__in=codes)
        countries = {row.code.code: row for row in recognised}
        found = {
            (code, kind): route_of(code, kind, country=countries.get(code), own=known.get((code, kind)), general=known.get(("", kind)))
            for code, kind in wanted
        }
        return {key: route for key, route in found.items() if route is not None}
