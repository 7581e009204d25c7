"""Triggers that help against mistakes; the grants are the control."""

from django.db import migrations

FORWARD = """
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The register % is append-only.', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger audit_entry_append_only before update or delete on audit_entry
  for each row execute function refuse_change();
create trigger audit_entry_no_truncate before truncate on audit_entry
  for each statement execute function refuse_change();
"""
BACKWARD = """
drop trigger audit_entry_append_only on audit_entry;
drop trigger audit_entry_no_truncate on audit_entry;
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
