"""What somebody says when they register, and what they change later."""

from zoneinfo import available_timezones

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class SignupForm(forms.Form):
    """Asked beside e-mail and password: the name to be called by and the language of letters."""

    display_name = forms.CharField(
        label=_("Your name"),
        max_length=150,
        help_text=_("As you would like to be addressed. Your name as printed in the passport is asked for later."),
        error_messages={"required": _("Enter your name.")},
    )
    language = forms.ChoiceField(
        label=_("Language of letters"),
        choices=settings.LANGUAGES,
        help_text=_("We write to you in this language. You can change it at any time."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["language"].initial = get_language()

    def signup(self, request, user) -> None:
        """allauth calls this with the new account before it is verified."""
        user.display_name = self.cleaned_data["display_name"]
        user.language = self.cleaned_data["language"]
        user.save(update_fields=["display_name", "language"])


def _zones() -> list[tuple[str, str]]:
    """Places by which a time zone is named, sorted; abbreviations and offsets are not offered."""
    return [
        (name, name.replace("_", " "))
        for name in sorted(available_timezones())
        if "/" in name and not name.startswith(("Etc/", "SystemV/"))
    ]


class SettingsForm(forms.Form):
    """How one is addressed, in which language letters come, and whose clock is shown beside that of Shanghai."""

    display_name = forms.CharField(label=_("Your name"), max_length=150, error_messages={"required": _("Enter your name.")})
    language = forms.ChoiceField(
        label=_("Language of letters"),
        choices=settings.LANGUAGES,
        help_text=_("Letters that were written before stay in their language."),
        error_messages={"required": _("Choose a language.")},
    )
    time_zone = forms.ChoiceField(
        label=_("Your time zone"),
        choices=_zones,
        help_text=_("Deadlines are counted by the clock of Shanghai; beside it you see your own time."),
        error_messages={"required": _("Choose a time zone.")},
    )
