"""The project package: the roof (wiring) and the ground floor (what every floor stands on)."""

from recruitment.celery import app as celery_app

__all__ = ["celery_app"]
