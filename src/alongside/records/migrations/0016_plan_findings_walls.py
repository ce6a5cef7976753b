"""Walls like those of 0002 around the tables of 0015_plan_findings; findings and answers to them are append-only.

Apart from the tables because PostgreSQL checks the foreign keys of new tables at the end of a migration, and behind a
wall it may not read them.
"""

from django.db import migrations

THIS_AUTHORITY = "authority_id = (select current_setting('alongside.authority'))"
THESE_CASES = """(
    (select current_setting('alongside.cases')) = '*'
    or case_id = any (string_to_array(nullif((select current_setting('alongside.cases')), '*'), ',')::uuid[])
)"""
OF_A_CASE = ("plan_finding_answer", "plan_finding", "plan_passage_cache", "plan_passage_mark_cache", "plan_section_owner")
WALLS = {"plan_model_questions": THIS_AUTHORITY} | {
    table: f"{THIS_AUTHORITY} and {THESE_CASES}" for table in OF_A_CASE
}
APPEND_ONLY = ("plan_finding_answer", "plan_finding")


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


REFUSE = """
create function refuse_change_of_finding() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and old.case_id::text = coalesce(current_setting('alongside.erasing', true), '') then
        return old;
    end if;
    raise exception '% is append-only: % is refused. Write a new answer instead.', tg_table_name, tg_op
        using errcode = 'restrict_violation';
end $$;
"""


def guard(table: str) -> str:
    return f"""
    create trigger append_only before update or delete on "{table}"
        for each row execute function refuse_change_of_finding();
    create trigger never_emptied before truncate on "{table}" for each statement execute function refuse_truncate();
    """


def no_guard(table: str) -> str:
    return f'drop trigger append_only on "{table}"; drop trigger never_emptied on "{table}";'


class Migration(migrations.Migration):
    dependencies = [("records", "0015_plan_findings")]
    operations = [
        *(migrations.RunSQL(wall(table, test), no_wall(table)) for table, test in WALLS.items()),
        migrations.RunSQL(REFUSE, "drop function refuse_change_of_finding();"),
        *(migrations.RunSQL(guard(table), no_guard(table)) for table in APPEND_ONLY),
    ]
