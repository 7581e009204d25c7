"""Files of before: a day of graduation says that somebody graduated, and a file that was handed in lacks none of the new sections."""

from django.db import migrations

NEW_SECTIONS = ("competencies", "referees", "interests")


def carry(apps, schema_editor):
    alias = schema_editor.connection.alias
    apps.get_model("applications", "Education").objects.using(alias).exclude(graduated_on=None).update(has_graduated=True)
    progress = apps.get_model("applications", "SectionProgress").objects.using(alias)
    handed_in = apps.get_model("applications", "Application").objects.using(alias).exclude(state="draft").values_list("pk", flat=True)
    rows = [progress.model(application_id=pk, section=section, done=True) for pk in handed_in.iterator() for section in NEW_SECTIONS]
    progress.bulk_create(rows, batch_size=1000, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("applications", "0002_applying_and_following")]
    operations = [migrations.RunPython(carry, migrations.RunPython.noop)]
