"""The app in Django's list; it tells privacy what follows when the consent to a questionnaire or a recording is taken back."""

from django.apps import AppConfig


class CrossculturalConfig(AppConfig):
    """S3: interviews, slots, anchored ratings, the inventory."""

    name = "screening.crosscultural"

    def ready(self):
        from recruitment.privacy import registry
        from screening.crosscultural import actions, words  # noqa: F401

        registry.follow(actions.foretell, actions.carry_out)
