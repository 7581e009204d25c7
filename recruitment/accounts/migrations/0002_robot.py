"""The system account in whose name worker and beat act; nobody can sign in with it."""

from django.db import migrations


def make_robot(apps, schema_editor):
    User = apps.get_model("accounts", "User")
    User.objects.using(schema_editor.connection.alias).get_or_create(
        email="robot@portal.invalid", defaults={"password": "!", "display_name": "Portal", "is_active": True}
    )


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]
    operations = [migrations.RunPython(make_robot, migrations.RunPython.noop)]
