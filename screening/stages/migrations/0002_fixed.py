"""Posts that are out already get their stages; a stage that is closed is not changed, nor is a stop that was lifted.

These triggers help against mistakes; the actions are the guard. An erasure that the law asks for says `set local portal.erasing = 'on'`.
"""

from django.db import migrations

GATES = ("qualification", "competence", "crosscultural", "merit")

FIXED = """
create function stages_refuse() returns trigger language plpgsql as $$
begin
  if current_setting('portal.erasing', true) = 'on' then return coalesce(new, old); end if;
  raise exception 'the stage is closed' using errcode = 'check_violation';
end $$;
create trigger stages_stage_closed before update or delete on stages_stage for each row
  when (old.state = 'closed') execute function stages_refuse();
create trigger stages_stop_lifted before update or delete on stages_stop for each row
  when (old.lifted_at is not null) execute function stages_refuse()
"""
UNDO = "drop function stages_refuse() cascade"


def lay_out(apps, schema_editor):
    alias = schema_editor.connection.alias
    stages = apps.get_model("stages", "Stage").objects.using(alias)
    posts = apps.get_model("positions", "Position").objects.using(alias).filter(state__in=["published", "closed"])
    rows = (stages.model(position_id=post, gate=gate) for post in posts.values_list("pk", flat=True) for gate in GATES)
    stages.bulk_create(rows, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("stages", "0001_initial")]
    operations = [
        migrations.RunPython(lay_out, migrations.RunPython.noop),
        # What was written is checked now: a table with checks that wait is not altered.
        migrations.RunSQL("set constraints all immediate; set constraints all deferred", migrations.RunSQL.noop),
        migrations.RunSQL(FIXED, UNDO),
    ]
