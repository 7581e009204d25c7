"""The rules of a round cannot be changed once they are fixed; the grants allow it, so a trigger helps against mistakes."""

from django.db import migrations

FORWARD = """
create function positions_round_is_fixed() returns trigger language plpgsql as $$
begin
    if old.frozen_at is not null then
        raise exception 'The rules of round % are fixed.', old.reference using errcode = 'integrity_constraint_violation';
    end if;
    return coalesce(new, old);
end $$;
create trigger positions_round_is_fixed before update or delete on positions_round
    for each row execute function positions_round_is_fixed();
"""
BACKWARD = """
drop trigger positions_round_is_fixed on positions_round;
drop function positions_round_is_fixed();
"""


class Migration(migrations.Migration):
    dependencies = [("positions", "0001_initial")]

    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
