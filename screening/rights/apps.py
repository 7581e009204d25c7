"""The app in Django's list; it tells privacy what follows when a consent is taken back."""

from django.apps import AppConfig


class RightsConfig(AppConfig):
    """Requests about personal information, their clocks, and the consequences of a withdrawn consent."""

    name = "screening.rights"

    def ready(self):
        from recruitment.privacy import registry
        from screening.rights import actions, words  # noqa: F401

        registry.follow(actions.foretell, actions.carry_out)
