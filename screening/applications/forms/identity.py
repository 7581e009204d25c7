"""Who the candidate is (domain 2.5): no order of names is assumed, no family name is demanded, case is kept."""

import datetime
import re
import unicodedata

import phonenumbers
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from recruitment.core import spoken_dates
from recruitment.core.forms import DayField, DayMonthYearField
from screening.applications.forms import zones
from screening.applications.forms.base import SectionForm, YesNoField, far_dates
from screening.applications.forms.choices import CodeField, NationalityField, OtherNationalitiesField, country_names
from screening.applications.states import NameOrder, Sex

COMPARED = ("full_name_latin", "passport_number", "nationality", "birth_date", "passport_expires_on")
YOUNGEST, OLDEST = 16, 100
PASSPORT = re.compile(r"[A-Z0-9]{5,14}")
IN_NAMES = " '’‘`-‐.,·/()"


class LatinNameField(forms.CharField):
    """A name in Latin letters as passports print it, with diacritics, apostrophes and hyphens."""

    default_error_messages = {"latin": _("Write your name in Latin letters, as the passport prints it. “%(char)s” cannot be part of it.")}

    def validate(self, value) -> None:
        super().validate(value)
        for char in value:
            if char not in IN_NAMES and not unicodedata.name(char, "").startswith(("LATIN", "COMBINING", "MODIFIER LETTER")):
                raise ValidationError(
                    self.error_messages["latin"], code="latin", params={"char": char if char.isprintable() else f"U+{ord(char):04X}"}
                )
        if value and not any(char.isalpha() for char in value):
            raise ValidationError(self.error_messages["required"], code="letters")


class PassportNumberField(forms.CharField):
    """The number as printed, without the spaces that people put between."""

    default_error_messages = {
        "form": _("A passport number has 5 to 14 letters and figures, such as C01X00T47. Copy it from the data page.")
    }

    def to_python(self, value) -> str:
        return re.sub(r"[\s<-]", "", super().to_python(value)).upper()

    def validate(self, value) -> None:
        super().validate(value)
        if value and not PASSPORT.fullmatch(value):
            raise ValidationError(self.error_messages["form"], code="form")


class TelephoneField(forms.CharField):
    """A number that can be called from anywhere (E.164)."""

    default_error_messages = {"form": _("Enter your telephone number with the country code, such as +86 21 5550 0100 or +49 30 123456.")}

    def clean(self, value) -> str:
        text = super().clean(value)
        if not text:
            return ""
        try:
            number = phonenumbers.parse(text, None)
        except phonenumbers.NumberParseException:
            raise ValidationError(self.error_messages["form"], code="form") from None
        if not phonenumbers.is_possible_number(number):
            raise ValidationError(self.error_messages["form"], code="form")
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)

    def spoken(self, value: str) -> str:
        try:
            return phonenumbers.format_number(phonenumbers.parse(value, None), phonenumbers.PhoneNumberFormat.INTERNATIONAL)
        except phonenumbers.NumberParseException:
            return value


class PassportZoneField(forms.CharField):
    """Both lines at the foot of the data page; read once, compared, and forgotten."""

    default_error_messages = {
        "shape": _("The two lines have 44 characters each: capital letters, figures and <. Copy them exactly, or leave this empty."),
        "kind": _("These are not the lines of a passport; those begin with P. Use the passport with which you will travel."),
        "digits": _("The check digits do not agree, so a character was copied wrongly. Look for 0 and O, 1 and I, and the number of <."),
    }

    def to_python(self, value) -> zones.Zone | None:
        text = super().to_python(value)
        if not text:
            return None
        try:
            return zones.parse(text, timezone.localdate())
        except zones.Unreadable as reason:
            raise ValidationError(self.error_messages[reason.code], code=reason.code) from None

    def prepare_value(self, value) -> str:
        """What is stored is no zone."""
        return value if isinstance(value, str) else ""

    def run_validators(self, value) -> None:
        """Nothing is left to look at once it was read."""


