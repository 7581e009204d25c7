"""Marks that stand nowhere else: in every text that a candidate wrote or that was written about them, and in everything that tells who it is."""

import datetime
from dataclasses import dataclass

from django.apps import apps
from django.db import models
from django.utils import dateformat, timezone, translation
from django_countries import countries

from recruitment.core.fields import EncryptedTextField
from recruitment.documents.models import Document
from recruitment.documents.states import MediaType
from screening.applications.models import Application
from tests.assessments import LANGUAGES
from tests.crawler import Sight, plain

# Nobody in these tests comes from here: a page that names it too names every country, and so nobody's.
CONTROL = "VU"
CLOCK = "Pacific/Efate"  # and one that offers its clock offers every clock, some of which are called like a country
DAY_FORMATS = (
    "Y-m-d",
    "d.m.Y",
    "j.n.Y",
    "d/m/Y",
    "m/d/Y",
    "Ymd",
    "j F Y",
    "F j, Y",
    "j. F Y",
    "j M Y",
    "d M Y",
    "Y年n月j日",
    "Y. n. j.",
    "Y년 n월 j일",
    "Y/m/d",
    "Y/n/j",
)
# Choices and codes that are not somebody's own words; each is one of a few.
NOT_OWN_WORDS = {
    *("Education.isced_field", "Education.language", "LanguageEvidence.language", "LanguageEvidence.version", "LanguageEvidence.level"),
    "CorrectionRequest.reason_again",  # the office's word to the oversight body; its form says to name nobody
    *("Application.candidate_code", "Adjustment.needs", "PaperFacts.language", "Attachment.kind", "CompetencyEvidence.competency"),
}


@dataclass(frozen=True)
class Person:
    """Names in several scripts, and the order in which the names stand: another than that of the files, and than that of the numbers."""

    latin: str
    family: str
    given: str
    native: str
    chinese: str
    former: str
    shown: str
    born: datetime.date
    country: str


PEOPLE = (
    Person("Márta-Noëlle Quarzwald", "Quarzwald", "Márta-Noëlle", "Жамиля Кварцева", "穆奎兹", "Pfefferkornová", "Nonni Q.", datetime.date(1971, 11, 23), "NR"),
    Person("Ælfgifu Brontidóttir", "Brontidóttir", "Ælfgifu", "אלפגיפו ברונטי", "欧布隆", "Zinnkrautová", "Gifu B.", datetime.date(1983, 10, 19), "KI"),
    Person("Xóchitl Zyxwvutsruk", "Zyxwvutsruk", "Xóchitl", "ศศิธร ซิกซ์", "席克索", "Ohnegleichen", "Sasi Z.", datetime.date(1964, 12, 27), "TV"),
)  # fmt: skip


def days(day: datetime.date) -> set[str]:
    """A day as anybody could have written it."""
    written = set()
    for code in LANGUAGES:
        with translation.override(code.replace("_", "-")):
            written |= {dateformat.format(day, pattern) for pattern in DAY_FORMATS}
    return written


def names_of(country: str) -> set[str]:
    """A country in five languages."""
    named = set()
    for code in LANGUAGES:
        with translation.override(code.replace("_", "-")):
            named.add(str(dict(countries)[country]))
    return named


def text_fields(model) -> list[models.Field]:
    """Columns that hold somebody's own words."""
    kinds = (models.CharField, models.TextField, EncryptedTextField)
    fields = [row for row in model._meta.local_fields if isinstance(row, kinds) and not row.choices and row.editable]
    return [row for row in fields if f"{model.__name__}.{row.name}" not in NOT_OWN_WORDS and type(row).__name__ != "CountryField"]


class Marks(dict[str, str]):
    """Text as it is read → whose it is and where it stands."""

    def keep(self, field: str, *texts: str) -> None:
        self.update({plain(text): field for text in texts if text})

    def on(self, sight: Sight) -> set[str]:
        """The fields of which a page tells something that the reader did not type; names of countries count unless it names them all."""
        names_all = any(plain(name) in sight.said for name in (*names_of(CONTROL), CLOCK))
        asked = plain(sight.address)
        met = {field for text, field in self.items() if text in sight.said and text not in asked}
        return {field for field in met if not (names_all and field.endswith("nationality"))}


