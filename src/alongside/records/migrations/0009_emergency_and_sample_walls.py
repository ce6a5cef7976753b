"""Walls like those of 0002 around the tables of 0008; an opening keeps what it says, and takes one review.

They are apart from 0008 because PostgreSQL checks the foreign keys of new tables at the end of a migration, and
behind a wall it may not read them.
"""

from django.db import migrations

THIS_AUTHORITY = "authority_id = (select current_setting('alongside.authority'))"
THESE_CASES = """(
    (select current_setting('alongside.cases')) = '*'
    or case_id = any (string_to_array(nullif((select current_setting('alongside.cases')), '*'), ',')::uuid[])
)"""
WALLS = {
    "emergency_opening": f"{THIS_AUTHORITY} and {THESE_CASES}",
    "sampled_case": f"{THIS_AUTHORITY} and {THESE_CASES}",
    "inspection_sample": THIS_AUTHORITY,
    "inspector": THIS_AUTHORITY,
}

KEEPS_WHAT_IT_SAYS = """
create function refuse_change_of_opening() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        if old.case_id::text = coalesce(current_setting('alongside.erasing', true), '') then
            return old;
        end if;
    elsif old.reviewed_at is null and
        (new.id, new.authority_id, new.case_id, new.account_id, new.account_name, new.reason, new.opened_at,
            new.ends_at, new.told, new.told_count)
        is not distinct from
        (old.id, old.authority_id, old.case_id, old.account_id, old.account_name, old.reason, old.opened_at,
            old.ends_at, old.told, old.told_count)
    then
        return new;
    end if;
    raise exception 'emergency_opening keeps what it says: % is refused. It takes one review and nothing else.', tg_op
        using errcode = 'restrict_violation';
end $$;
create trigger keeps_what_it_says before update or delete on emergency_opening
    for each row execute function refuse_change_of_opening();
create trigger never_emptied before truncate on emergency_opening
    for each statement execute function refuse_truncate();
"""
KEEPS_NOTHING = """
drop trigger keeps_what_it_says on emergency_opening;
drop trigger never_emptied on emergency_opening;
drop function refuse_change_of_opening();
"""


def wall(table: str, test: str) -> str:
    return f"""
    alter table "{table}" enable row level security;
    alter table "{table}" force row level security;
    create policy one_authority on "{table}" using ({test}) with check ({test});
    """


def no_wall(table: str) -> str:
    return f"""
    drop policy one_authority on "{table}";
    alter table "{table}" no force row level security;
    alter table "{table}" disable row level security;
    """


class Migration(migrations.Migration):
    dependencies = [("records", "0008_emergency_and_sample")]
    operations = [
        *(migrations.RunSQL(wall(table, test), no_wall(table)) for table, test in WALLS.items()),
        migrations.RunSQL(KEEPS_WHAT_IT_SAYS, KEEPS_NOTHING),
    ]
