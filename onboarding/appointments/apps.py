"""The app in Django's list."""

from django.apps import AppConfig


class AppointmentsConfig(AppConfig):
    """P3 made real: offer, contract, filings, permits, duty start, probation."""

    name = "onboarding.appointments"
