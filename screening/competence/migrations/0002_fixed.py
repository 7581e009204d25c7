"""What is sealed or locked is not changed, and points stay within their line.

These triggers help against mistakes; the actions are the guard. An erasure that the law asks for says `set local portal.erasing = 'on'`.
"""

from django.db import migrations

REFUSE = """
create function competence_refuse() returns trigger language plpgsql as $$
begin
  if current_setting('portal.erasing', true) = 'on' then return coalesce(new, old); end if;
  raise exception '% is sealed or locked', tg_table_name using errcode = 'check_violation';
end $$
"""
GUARD_PAPER = """
create trigger paper_sealed before update on competence_paper for each row
  when (old.state <> 'drafted'
    and (to_jsonb(old) - '{state,opened_at,closed_at}'::text[]) is distinct from (to_jsonb(new) - '{state,opened_at,closed_at}'::text[]))
  execute function competence_refuse()
"""
PAPER_OF_TASK = "(select state from competence_paper where id = {row}.paper_id)"
PAPER_OF_LINE = "(select p.state from competence_paper p join competence_task t on t.paper_id = p.id where t.id = {row}.task_id)"
CONTENT = """
create function competence_guard_{table}() returns trigger language plpgsql as $$
begin
  if current_setting('portal.erasing', true) = 'on' then return coalesce(new, old); end if;
  if tg_op <> 'INSERT' and coalesce({old}, 'drafted') <> 'drafted' or tg_op <> 'DELETE' and {new} <> 'drafted' then
    raise exception 'the paper is sealed' using errcode = 'check_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger {table}_sealed before insert or update or delete on competence_{table} for each row execute function competence_guard_{table}()
"""
MARKING = """
create trigger marking_locked before update on competence_marking for each row
  when (old.state = 'locked' and old is distinct from new) execute function competence_refuse();
create trigger marking_kept before delete on competence_marking for each row
  when (old.state = 'locked') execute function competence_refuse()
"""
MARK = """
create function competence_guard_mark() returns trigger language plpgsql as $$
begin
  if current_setting('portal.erasing', true) = 'on' then return coalesce(new, old); end if;
  if exists (select from competence_marking where state = 'locked' and id in (old.marking_id, new.marking_id)) then
    raise exception 'the marking is locked' using errcode = 'check_violation';
  end if;
  if tg_op <> 'DELETE' and new.points > (select max from competence_rubricline where id = new.line_id) then
    raise exception 'more points than the line has' using errcode = 'check_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger mark_locked before insert or update or delete on competence_mark for each row execute function competence_guard_mark()
"""
UNDO = """
drop function competence_refuse() cascade;
drop function competence_guard_task() cascade;
drop function competence_guard_rubricline() cascade;
drop function competence_guard_mark() cascade
"""
TASK = CONTENT.format(table="task", old=PAPER_OF_TASK.format(row="old"), new=PAPER_OF_TASK.format(row="new"))
LINE = CONTENT.format(table="rubricline", old=PAPER_OF_LINE.format(row="old"), new=PAPER_OF_LINE.format(row="new"))


class Migration(migrations.Migration):
    dependencies = [("competence", "0001_initial")]
    operations = [migrations.RunSQL([REFUSE, GUARD_PAPER, TASK, LINE, MARKING, MARK], UNDO)]