def mark(application: Application, number: int) -> Marks:
    """Fill a file with marks, every table of it."""
    marks, person = Marks(), PEOPLE[number % 3]
    _add_what_is_missing(application)
    for row in own_rows(application):
        _fill(row, number, marks)
    _name(application, person, number, marks)
    marks.keep(f"{number}.Application.uuid", str(application.uuid))
    marks.keep(f"{number}.Document.display_name", f"qx-{application.pk}-scan.pdf")
    return marks


def _models() -> list:
    return [*apps.get_app_config("applications").get_models(), *apps.get_app_config("qualification").get_models()]


def own_rows(application: Application) -> list:
    """Every row that belongs to the file; no table is without one."""
    found = [application]
    for model in _models():
        for path in ("application", "referee__application", "attachment__application"):
            if any(row.name == path.partition("__")[0] for row in model._meta.local_fields):
                found += model.objects.filter(**{path: application})
                break
    return found


def _fill(row, number: int, marks: Marks) -> None:
    """A mark in every text of one row."""
    model = type(row)
    for field in text_fields(model):
        word = f"qx{number}{model.__name__}{field.name}".lower().replace("_", "")[: field.max_length or 60]
        if isinstance(field, models.EmailField):
            word = f"{word}@mark.example"
        setattr(row, field.attname, word)
        marks.keep(f"{number}.{model.__name__}.{field.name}", word)
    if model.__name__ == "Version":
        row.answers = {"identity": {"family_name": f"qx{number}versionanswers"}}
        marks.keep(f"{number}.Version.answers", f"qx{number}versionanswers")
    row.save()


def _name(application: Application, person: Person, number: int, marks: Marks) -> None:
    """What tells who it is, in its own form: names in several scripts, numbers, a birth date, a country, an account."""
    identity, account = application.identity, application.candidate
    told = {
        "full_name_latin": f"{person.latin}", "family_name": person.family, "given_names": person.given, "full_name_native": person.native,
        "chinese_name": person.chinese, "former_names": person.former, "passport_number": f"P{number}QX80417", "telephone": f"+4930991{number}0417",
    }  # fmt: skip
    for name, said in told.items():
        setattr(identity, name, said)
        marks.keep(f"{number}.Identity.{name}", said)
    identity.birth_date, identity.nationality = person.born, person.country
    identity.save()
    marks.keep(f"{number}.Identity.birth_date", *days(person.born))
    marks.keep(f"{number}.Identity.nationality", *names_of(person.country))
    account.display_name, account.email = person.shown, f"qx{number}account@mark.example"
    account.save()
    marks.keep(f"{number}.User.display_name", person.shown)
    marks.keep(f"{number}.User.email", account.email)


def _add_what_is_missing(application: Application) -> None:
    """A row in every table that a file can have."""
    person, today = application.candidate, timezone.localdate()
    document = Document.objects.create(
        kind="passport", owner=person, display_name=f"qx-{application.pk}-scan.pdf", media_type=MediaType.PDF, wrapped_key=b"-"
    )
    attachment = application.attachments.create(kind="passport", document=document)
    office = application.position.author
    given = {
        "Certificate": {}, "Pause": {"kind": "study"}, "CompetencyEvidence": {"competency": "policy"}, "Interest": {"kind": "relative"},
        "Referee": {"relation": "supervisor"}, "Adjustment": {}, "Arrangement": {"arranged_by": office}, "LateRequest": {"due_on": today, "decision": "refused", "decided_by": office, "decided_at": timezone.now(), "answer": "-"},
        "MissedPromise": {"state": "submitted", "promised_on": today, "expected_on": today + datetime.timedelta(days=9)},
        "Rejection": {"stage": "submitted", "reason": "evidence_missing", "sentence": "-", "proposed_by": office},
        "Version": {"number": 1, "answers": {}}, "PaperFacts": {"attachment": attachment},
        "CorrectionRequest": {"items": ["passport"], "due_on": today, "sent_by": office}, "Check": {"order": 1, "kind": "identity", "key": "identity", "sentences": {}},
    }  # fmt: skip
    for model in _models():
        if model.__name__ in given:
            own = {} if model.__name__ == "PaperFacts" else {"application": application}
            model.objects.create(**own, **given[model.__name__])
    apps.get_model("applications", "Reference").objects.create(referee=application.referees.get())
