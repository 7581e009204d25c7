"""The closed lists of the form: names, levels of education, fields of study, languages and what proves them, papers."""

import datetime
from functools import lru_cache

from babel import Locale
from django.db import models
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from recruitment.core.badges import register
from recruitment.documents.states import DocumentState


class NameOrder(models.TextChoices):
    """How the parts of a name follow each other (W3C personal names)."""

    GIVEN_FIRST = "given_first", _("Given names first")
    FAMILY_FIRST = "family_first", _("Family name first")
    MONONYM = "mononym", _("One name only")


class Sex(models.IntegerChoices):
    """ISO/IEC 5218 = GB/T 2261.1."""

    UNKNOWN = 0, pgettext_lazy("sex", "Not known")
    MALE = 1, pgettext_lazy("sex", "Male")
    FEMALE = 2, pgettext_lazy("sex", "Female")
    NOT_STATED = 9, pgettext_lazy("sex", "Not stated")


class IscedLevel(models.IntegerChoices):
    """ISCED 2011, from upper secondary school on."""

    UPPER_SECONDARY = 3, _("Upper secondary school")
    POST_SECONDARY = 4, _("Post-secondary, below university level")
    SHORT_CYCLE = 5, _("Short-cycle tertiary education")
    BACHELOR = 6, _("Bachelor’s degree or equivalent")
    MASTER = 7, _("Master’s degree or equivalent")
    DOCTOR = 8, _("Doctoral degree")


class IscedField(models.TextChoices):
    """ISCED-F 2013, broad fields; 05, 06 and 07 are STEM."""

    GENERIC = "00", _("General programmes")
    EDUCATION = "01", _("Education and teaching")
    ARTS = "02", _("Arts and humanities, languages")
    SOCIAL = "03", _("Social sciences, economics, journalism")
    BUSINESS = "04", _("Business, administration and law")
    SCIENCE = "05", _("Natural sciences, mathematics and statistics")
    COMPUTING = "06", _("Information and communication technologies")
    ENGINEERING = "07", _("Engineering, manufacturing and construction")
    AGRICULTURE = "08", _("Agriculture, forestry, fisheries and veterinary medicine")
    HEALTH = "09", _("Health and welfare")
    SERVICES = "10", _("Services")


CEFR = ("A1", "A2", "B1", "B2", "C1", "C2")
# Half bands from 1.0 to 9.0.
BANDS = tuple(f"{half / 2:.1f}" for half in range(2, 19))


class LanguageTest(models.TextChoices):
    """What proves a language; the levels of one are never converted into those of another (domain 2.4.2)."""

    HSK = "HSK", "HSK"
    JLPT = "JLPT", "JLPT"
    TOPIK = "TOPIK", "TOPIK"
    GOETHE = "GOETHE", "Goethe-Zertifikat"
    TESTDAF = "TESTDAF", "TestDaF"
    DSH = "DSH", "DSH"
    IELTS = "IELTS", "IELTS"
    TOEFL = "TOEFL", "TOEFL iBT"
    CEFR = "CEFR", _("Other certificate that states a CEFR level")
    DEGREE = "DEGREE", _("Degree taught in this language")
    SELF = "SELF", _("Own assessment by the CEFR, without certificate")


# (test, version) → its language ("" is any), its levels, its highest score (0: none is stated).
CATALOGUE: dict[tuple[str, str], tuple[str, tuple[str, ...], int]] = {
    (LanguageTest.HSK, "2.0"): ("zh", ("1", "2", "3", "4", "5", "6"), 300),
    (LanguageTest.HSK, "3.0"): ("zh", ("1", "2", "3", "4", "5", "6", "7", "8", "9"), 0),
    (LanguageTest.JLPT, ""): ("ja", ("N1", "N2", "N3", "N4", "N5"), 180),
    (LanguageTest.TOPIK, ""): ("ko", ("1", "2", "3", "4", "5", "6"), 300),
    (LanguageTest.GOETHE, ""): ("de", CEFR, 100),
    (LanguageTest.TESTDAF, ""): ("de", ("TDN3", "TDN4", "TDN5"), 0),
    (LanguageTest.DSH, ""): ("de", ("DSH-1", "DSH-2", "DSH-3"), 0),
    (LanguageTest.IELTS, ""): ("en", BANDS[6:], 0),
    (LanguageTest.TOEFL, "0–120"): ("en", ("",), 120),
    (LanguageTest.TOEFL, "1–6"): ("en", BANDS[:11], 0),
    (LanguageTest.CEFR, ""): ("", CEFR, 0),
    (LanguageTest.DEGREE, ""): ("", ("",), 0),
    (LanguageTest.SELF, ""): ("", CEFR, 0),
}

