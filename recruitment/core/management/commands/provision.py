"""Prepare a database: roles, both sides' tables, and the grants that make the roles mean something."""

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connections

from recruitment.core import grants


class Command(BaseCommand):
    """May be run any number of times."""

    help = "Create roles, migrate the main and the compartment's tables, and set the grants."

    def handle(self, *args, **options):
        verbosity = options["verbosity"]
        with connections["owner"].cursor() as cursor:
            grants.make_roles(cursor)
        call_command("migrate", database="owner", verbosity=verbosity, interactive=False)
        call_command("migrate", "security", database="compartment_owner", verbosity=verbosity, interactive=False)
        with connections["owner"].cursor() as cursor:
            grants.grant(cursor)
        for alias in ("owner", "compartment_owner"):
            connections[alias].close()
