"""Consents, the words they were given on and the notices refuse to be changed. The grants are the control."""

from django.db import migrations

TABLES = ("privacy_consent", "privacy_wording", "privacy_privacynotice")

FUNCTION = """
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The register % is append-only.', tg_table_name using errcode = 'restrict_violation';
end $$;
"""
TRIGGER = "create trigger {0}_append_only before update or delete on {0} for each row execute function refuse_change();"


class Migration(migrations.Migration):
    dependencies = [("privacy", "0001_initial")]
    operations = [
        migrations.RunSQL(FUNCTION, migrations.RunSQL.noop),
        *(migrations.RunSQL(TRIGGER.format(table), f"drop trigger {table}_append_only on {table}") for table in TABLES),
    ]
