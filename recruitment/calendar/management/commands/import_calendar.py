"""Enter the State Council's arrangement of a year from a CSV file."""

from pathlib import Path

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from recruitment.calendar.actions import import_arrangement
from recruitment.calendar.arrangement import read
from recruitment.calendar.states import YearStatus


class Command(BaseCommand):
    """Refuses the whole file and names every line that is wrong."""

    help = "Enter the arrangement of a year: columns date, kind (holiday or makeup_workday), name."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--year", type=int, required=True)
        parser.add_argument("--source", required=True, help="title and number of the notice")
        parser.add_argument("--draft", action="store_true", help="not confirmed yet: periods that touch the year stay provisional")

    def handle(self, *args, file, year, source, draft, **options):
        try:
            days = read(file.read_text(encoding="utf-8"), year)
        except (OSError, UnicodeDecodeError) as error:
            raise CommandError(f"{file} cannot be read: {error}") from error
        except ValidationError as fault:
            raise CommandError("\n".join(fault.messages)) from fault
        status = YearStatus.DRAFT if draft else YearStatus.CONFIRMED
        import_arrangement(year, days, source=source, status=status, by=get_user_model().objects.robot())
        self.stdout.write(f"{year}: {len(days)} days entered, {status}.")
