"""The app in Django's list; it tells the badges how the states of a position are called."""

from django.apps import AppConfig

from recruitment.core import badges


class PositionsConfig(AppConfig):
    """What is to be filled: departments, positions, competency models, terms, rounds."""

    name = "positions"

    def ready(self):
        from positions import words  # noqa: F401
        from positions.states import BADGES, CALL_BADGES, CORRECTION_BADGES, FINDING_BADGES

        badges.register("positions.position", BADGES)
        badges.register("positions.call", CALL_BADGES)
        badges.register("positions.correction", CORRECTION_BADGES)
        badges.register("positions.finding", FINDING_BADGES)
