"""The parameter of questions becomes a row too, so that the admin shows it with its source."""

from datetime import date

from django.db import migrations

from recruitment.policy.register import REGISTER

SINCE = date(2020, 1, 1)
KEYS = ("oversight.answer_working_days",)


def enter(apps, schema_editor):
    parameters = apps.get_model("policy", "Parameter").objects.using(schema_editor.connection.alias)
    known = set(parameters.filter(key__in=KEYS).values_list("key", flat=True))
    parameters.bulk_create(
        parameters.model(
            key=entry.key, value=entry.default, unit=entry.unit, floor=entry.floor, ceiling=entry.ceiling,
            source=entry.source, status=entry.status, valid_from=SINCE, changed_by="register",
        )
        for entry in (REGISTER[key] for key in KEYS)
        if entry.key not in known
    )  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("oversight", "0001_initial"), ("policy", "0003_papers")]
    operations = [migrations.RunPython(enter, migrations.RunPython.noop)]