# (test, version, level) → the scores with which the level is reached.
SCORES: dict[tuple[str, str, str], tuple[int, int]] = {
    **{(LanguageTest.HSK, "2.0", level): (120, 200) for level in "12"},
    **{(LanguageTest.HSK, "2.0", level): (180, 300) for level in "3456"},
    **{(LanguageTest.JLPT, "", level): (least, 180) for level, least in (("N1", 100), ("N2", 90), ("N3", 95), ("N4", 90), ("N5", 80))},
    **{
        (LanguageTest.TOPIK, "", level): scores
        for level, scores in (
            ("1", (80, 139)),
            ("2", (140, 200)),
            ("3", (120, 149)),
            ("4", (150, 189)),
            ("5", (190, 229)),
            ("6", (230, 300)),
        )
    },
    **{(LanguageTest.GOETHE, "", level): (60, 100) for level in CEFR},
}

# (test, version) → the first day on which it could be taken.
SINCE: dict[tuple[str, str], datetime.date] = {
    (LanguageTest.HSK, "2.0"): datetime.date(2009, 11, 1),
    (LanguageTest.HSK, "3.0"): datetime.date(2026, 1, 31),
    (LanguageTest.JLPT, ""): datetime.date(2010, 7, 1),
    (LanguageTest.TOPIK, ""): datetime.date(1997, 10, 1),
    (LanguageTest.TESTDAF, ""): datetime.date(2001, 4, 1),
    (LanguageTest.IELTS, ""): datetime.date(1989, 1, 1),
    (LanguageTest.TOEFL, "0–120"): datetime.date(2005, 9, 1),
    (LanguageTest.TOEFL, "1–6"): datetime.date(2026, 1, 21),
}

# These say nothing of a date, a score or a paper.
WITHOUT_CERTIFICATE = (LanguageTest.DEGREE, LanguageTest.SELF)

# BCP 47; the first five are the languages of the portal, the others by code.
LANGUAGE_CODES = (
    "zh", "en", "de", "ja", "ko",
    "af", "am", "ar", "az", "be", "bg", "bn", "bs", "ca", "cs", "cy", "da", "el", "es", "et", "eu", "fa",
    "fi", "fil", "fr", "ga", "ha", "he", "hi", "hr", "hu", "hy", "id", "is", "it", "ka", "kk", "km", "ky",
    "lo", "lt", "lv", "mk", "mn", "mr", "ms", "mt", "my", "nb", "ne", "nl", "pa", "pl", "ps", "pt", "ro",
    "ru", "si", "sk", "sl", "so", "sq", "sr", "sv", "sw", "ta", "te", "tg", "th", "tk", "tr", "uk", "ur",
    "uz", "vi", "wuu", "yue", "zu",
)  # fmt: skip


@lru_cache(maxsize=8)
def _language_names(reader: str) -> dict[str, str]:
    names = Locale.parse(reader.replace("-", "_").replace("hans", "Hans")).languages
    return {code: names[code] for code in LANGUAGE_CODES}


def language_names() -> dict[str, str]:
    """Code → name of every language that can be chosen, in the reader's language."""
    return _language_names(get_language() or "en")


# Papers that a post may ask for; a kind that is not here is called by the post's own sentence.
DOCUMENT_LABELS = {
    "passport": _("Passport"),
    "degree": _("Degree certificate and transcript"),
    "degree_authentication": _("Authentication of the degree"),
    "employment_proof": _("Proof of employment"),
    "language_certificate": _("Language certificate"),
    "no_criminal_record": _("Certificate of no criminal record"),
    "translation": _("Certified translation"),
    "commitment_letter": _("Letter of commitment"),
    "case_study": _("Two case studies"),
    "photo_not_needed": _("Photograph"),
}

# Two case studies are written in the form itself; no photograph is ever taken (marking is blind).
WRITTEN_IN_THE_FORM = "case_study"
NOT_WANTED = "photo_not_needed"
WHERE_NEEDED = ("translation", "commitment_letter")

# How the file stands, for its sender.
PAPER_BADGES = {
    DocumentState.RECEIVED: (_("Being checked"), "blue"),
    DocumentState.SCANNING: (_("Being checked"), "blue"),
    DocumentState.ACCEPTED: (_("File received"), "green"),
    DocumentState.REJECTED: (_("Not usable, please replace it"), "red"),
    DocumentState.QUARANTINED: (_("Withheld: harmful content found"), "red"),
}


class SectionState(models.TextChoices):
    """How far a section is; not started and in progress are told apart."""

    NOT_STARTED = "not_started", pgettext_lazy("section", "Not started")
    IN_PROGRESS = "in_progress", pgettext_lazy("section", "In progress")
    DONE = "done", pgettext_lazy("section", "Done")


SECTION_COLOURS = {SectionState.NOT_STARTED: "grey", SectionState.IN_PROGRESS: "blue", SectionState.DONE: "green"}

register("applications.paper", PAPER_BADGES)
register("applications.section", {state: (state.label, colour) for state, colour in SECTION_COLOURS.items()})
