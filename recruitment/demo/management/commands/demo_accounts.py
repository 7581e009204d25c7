"""The accounts of the demo, for the console of whoever started it."""

from django.core.management.base import BaseCommand

from recruitment.demo.accounts import PASSWORD, rows


class Command(BaseCommand):
    """One line for each role."""

    help = "Print one demo account for each role, and the password that all of them have."
    requires_system_checks: list[str] = []

    def handle(self, *args, **options):
        accounts = [(str(row["role"]), row["email"], row["name"]) for row in rows()]
        if not accounts:
            return
        self.stdout.write(f"Every demo account has the password {PASSWORD}")
        for role, email, name in accounts:
            self.stdout.write(f"  {role:<32} {email:<44} {name}")
