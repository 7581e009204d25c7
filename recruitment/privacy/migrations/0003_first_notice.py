"""The first version of the notice on personal information, in five languages."""

from datetime import date
from hashlib import sha256
from pathlib import Path

from django.db import migrations

FOLDER = Path(__file__).with_name("notice_1")
LANGUAGES = ("de", "en", "ja", "ko", "zh-hans")
VALID_FROM = date(2026, 1, 1)


def enter(apps, schema_editor):
    bodies = {code: (FOLDER / f"{code}.txt").read_text(encoding="utf-8") for code in LANGUAGES}
    parts = "\n".join(f"{code}\n{bodies[code]}" for code in LANGUAGES)
    columns = {f"body_{code.replace('-', '_')}": body for code, body in bodies.items()}
    notices = apps.get_model("privacy", "PrivacyNotice").objects.using(schema_editor.connection.alias)
    notices.create(version=1, hash=sha256(f"1\n{parts}".encode()).hexdigest(), valid_from=VALID_FROM, **columns)


class Migration(migrations.Migration):
    dependencies = [("privacy", "0002_append_only")]
    operations = [migrations.RunPython(enter, migrations.RunPython.noop)]
