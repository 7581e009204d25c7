"""What somebody says who wants to be told of new posts."""

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from positions.states import Frequency


class AlertForm(forms.Form):
    """Where to, how often, in which language."""

    email = forms.EmailField(
        label=_("Your e-mail address"),
        help_text=_("We write to it only of new positions. You confirm it by a link in our first letter."),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": _("Enter the e-mail address to which we may write."),
            "invalid": _("Enter an e-mail address such as name@example.org."),
        },
    )
    frequency = forms.ChoiceField(
        label=_("How often?"),
        choices=Frequency,
        widget=forms.RadioSelect,
        initial=Frequency.WEEKLY,
        error_messages={"required": _("Choose how often we may write."), "invalid_choice": _("Choose how often we may write.")},
    )
    language = forms.ChoiceField(
        label=_("Language of the letters"),
        choices=settings.LANGUAGES,
        error_messages={"required": _("Choose a language."), "invalid_choice": _("Choose a language.")},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["language"].initial = get_language()
