"""A closed list is not changed; only that a reserve moved up is noted on its line.

These triggers help against mistakes; the actions are the guard. An erasure that the law asks for says `set local portal.erasing = 'on'`.
"""

from django.db import migrations

LIST = """
create function merit_refuse() returns trigger language plpgsql as $$
begin
  if current_setting('portal.erasing', true) = 'on' then return coalesce(new, old); end if;
  raise exception 'the list is closed' using errcode = 'check_violation';
end $$;
create trigger merit_list_closed before update on merit_meritlist for each row
  when (old.state <> 'drafted' and old is distinct from new) execute function merit_refuse();
create trigger merit_list_kept before delete on merit_meritlist for each row
  when (old.state <> 'drafted') execute function merit_refuse()
"""
LINE = """
create function merit_guard_line() returns trigger language plpgsql as $$
begin
  if current_setting('portal.erasing', true) = 'on' then return coalesce(new, old); end if;
  if tg_op = 'UPDATE' and (to_jsonb(old) - 'promoted_at') = (to_jsonb(new) - 'promoted_at') then return new; end if;
  if exists (select from merit_meritlist where state <> 'drafted' and id in (old.merit_list_id, new.merit_list_id)) then
    raise exception 'the list is closed' using errcode = 'check_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger merit_line_closed before insert or update or delete on merit_meritline
  for each row execute function merit_guard_line()
"""
UNDO = "drop function merit_refuse() cascade; drop function merit_guard_line() cascade"


class Migration(migrations.Migration):
    dependencies = [("merit", "0001_initial")]
    operations = [migrations.RunSQL([LIST, LINE], UNDO)]
