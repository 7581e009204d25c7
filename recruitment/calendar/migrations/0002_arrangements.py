"""The arrangements of 2004 to 2026, as the State Council's General Office announced them; 2027 is not known yet."""

import csv
from pathlib import Path

from django.db import migrations

FILE = Path(__file__).with_name("arrangements_2004_2026.csv")
SOURCE = "国务院办公厅关于{year}年部分节假日安排的通知"


def enter(apps, schema_editor):
    alias = schema_editor.connection.alias
    year_model, day_model = apps.get_model("calendar", "CalendarYear"), apps.get_model("calendar", "CalendarDay")
    with FILE.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    years = sorted({int(row["date"][:4]) for row in rows})
    year_model.objects.using(alias).bulk_create(
        year_model(year=year, status="confirmed", source=SOURCE.format(year=year)) for year in years
    )
    day_model.objects.using(alias).bulk_create(
        day_model(**row, year_id=int(row["date"][:4]), source=SOURCE.format(year=row["date"][:4])) for row in rows
    )


class Migration(migrations.Migration):
    dependencies = [("calendar", "0001_initial")]
    operations = [migrations.RunPython(enter, migrations.RunPython.noop)]
