"""The register's lines become rows: what is known about foreign papers, with its source, unverified until an officer has looked."""

from django.db import migrations

from screening.credentials.register import countries, papers


def enter(apps, schema_editor):
    alias = schema_editor.connection.alias
    country, credential = (apps.get_model("credentials", name).objects.using(alias) for name in ("Country", "Credential"))
    country.bulk_create(country.model(**columns) for columns in countries())
    of_code = dict(country.values_list("code", "pk"))
    credential.bulk_create(credential.model(country_id=of_code.get(code), **columns) for code, columns in papers())


class Migration(migrations.Migration):
    dependencies = [("credentials", "0001_initial")]
    operations = [migrations.RunPython(enter, migrations.RunPython.noop)]