class IdentityForm(SectionForm):
    """The passport, the names, where somebody lives and how to call them."""

    full_name_latin = LatinNameField(
        label=_("Full name as printed in your passport"),
        help_text=_("In Latin letters, with capitals and accents as printed."),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name", "spellcheck": "false"}),
        error_messages={"required": _("Enter your full name as printed in your passport.")},
    )
    name_order = forms.ChoiceField(
        label=_("Order of your names"),
        choices=NameOrder.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Say in which order your names follow each other.")},
    )
    family_name = LatinNameField(
        label=_("Family name"), help_text=_("Leave this empty if you have none."), max_length=100, required=False,
        widget=forms.TextInput(attrs={"autocomplete": "family-name", "spellcheck": "false"}),
        error_messages={"required": _("Write at least one letter.")},
    )  # fmt: skip
    given_names = LatinNameField(
        label=_("Given names"), max_length=100, required=False,
        widget=forms.TextInput(attrs={"autocomplete": "given-name", "spellcheck": "false"}),
        error_messages={"required": _("Write at least one letter.")},
    )  # fmt: skip
    full_name_native = forms.CharField(
        label=_("Full name in your own script"),
        help_text=_("If your language is not written in Latin letters."),
        max_length=200,
        required=False,
    )
    chinese_name = forms.CharField(
        label=_("Chinese name"),
        help_text=_("If you use one. It stands beside your passport name wherever your name is published."),
        max_length=50,
        required=False,
    )
    former_names = forms.CharField(
        label=_("Former names"),
        help_text=_("Names in earlier passports or on your certificates, if they differ."),
        max_length=200,
        required=False,
    )
    sex = forms.TypedChoiceField(
        label=_("Sex as in your passport"),
        help_text=_("The public notice has to state it."),
        choices=[(sex.value, sex.label) for sex in (Sex.FEMALE, Sex.MALE, Sex.NOT_STATED)],
        coerce=int,
        empty_value=Sex.UNKNOWN,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what your passport says.")},
    )
    birth_date = DayMonthYearField(
        label=_("Date of birth"), past=True, autocomplete="bday", error_messages={"required": _("Enter your date of birth.")}
    )
    nationality = NationalityField(
        label=_("Nationality"),
        help_text=_(
            "By the passport with which you apply. People who hold Chinese nationality, and residents of Hong Kong, Macao and Taiwan, "
            "apply through the ordinary recruitment channels; the recruiting authority tells you which one."
        ),
        error_messages={"required": _("Choose the nationality of the passport with which you apply.")},
    )
    other_nationalities = OtherNationalitiesField(
        label=_("Other nationalities"), help_text=_("Name every other nationality that you hold. Leave what you do not need empty.")
    )
    was_chinese_national = YesNoField(
        label=_("Did you hold Chinese nationality at any time?"),
        help_text=_("China does not recognise dual nationality (Nationality Law, Article 3), so we need to know when it ended."),
        yes=pgettext_lazy("held Chinese nationality", "Yes, formerly"),
        no=pgettext_lazy("held Chinese nationality", "No, never"),
        error_messages={"required": _("Say whether you ever held Chinese nationality.")},
    )
    residence_country = CodeField(
        country_names,
        label=_("Country (region) where you live"),
        error_messages={"required": _("Choose the country (region) where you live.")},
    )
    shanghai_months = forms.IntegerField(
        label=_("How many months have you lived in Shanghai in all?"),
        help_text=_("Enter 0 if you never have."),
        min_value=0,
        max_value=1200,
        error_messages={
            "required": _("Enter how many months you have lived in Shanghai; 0 if none."),
            "invalid": _("Enter the months in Shanghai as a whole number, such as 18."),
            "min_value": _("The number of months cannot be below 0."),
            "max_value": _("The number of months cannot be above 1200."),
        },
    )
    passport_number = PassportNumberField(
        label=_("Passport number"),
        max_length=40,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-20", "autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": _("Enter your passport number as printed.")},
    )
    passport_expires_on = DayField(
        label=_("Passport valid until"), error_messages={"required": _("Enter the day until which your passport is valid.")}
    )
    passport_zone = PassportZoneField(
        label=_("The two lines at the foot of your passport’s data page"),
        help_text=_(
            "If you copy them, we compare them with your answers and tell you what differs, so that nothing has to be sent back later. "
            "The lines themselves are not stored."
        ),
        required=False,
        widget=forms.Textarea(
            attrs={"rows": 2, "class": "portal-code", "autocomplete": "off", "spellcheck": "false", "autocapitalize": "characters"}
        ),
    )
    telephone = TelephoneField(
        label=_("Telephone"),
        help_text=_("With the country code, such as +49 30 123456."),
        max_length=40,
        widget=forms.TextInput(attrs={"type": "tel", "class": "govuk-input--width-20", "autocomplete": "tel"}),
        error_messages={"required": _("Enter a telephone number with its country code.")},
    )

    def values(self) -> dict:
        """Of the zone only what came of it; an answer that changes afterwards is no longer a compared one."""
        kept = {name: value for name, value in self.cleaned_data.items() if name != "passport_zone"}
        if self.cleaned_data.get("passport_zone"):
            differing = [name for name, _value in self.differences()]
            return kept | {"zone_checked_at": timezone.now(), "zone_differences": differing}
        if any(name in kept and kept[name] != self.initial.get(name) for name in COMPARED):
            return kept | {"zone_checked_at": None, "zone_differences": []}
        return kept

    def differences(self) -> list[tuple[str, str]]:
        """(field, what the zone says) of the answers that say something else."""
        zone = self.cleaned_data.get("passport_zone")
        return zones.differences(zone, self.cleaned_data) if zone else []

    def told_differences(self) -> list[tuple[str, str]]:
        """The same in words: (label, what the zone says)."""
        return [(str(self.fields[name].label), self.spoken(name, value)) for name, value in self.differences()]

    @classmethod
    def read(cls, row) -> dict:
        return {**super().read(row), "passport_zone": (row.zone_checked_at, row.zone_differences) if row.zone_checked_at else None}

    def spoken(self, name, value) -> str:
        if name != "passport_zone" or not value:
            return super().spoken(name, value)
        at, differing = value
        if not differing:
            return gettext("Compared on %(day)s; nothing differs.") % {"day": spoken_dates.day(timezone.localdate(at))}
        told = {"day": spoken_dates.day(timezone.localdate(at)), "answers": "; ".join(str(self.fields[one].label) for one in differing)}
        return gettext("Compared on %(day)s. These answers differ: %(answers)s") % told

    @classmethod
    def complaints(cls, values) -> dict:
        found = far_dates(values, "passport_expires_on")
        if (expires := values.get("passport_expires_on")) and expires <= timezone.localdate():
            found["passport_expires_on"] = _("This passport is no longer valid. Enter the one with which you will travel.")
        if (born := values.get("birth_date")) and not _age_is_possible(born):
            found["birth_date"] = _("Check your date of birth; it makes you younger than 16 or older than 100 years.")
        if values.get("nationality") in (values.get("other_nationalities") or ()):
            found["other_nationalities"] = _("Your first nationality need not be named again here.")
        return found


def _age_is_possible(born: datetime.date) -> bool:
    today = timezone.localdate()
    age = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    return YOUNGEST <= age <= OLDEST
