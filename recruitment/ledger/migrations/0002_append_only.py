"""Leaves and checkpoints refuse to be changed; an opening may be erased but not rewritten. The grants are the control."""

from django.db import migrations

FORWARD = """
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The register % is append-only.', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger ledger_leaf_append_only before update or delete on ledger_leaf
  for each row execute function refuse_change();
create trigger ledger_checkpoint_append_only before update or delete on ledger_checkpoint
  for each row execute function refuse_change();
create trigger ledger_opening_not_rewritten before update on ledger_opening
  for each row execute function refuse_change();
"""
BACKWARD = """
drop trigger ledger_leaf_append_only on ledger_leaf;
drop trigger ledger_checkpoint_append_only on ledger_checkpoint;
drop trigger ledger_opening_not_rewritten on ledger_opening;
"""


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
