"""The parameters of the qualification check, the compartment and the assessors become rows too, where a database has older ones."""

from datetime import date

from django.db import migrations

from recruitment.policy.register import REGISTER

SINCE = date(2020, 1, 1)


def enter(apps, schema_editor):
    parameters = apps.get_model("policy", "Parameter").objects.using(schema_editor.connection.alias)
    known = set(parameters.values_list("key", flat=True))
    parameters.bulk_create(
        parameters.model(
            key=entry.key, value=entry.default, unit=entry.unit, floor=entry.floor, ceiling=entry.ceiling,
            source=entry.source, status=entry.status, valid_from=SINCE, changed_by="register",
        )
        for entry in REGISTER.values()
        if entry.key not in known
    )  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("policy", "0003_papers")]
    operations = [migrations.RunPython(enter, migrations.RunPython.noop)]
