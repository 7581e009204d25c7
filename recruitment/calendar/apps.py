"""The app in Django's list."""

from django.apps import AppConfig


class CalendarConfig(AppConfig):
    """Working days: confirmed years, make-up days, periods."""

    name = "recruitment.calendar"
