"""Bring the catalogues up to date: new texts come in empty, texts that nobody uses leave."""

import polib
from django.core.management.base import BaseCommand

from recruitment.core.languages import LOCALE
from recruitment.core.messages import collect, plural_forms, read_catalogue

CATALOGUES = {"zh_Hans": "zh", "de": "de", "ja": "ja", "ko": "ko"}

# Texts of libraries that lack a translation of their own; kept though nothing here names them.
THIRD_PARTY = "third party"


class Command(BaseCommand):
    """Writes locale/<language>/LC_MESSAGES/django.po; what was translated stays. English is the msgid itself."""

    help = "Collect every translatable text into the catalogues."

    def handle(self, *args, **options):
        texts = collect()
        for name, language in CATALOGUES.items():
            path = LOCALE / name / "LC_MESSAGES" / "django.po"
            known = {(entry.msgctxt or "", entry.msgid): entry for entry in read_catalogue(path)}
            catalogue = polib.POFile(wrapwidth=140)
            catalogue.metadata = {
                "Content-Type": "text/plain; charset=utf-8",
                "Content-Transfer-Encoding": "8bit",
                "Language": name,
                "Plural-Forms": plural_forms(language),
            }
            catalogue.extend(
                _entry(text, known.get(key), language) for key, text in sorted(texts.items(), key=lambda item: (item[0][1], item[0][0]))
            )
            catalogue.extend(entry for key, entry in known.items() if entry.tcomment == THIRD_PARTY and key not in texts)
            path.parent.mkdir(parents=True, exist_ok=True)
            catalogue.save(str(path))
            empty = sum(1 for entry in catalogue if not entry.translated())
            self.stdout.write(f"{name}: {len(catalogue)} texts, {empty} to translate")


def _entry(text, known, language: str) -> polib.POEntry:
    entry = polib.POEntry(msgid=text.msgid, msgctxt=text.context or None)
    if "%(" in text.msgid:
        entry.flags = ["python-format"]
    if text.plural:
        entry.msgid_plural = text.plural
        forms = 2 if language == "de" else 1
        told = known.msgstr_plural if known and known.msgstr_plural else {}
        entry.msgstr_plural = {number: told.get(number, "") for number in range(forms)}
    else:
        entry.msgstr = known.msgstr if known else ""
    return entry
