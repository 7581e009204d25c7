"""What is sealed or locked is not changed.

These triggers help against mistakes; the actions are the guard. An erasure that the law asks for says `set local portal.erasing = 'on'`.
"""

from django.db import migrations

REFUSE = """
create function crosscultural_refuse() returns trigger language plpgsql as $$
begin
  if current_setting('portal.erasing', true) = 'on' then return coalesce(new, old); end if;
  raise exception '% is sealed or locked', tg_table_name using errcode = 'check_violation';
end $$;
create trigger booklet_sealed before update on crosscultural_booklet for each row
  when (old.state <> 'drafted' and old is distinct from new) execute function crosscultural_refuse();
create trigger sheet_locked before update on crosscultural_sheet for each row
  when (old.state = 'locked' and old is distinct from new) execute function crosscultural_refuse();
create trigger sheet_kept before delete on crosscultural_sheet for each row
  when (old.state = 'locked') execute function crosscultural_refuse()
"""
CONTENT = """
create function crosscultural_guard_content() returns trigger language plpgsql as $$
begin
  if current_setting('portal.erasing', true) = 'on' then return coalesce(new, old); end if;
  if exists (select from crosscultural_booklet where state <> 'drafted' and id in (old.booklet_id, new.booklet_id)) then
    raise exception 'the booklet is sealed' using errcode = 'check_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger question_sealed before insert or update or delete on crosscultural_question
  for each row execute function crosscultural_guard_content();
create trigger dimension_sealed before insert or update or delete on crosscultural_dimension
  for each row execute function crosscultural_guard_content()
"""
RATING = """
create function crosscultural_guard_rating() returns trigger language plpgsql as $$
begin
  if current_setting('portal.erasing', true) = 'on' then return coalesce(new, old); end if;
  if exists (select from crosscultural_sheet where state = 'locked' and id in (old.sheet_id, new.sheet_id)) then
    raise exception 'the sheet is locked' using errcode = 'check_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger rating_locked before insert or update or delete on crosscultural_rating
  for each row execute function crosscultural_guard_rating()
"""
UNDO = """
drop function crosscultural_refuse() cascade;
drop function crosscultural_guard_content() cascade;
drop function crosscultural_guard_rating() cascade
"""


class Migration(migrations.Migration):
    dependencies = [("crosscultural", "0001_initial")]
    operations = [migrations.RunSQL([REFUSE, CONTENT, RATING], UNDO)]
